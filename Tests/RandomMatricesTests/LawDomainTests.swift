import Foundation
import RandomMatrices
import Testing

/// What every law must do at every double: NaN, infinities, the largest and smallest numbers, the ends of the support
/// and their neighbours, and points between.
@Suite struct LawDomainTests {
  /// Errors of F as the laws state them.
  static func slack(_ law: any SpectralLaw) -> Double {
    switch law {
    case is NextLargestLaw, is FreeConvolution: 1e-13
    case is MeanDensityLaw, is LargestEigenvalueLaw, is BulkSpacingLaw, is WignerSurmise: 1e-14
    default: 2e-15
    }
  }

  static func points(_ item: LawCase) -> [Double] {
    let law = item.law
    let ends = [law.support.lowerBound, law.support.upperBound, item.bulk.lowerBound]
    let marked =
      (ends + [item.bulk.upperBound] + law.atoms.map(\.position)).flatMap {
        [$0, $0.nextUp, $0.nextDown]
      }
      + [0.0, .leastNonzeroMagnitude, 1e-300, 1, 1e10, 1e100, 1e154, 1e160, 1e308, .infinity]
      .flatMap { [$0, -$0] }
    let grid = (0...200).map { i in
      let t = Double(i) / 200
      return item.bulk.lowerBound * (1 - t) + item.bulk.upperBound * t
    }
    // Many a law lives near 1.
    let near = [1e-15, 1e-9, 1e-4, 0.1].flatMap { [1 - $0, 1 + $0] }
    return (marked + grid + near).filter { !$0.isNaN }.sorted()
  }

  @Test(arguments: LawCase.every) func notANumber(_ item: LawCase) {
    let law = item.law
    #expect(law.density(.nan).isNaN && law.distribution(.nan).isNaN && law.quantile(.nan).isNaN)
    #expect(law.kolmogorovDistance(from: [law.quantile(0.3), .nan]).isNaN)
    if let edge = law as? any EdgeLaw {
      #expect(edge.survival(.nan).isNaN && edge.survivalQuantile(.nan).isNaN)
    }
    if let law = law as? TracyWidomLaw { #expect(law.logDistribution(.nan).isNaN) }
    if let law = law as? LargestEigenvalueLaw {
      #expect(law.logDistribution(.nan).isNaN && law.survival(.nan).isNaN)
    }
  }

  @Test(arguments: LawCase.every) func distributionRisesFromZeroToOne(_ item: LawCase) {
    let (law, slack) = (item.law, Self.slack(item.law))
    let points = Self.points(item)
    let values = points.map(law.distribution)
    #expect(values.first == 0 && values.last == 1)
    for i in points.indices {
      let (x, value) = (points[i], values[i])
      #expect((0...1).contains(value), "F(\(x)) = \(value)")
      if x < law.support.lowerBound { #expect(value == 0, "x = \(x)") }
      if x >= law.support.upperBound { #expect(value == 1, "x = \(x)") }
      if i > 0 {
        #expect(value >= values[i - 1] - slack, "F(\(x)) = \(value) after \(values[i - 1])")
      }
    }
  }

  @Test(arguments: LawCase.every) func densityIsPositiveInTheSupport(_ item: LawCase) {
    let law = item.law
    for x in Self.points(item) {
      let value = law.density(x)
      #expect(value >= 0, "density(\(x)) = \(value)")
      if !law.support.contains(x) || x.isInfinite { #expect(value == 0, "density(\(x))") }
    }
  }

  @Test(arguments: LawCase.every) func quantilesRiseWithinTheSupport(_ item: LawCase) {
    let (law, slack) = (item.law, Self.slack(item.law))
    let probabilities: [Double] = [
      0, .leastNonzeroMagnitude, 1e-300, 1e-17, 1e-9, 0.1, 0.3, 0.5, 0.7, 0.9, 1 - 1e-9,
      1 - 0x1p-53, 1,
    ]
    var last = law.support.lowerBound
    for p in probabilities {
      let x = law.quantile(p)
      #expect(law.support.contains(x), "quantile(\(p)) = \(x)")
      // Where F does not tell them apart a larger p may have a smaller quantile.
      let (value, before) = (law.distribution(x), law.distribution(last))
      #expect(value >= before - slack, "quantile(\(p)) = \(x) after \(last)")
      if x.isFinite {
        // A step of one ulp may be more than the slack where the law is narrow or far from 0.
        #expect(law.distribution(x.nextUp.nextUp) >= p - slack, "quantile(\(p)) = \(x)")
        let left = law.distribution(x.nextDown.nextDown)
        #expect(left <= p + slack, "quantile(\(p)) = \(x), F = \(left) left of it")
      }
      last = x
    }
  }

  @Test(arguments: LawCase.every) func otherTail(_ item: LawCase) {
    guard let law = item.law as? any EdgeLaw else { return }
    for x in Self.points(item) {
      #expect(abs(law.survival(x) - (1 - law.distribution(x))) <= 2e-14, "x = \(x)")
      #expect((0...1).contains(law.survival(x)), "x = \(x)")
    }
    #expect(law.survivalQuantile(0) == .infinity && law.survivalQuantile(1) == -.infinity)
    for q in [.leastNonzeroMagnitude, 1e-300, 1e-17, 1e-9, 0.3, 0.9] {
      #expect(law.survivalQuantile(q).isFinite, "q = \(q)")
    }
  }

  /// log F against F, and where F underflows against its leading term: -|s|³/24 (β = 1), -|s|³/12 (β = 2) and
  /// -n t²/2.
  @Test func logarithms() throws {
    for beta in [1, 2, 4] {
      let law = try TracyWidomLaw(beta: beta, scale: .secondOfOrthogonal)
      #expect(law.logDistribution(-.infinity) == -.infinity && law.logDistribution(.infinity) == 0)
      for x in [-8, -3.3, 0, 2.5] {
        let value = law.distribution(x)
        #expect(abs(exp(law.logDistribution(x)) - value) <= 1e-14 * value)
      }
      for x in [-1e40, -1e99, -1.001e100, -1e102] {
        let leading = x * x * x / (beta == 2 ? 12 : 24)
        #expect(abs(law.logDistribution(x) / leading - 1) < 1e-14, "x = \(x)")
      }
    }
    for beta in [1, 2, 4] {
      let law = try LargestEigenvalueLaw(size: 7, beta: beta)
      #expect(law.logDistribution(-.infinity) == -.infinity && law.logDistribution(.infinity) == 0)
      for x in [-1e8, -9.9e11, -1.01e12, -1e150, -1e153] {
        // Powers of t are left: some 7 · 7β/2 of them, over 7t²/2.
        let powers = 7 * Double(7 * beta) / 2 * log(-x) / (3.5 * x * x)
        let leading = -3.5 * x * x
        #expect(abs(law.logDistribution(x) / leading - 1) < 1e-13 + powers, "x = \(x)")
      }
    }
  }

  /// Every conformer that the sources declare is among the cases.
  @Test func allConformersAreHere() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/RandomMatrices")
    let files = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var declared: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /struct (\w+): [\w, ]*(?:SpectralLaw|EdgeLaw)/) {
        declared.insert(String(match.output.1))
      }
    }
    let here = Set(LawCase.every.map { String(describing: type(of: $0.law)) })
    #expect(declared.count > 15 && declared == here)
  }
}
