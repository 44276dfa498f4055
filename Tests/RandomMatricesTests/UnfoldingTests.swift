import Foundation
import RandomMatrices
import Requirements
import Statistics
import Testing

@Suite struct UnfoldingTests {
  /// A staircase that is a polynomial is found to rounding, at degrees where powers of x would be lost.
  @Test(arguments: [1, 5, 30]) func polynomialsAreFound(_ degree: Int) throws {
    let n = 4000
    // F(t) = t + 0.4 t(1-t)(1-2t) for degrees that can hold it, inverted by Newton's method.
    let levels = (0..<n).map { i -> Double in
      let p = (Double(i) + 0.5) / Double(n)
      guard degree > 1 else { return 1000 + p }
      var t = p
      for _ in 0..<60 {
        let bend = t + 0.4 * t * (1 - t) * (1 - 2 * t) - p
        t -= bend / (1 + 0.4 * (1 - 6 * t + 6 * t * t))
      }
      return 1000 + t
    }
    let unfolding = try Unfolding(fitting: [levels], degree: degree)
    let unfolded = try unfolding.unfold(levels)
    for (i, x) in unfolded.enumerated() { #expect(abs(x - Double(i) - 0.5) < 1e-8) }
  }

  /// Polynomial against exact law in the inner levels of many matrices; the control is a straight line.
  @Test func polynomialAgainstLaw() throws {
    let n = 200
    let spectra = try UnfoldedSpectraTests.spectra(beta: 2, size: n, count: 200, seed: 35)
    let law = try UnfoldedSpectraTests.semicircle(beta: 2, size: n)
    let inner = spectra.map { Array($0[20..<180]) }
    let (fit, line) = (
      try Unfolding(fitting: inner, degree: 7), try Unfolding(fitting: inner, degree: 1)
    )
    // The law counts the 20 levels below, on average.
    func distance(_ unfolding: Unfolding) throws -> Double {
      try inner.reduce(0) { worst, spectrum in
        zip(spectrum, try unfolding.unfold(spectrum)).reduce(worst) {
          max($0, abs(Double(n) * law.distribution($1.0) - 20 - $1.1))
        }
      }
    }
    #expect(try distance(fit) < 0.25)
    #expect(try distance(line) > 2)

    let (short, long) = (2.3, 8.7)
    let theory = try BulkLevels(beta: 2)
    let levels = try UnfoldedSpectra(inner, by: fit, part: 0.1...0.9)
    for length in [short, long] {
      let variance = try levels.numberVariance(length: length)
      let error = abs(variance.mean - theory.numberVariance(length))
      #expect(error < 4.9 * variance.standardError, "L = \(length)")
    }
    let straight = try UnfoldedSpectra(inner, by: line, part: 0.1...0.9)
    let wrong = try straight.numberVariance(length: long)
    #expect(abs(wrong.mean - theory.numberVariance(long)) > 4.9 * wrong.standardError)
  }

  @Test func badFits() throws {
    let few = (0..<9).map(Double.init)
    rejects("9 is not valid; give more than the square of the degree, 9") {
      try Unfolding(fitting: [few], degree: 3)
    }
    rejects("degree 0 is not valid; give 1 or more") { try Unfolding(fitting: [few], degree: 0) }
    rejects("level nan is not valid; give finite ones") {
      try Unfolding(fitting: [few + [.nan]], degree: 2)
    }
    rejects("range of the levels 0 is not valid; give levels that differ") {
      try Unfolding(fitting: [[2, 2, 2]], degree: 1)
    }
    // Two clusters: a cubic rises to the first, falls between them.
    let clusters = (0..<200).map { Double($0 % 2) * 100 + Double($0) / 200 }
    #expect(throws: ParameterError.self) { try Unfolding(fitting: [clusters], degree: 5) }
    let fit = try Unfolding(fitting: [few], degree: 2)
    rejects("level 8.5 is not valid; give one of the fitted range 0.0...8.0") {
      try fit.unfold([1, 8.5])
    }
    let law = Unfolding(law: SemicircleLaw.unit)
    rejects("window length 2.5 is not valid; give one above 0, at most 2.0") {
      try UnfoldedSpectra([[0, 0.5]], by: law).numberVariance(length: 2.5)
    }
    rejects("number of levels 1 is not valid; give spectra of equal length, here 2") {
      try UnfoldedSpectra([[0, 0.5], [1]], by: law)
    }
    rejects("bound of the part 1.5 is not valid; give fractions of 0...1") {
      try UnfoldedSpectra([[0, 0.5]], by: law, part: 0...1.5)
    }
  }

  private func rejects<Value>(
    _ text: String, at location: SourceLocation = #_sourceLocation, _ make: () throws -> Value
  ) {
    let error = #expect(throws: ParameterError.self, sourceLocation: location) { try make() }
    #expect(error?.description.hasSuffix(text) == true, sourceLocation: location)
  }
}
