import Foundation
import RandomMatrices
import Testing

/// A law with parameters, and where its density lives.
struct LawCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let law: any SpectralLaw
  /// All of the density but 1e-18 of it.
  let bulk: ClosedRange<Double>

  init(_ name: String, _ law: any SpectralLaw, bulk: ClosedRange<Double>? = nil) {
    (testDescription, self.law, self.bulk) = (name, law, bulk ?? law.support)
  }

  static let all: [LawCase] =
    [
      LawCase("semicircle 1", SemicircleLaw.unit),
      LawCase("semicircle 2.385", try! SemicircleLaw(radius: 2.385)),
      LawCase("semicircle 1 at 0.5", ShiftedLaw(SemicircleLaw.unit, by: 0.5)),
      LawCase("Kesten-McKay 3", try! KestenMcKayLaw(degree: 3)),
      LawCase("Kesten-McKay 7", try! KestenMcKayLaw(degree: 7)),
      LawCase("quarter circle 1.31", try! QuarterCircleLaw(radius: 1.31)),
      LawCase("circular 0.77", try! CircularLaw(radius: 0.77)),
      LawCase("even angles", EvenAngleLaw()),
      LawCase("Poisson spacing", PoissonSpacingLaw(), bulk: 0...60),
    ]
    + [(0.3, 1), (1, 1.7), (2.6, 0.45), (0.97, 1)].map { (c: Double, variance: Double) in
      let law = try! MarchenkoPasturLaw(ratio: c, variance: variance)
      return LawCase("Marchenko-Pastur \(c), \(variance)", law, bulk: law.bands[0])
    }
    + [(1.7, 2.4), (0.6, 1.3), (1.9, 0.45), (0.7, 0.8), (1, 1.6)].map { (a: Double, b: Double) in
      let law = try! WachterLaw(first: a, second: b)
      return LawCase("Wachter \(a), \(b)", law, bulk: law.bands[0])
    }
    + [1, 2, 4, 0.6].map { LawCase("surmise \($0)", try! WignerSurmise(beta: $0), bulk: 0...12) }
    + [1, 2, 4].map { LawCase("Tracy-Widom \($0)", try! TracyWidomLaw(beta: $0), bulk: -11...15) }
    + [0, 1, 2, 4].map { LawCase("ratios \($0)", try! SpacingRatioLaw(beta: $0)) }
    + [(1, 5), (1, 6), (2, 4)].map { (beta: Int, n: Int) in
      LawCase("density \(beta), \(n)", try! MeanDensityLaw(size: n, beta: beta), bulk: -14...14)
    }
    + [(1, 4), (2, 3), (4, 2)].map { (beta: Int, n: Int) in
      LawCase(
        "largest \(beta), \(n)", try! LargestEigenvalueLaw(size: n, beta: beta), bulk: -12...15)
    }
    + [(1, 8), (2, 6), (4, 4.6)].map { (beta: Int, end: Double) in
      LawCase("bulk spacing \(beta)", try! BulkSpacingLaw(beta: beta), bulk: 0...end)
    }

  /// ∫ g(x) density(x) dx over the bulk up to a point: five Gauss-Legendre points on each of 2000 panels in θ,
  /// x = middle - half·cos θ, which takes roots and inverse roots out of the edges. For the closest pole
  /// here, Marchenko-Pastur at c = 0.97, the error is 1e-13.
  func integral(to end: Double, of g: (Double) -> Double = { _ in 1 }) -> Double {
    let half = (bulk.upperBound - bulk.lowerBound) / 2
    let last = acos(max(-1, 1 - (end - bulk.lowerBound) / half))
    let (nodes, weights) = (
      [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640],
      [
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665,
        0.2369268850561891,
      ]
    )
    let h = last / 2000
    var sum = 0.0
    for panel in 0..<2000 {
      for (node, weight) in zip(nodes, weights) {
        let θ = (Double(panel) + 0.5 + 0.5 * node) * h
        let x = bulk.lowerBound + 2 * half * sin(θ / 2) * sin(θ / 2)
        sum += weight * law.density(x) * g(x) * sin(θ)
      }
    }
    return sum * half * h / 2
  }

  /// The point at a fraction of the bulk.
  func point(_ fraction: Double) -> Double {
    bulk.lowerBound + fraction * (bulk.upperBound - bulk.lowerBound)
  }
}
