import Foundation
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

@Suite struct NextLargestTests {
  static let laws = [1, 2, 4].flatMap { beta in
    (1...4).map { try! NextLargestLaw(rank: $0, beta: beta, scale: .secondOfOrthogonal) }
  }

  private static func law(_ row: [String]) throws -> NextLargestLaw {
    try #require(laws.first { "\($0.beta)" == row[0] && "\($0.rank)" == row[1] })
  }

  /// Against generating functions in another form at 70 digits (Reference/).
  @Test func agreesWithReference() throws {
    let rows = try referenceTable("tracy_widom.csv", in: .module)
    #expect(rows.count == 12 * 24)
    for row in rows {
      let law = try Self.law(row)
      let numbers = row[2...].compactMap { Double($0) }
      try #require(numbers.count == 4)
      #expect(abs(law.distribution(numbers[0]) - numbers[1]) < 4e-14, "\(row)")
      #expect(abs(law.survival(numbers[0]) - numbers[2]) < 4e-14, "\(row)")
      #expect(abs(law.density(numbers[0]) - numbers[3]) < 2e-12, "\(row)")
    }
  }

  @Test func moments() throws {
    let rows = try referenceTable("tracy_widom_moments.csv", in: .module)
    #expect(rows.count == 12)
    for row in rows {
      let law = try Self.law(row)
      let numbers = row[2...].compactMap { Double($0) }
      #expect(abs(law.mean - numbers[0]) < 1e-11, "\(row)")
      #expect(abs(law.variance - numbers[1]) < 1e-11, "\(row)")
      #expect(abs(law.skewness - numbers[2]) < 1e-10, "\(row)")
      #expect(abs(law.excessKurtosis - numbers[3]) < 1e-10, "\(row)")
    }
  }

  /// Determinants against Painlevé II: rank 1 is Tracy-Widom, and rank 2 of β = 1 is β = 4. Control: rank 3.
  @Test func meetsTracyWidom() throws {
    func distance(_ rank: Int, _ beta: Int, from other: Int) throws -> Double {
      let law = try NextLargestLaw(rank: rank, beta: beta, scale: .bornemann)
      let scale: Law.SymplecticScale = beta == other ? .bornemann : .secondOfOrthogonal
      let tracyWidom = try TracyWidomLaw(beta: other, scale: scale)
      return stride(from: -9, to: 8, by: 0.177).map {
        abs(law.distribution($0) - tracyWidom.distribution($0))
      }.max()!
    }
    for beta in [1, 2, 4] { #expect(try distance(1, beta, from: beta) < 4e-14) }
    #expect(try distance(2, 1, from: 4) < 4e-14)
    #expect(try distance(3, 1, from: 4) > 0.1)
  }

  /// The four largest eigenvalues of finite matrices, centred at √(2βn + β - 2), which takes the terms of order
  /// n^{-1/3} out. The counting function of the semicircle, n/π (θ - ½sin 2θ) against 2nθ³/3π, shifts ζ by
  /// -ζ²/(20n^{2/3}); what is left is below 0.02 in the means and 0.05 in the variances. False-positive rate 1e-6 an
  /// assertion. Controls: the next rank; for β = 4 the other scales.
  @Test(arguments: [1, 2, 4]) func finiteMatrices(_ beta: Int) throws {
    var generator = GSLGenerator(RandomStream(seed: 9, purpose: .noise))
    let (n, count, b) = (120, 2000, Double(beta))
    let ensemble = try BetaEnsemble.hermite(size: n, beta: b)
    let unit = (b / 2).squareRoot() / pow(Double(n), 1.0 / 6)
    let centre = (2 * b * Double(n) + b - 2).squareRoot()
    let spectra = (0..<count).map { _ in
      ensemble.eigenvalues(from: &generator).suffix(4).reversed().map { ($0 - centre) / unit }
    }
    func isConsistent(_ k: Int, _ law: some EdgeLaw) -> Bool {
      let sample = Sample(spectra.map { $0[k] })
      let expected = law.mean - law.moment(2) / (20 * pow(Double(n), 2.0 / 3))
      let square = Sample(spectra.map { pow($0[k] - expected, 2) })
      return abs(sample.mean - expected) < 4.9 * sample.error + 0.02
        && abs(square.mean - law.variance) < 4.9 * square.error + 0.05
    }
    for k in 0..<4 {
      #expect(isConsistent(k, try NextLargestLaw(rank: k + 1, beta: beta)), "rank \(k + 1)")
      #expect(!isConsistent(k, try NextLargestLaw(rank: k == 3 ? 3 : k + 2, beta: beta)))
    }
    #expect(isConsistent(0, try TracyWidomLaw(beta: beta)))
    for scale in Law.SymplecticScale.allCases where beta == 4 && scale != .stochasticAiry {
      #expect(!isConsistent(0, try TracyWidomLaw(beta: beta, scale: scale)))
    }
  }

  @Test func quantiles() throws {
    for law in Self.laws {
      for p in stride(from: 0.001, to: 1, by: 0.0137) {
        #expect(abs(law.distribution(law.quantile(p)) - p) < 1e-14)
        #expect(abs(law.survival(law.survivalQuantile(p)) - p) < 1e-14)
      }
      #expect(law.distribution(-30) == 0 && law.survival(30) == 0 && law.density(-30) == 0)
    }
  }
}
