import Foundation
import Landscapes
import LinearAlgebra
import Testing

/// The scale of functions whose author states none.
@Suite struct ScaleTests {
  /// Σ_j a_j cos(k_j x + φ_j) in one dimension, k of order one, times a unit of value and length; and μx²/2.
  private func waves(_ seed: UInt64, length: Double = 1, value: Double = 1, μ: Double = 0.5)
    -> HandWritten<EuclideanSpace>
  {
    let numbers = normals(21, seed: seed)
    return HandWritten(domain: EuclideanSpace(dimension: 1)) { point in
      let x = point[0] / length
      var (f, g, h) = (μ * x * x / 2, μ * x, μ)
      for j in 0..<7 {
        let (a, k) = (numbers[3 * j], numbers[3 * j + 1])
        let (c, s) = (cos(k * x + numbers[3 * j + 2]), sin(k * x + numbers[3 * j + 2]))
        f += a * c
        g -= a * k * s
        h -= a * k * k * c
      }
      return (
        value * f, [value / length * g],
        Matrix<Double>(columns: [[value / length / length * h]])
      )
    }
  }

  /// A function that oscillates has at many distances the Hessian it has at the origin; none of 2000 is passed by.
  @Test func oscillations() {
    let scales = (0..<2000).map { waves($0).typicalScale }.sorted()
    #expect(scales[0] > 1e-4 && scales[1000] > 0.1 && scales[1000] < 3)
    #expect(scales[1999] < 100, "\(scales.suffix(5))")
  }

  @Test(arguments: [1e-30, 1e-9, 1e-3, 1e3, 1e9, 1e30]) func units(unit: Double) {
    for seed in 0..<50 as Range<UInt64> {
      let plain = waves(seed).typicalScale
      #expect(abs(waves(seed, value: unit).typicalScale - plain) <= 1e-9 * plain)
      let scaled = waves(seed, length: unit).typicalScale / unit
      #expect(abs(scaled - plain) <= 1e-6 * plain, "\(seed)")
    }
  }

  /// Without a change of the Hessian: how far a quadratic form's centre is, or nothing to be found.
  @Test func functionsWithoutScale() {
    let n = 3
    let space = EuclideanSpace(dimension: n)
    let matrix = randomSymmetric(n, seed: 1)
    func scale(_ linear: [Double]) -> Double {
      quadratic(matrix, linear: linear, on: space).typicalScale
    }
    #expect(scale([0, 0, 0]) == space.scale)
    #expect(scale([1, 2, 3]) > 0.1 && scale([1, 2, 3]) < 30)
    #expect(abs(scale([1e9, 2e9, 3e9]) - 1e9 * scale([1, 2, 3])) < 1)
    let quartic = HandWritten(domain: EuclideanSpace(dimension: 1)) { x in
      (
        x[0] * x[0] * x[0] * x[0], [4 * x[0] * x[0] * x[0]],
        Matrix<Double>(columns: [[12 * x[0] * x[0]]])
      )
    }
    #expect(quartic.typicalScale == 1)
    let stated = EuclideanSpace(dimension: n, length: 7)
    #expect(cubic(on: stated).typicalScale == stated.scale)
  }
}
