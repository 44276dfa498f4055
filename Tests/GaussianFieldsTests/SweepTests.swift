import CriticalPoints
import Dynamics
import Foundation
import GaussianFields
import KacRice
import Landscapes
import LinearAlgebra
import Models
import Statistics
import Synchronization
import TestSupport
import Testing

@Suite struct SweepTests {
  /// What is told rises from little to all, whatever the end is, and changes nothing.
  @Test(arguments: [1, 3]) func progress(_ threads: Int) throws {
    let rough = try TorusSampler(
      IsotropicCovariance.matern(smoothness: 3), dimension: 2, length: 6
    ).sample(seed: 1)
    let told = Mutex<[WorkProgress]>([])
    let result = Sweep(rough).run(threads: threads) { own in told.withLock { $0.append(own) } }
    let (done, total) = told.withLock { ($0.map(\.done), Set($0.map(\.total))) }
    #expect(zip(done, done.dropFirst()).allSatisfy { $0 < $1 })
    #expect(done.count > 10 && total == [done.last!])
    #expect(result.points == Sweep(rough).run(threads: threads).points)
  }

  /// cos x + cos y + cos z and the like: 2^n points, binomially by index, at known places.
  @Test(arguments: 1...3) func cosines(_ n: Int) {
    let field = WaveField(
      on: Torus(dimension: n, length: 2 * .pi, scale: Double(n).squareRoot()),
      wavevectors: Matrix<Double>.identity(n), cosines: (1...n).map(Double.init),
      sines: [Double](repeating: 0, count: n))
    let result = Sweep(field).run()
    #expect(result.isAccepted)
    #expect(result.byIndex == [[1, 1], [1, 2, 1], [1, 3, 3, 1]][n - 1])
    for point in result.points {
      #expect(point.position.allSatisfy { abs($0.remainder(dividingBy: .pi)) < 1e-9 })
    }
  }

  /// Densities of critical points in one, two and three dimensions against Kac and Rice, with the moments of
  /// the field drawn: every index at 4 standard errors over samples (nine numbers, 1e-3 in all). Control: the
  /// density for 1.1 times λ₄.
  @Test(arguments: [(1, 60.0, 200), (2, 10.0, 60), (3, 5.0, 10)])
  func densities(_ n: Int, _ length: Double, _ samples: Int) throws {
    let sampler = try TorusSampler(
      .squaredExponential(), dimension: n, length: length, tolerance: 1e-8)
    var counts: [[Double]] = []
    for sample in 0..<samples {
      let result = Sweep(sampler.sample(seed: 3, sample: sample)).run()
      #expect(result.isAccepted, "sample \(sample)")
      counts.append(result.byIndex.map(Double.init))
    }
    func worst(_ stretch: Double) throws -> Double {
      let exact = try FieldCriticalPointDensity(
        SpectralMoments(
          variance: 1, second: sampler.moments.second, fourth: stretch * sampler.moments.fourth),
        dimension: n)
      var volume = 1.0
      for _ in 0..<n { volume *= length }
      return (0...n).map { k in
        let values = counts.map { $0[k] }
        let mean = values.reduce(0, +) / Double(samples)
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return abs(mean - exact.byIndex[k].value * volume) * Double(samples) / square.squareRoot()
      }.max()!
    }
    #expect(try worst(1) < 4)
    #expect(try worst(1.1) > 4)
  }

  /// Both lines of every saddle end at a minimum (uphill a maximum) that the sweep found, to rounding; for smooth
  /// fields and rough ones, in any units.
  @Test(arguments: [0, 1, 2, 3])
  func linesEndAtCriticalPoints(_ kind: Int) throws {
    for (length, variance) in [(1.0, 1.0), (1e-9, 1e9)] + (isLong ? [(1e9, 1e-9)] : []) {
      let covariance: IsotropicCovariance =
        try [
          IsotropicCovariance.squaredExponential(variance: variance, length: length),
          IsotropicCovariance.matern(smoothness: 4, variance: variance, length: length),
          IsotropicCovariance.matern(smoothness: 2.5, variance: variance, length: length),
          IsotropicCovariance.rationalQuadratic(
            exponent: 6, variance: variance, length: 0.5 * length),
        ][kind]
      let sampler = try TorusSampler(
        covariance, dimension: 2, length: (kind == 2 ? 3 : 8) * length, tolerance: 1e-6)
      for sample in 0..<(length == 1 ? lineSamples : 1) {
        let field = sampler.sample(seed: 1, sample: sample)
        let result = Sweep(field).run()
        #expect(result.isAccepted, "sample \(sample)")
        let saddles = result.points.filter { $0.index == 1 }.map(\.position)
        for isAscending in [false, true] {
          let ends = result.points.filter { $0.index == (isAscending ? 2 : 0) }.map(\.position)
          let lines = GradientLines(field, step: 0.02 * field.domain.scale)
            .lines(from: saddles, isAscending: isAscending)
          #expect(lines.count == 2 * saddles.count)
          for line in lines {
            let last = line.points[line.points.count - 1]
            let nearest = ends.map { norm(field.domain.offset(from: $0, to: last)) }
            #expect(
              line.isFinished && nearest.min()! < 1e-8 * field.domain.scale,
              "sample \(sample), from \(line.points[0]) to \(last)")
          }
        }
      }
    }
  }

  /// Samples of each covariance; a campaign takes more.
  private var lineSamples: Int {
    ProcessInfo.processInfo.environment["SADDLERY_LINE_SAMPLES"].flatMap(Int.init)
      ?? (isLong ? 4 : 1)
  }

  /// Numbers and places of critical points in units of the length do not depend on the units.
  @Test(arguments: [(1e-9, 1.0), (1e9, 1.0), (1.0, 1e-9), (1.0, 1e9), (1e-9, 1e-18), (1e9, 1e18)])
  func unitsDoNotMatter(_ length: Double, _ variance: Double) throws {
    func points(_ length: Double, _ variance: Double) throws -> [CriticalPoint] {
      let sampler = try TorusSampler(
        .squaredExponential(variance: variance, length: length), dimension: 2, length: 6 * length)
      let result = Sweep(sampler.sample(seed: 2)).run()
      #expect(result.isAccepted)
      return result.points.sorted { $0.value < $1.value }
    }
    let (plain, scaled) = (try points(1, 1), try points(length, variance))
    #expect(plain.count == scaled.count && plain.count >= 4)
    let torus = Torus(dimension: 2, length: 6)
    for (a, b) in zip(plain, scaled) {
      #expect(a.index == b.index)
      #expect(abs(a.value - b.value / variance.squareRoot()) < 1e-9)
      #expect(norm(torus.offset(from: a.position, to: b.position.map { $0 / length })) < 1e-8)
    }
  }

  /// A field in a parabola in one and two dimensions against exact counts, every index at 4 standard errors
  /// (five numbers, 3e-4 in all). Control: the counts of twice the confinement.
  @Test(arguments: [(1, 150), (2, 80)]) func confined(_ n: Int, _ samples: Int) throws {
    try expectExact(n, 1, samples, control: 2)
  }

  /// Eight numbers, 5e-4 in all. Control: a third more confinement.
  @Test(.long, arguments: [(1, 0.5, 400), (1, 1.0, 400), (2, 0.5, 150), (2, 1.0, 150)])
  func confinedOften(_ n: Int, _ m: Double, _ samples: Int) throws {
    try expectExact(n, m, samples, control: 4.0 / 3)
  }

  private func expectExact(_ n: Int, _ m: Double, _ samples: Int, control: Double) throws {
    let covariance = try IsotropicCovariance.squaredExponential().extensive(dimension: n)
    let scale = Double(n).squareRoot()
    var counts: [[Double]] = []
    for sample in 0..<samples {
      let field = try WaveField(covariance, dimension: n, waves: 300, seed: 5, sample: sample)
      // f''(0) = 1. Slopes above seven standard deviations are not met.
      let result = Sweep(field.confined(by: m), reach: 7 / m, scale: scale).run()
      #expect(result.isAccepted, "sample \(sample)")
      counts.append(result.byIndex.map(Double.init))
    }
    func worst(_ m: Double) throws -> Double {
      let exact = try ConfinedFieldCounts(confinement: m, dimension: n)
      return (0...n).map { k in
        let values = counts.map { $0[k] }
        let mean = values.reduce(0, +) / Double(samples)
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return abs(mean - exact.byIndex[k].value) * Double(samples) / square.squareRoot()
      }.max()!
    }
    #expect(try worst(m) < 4)
    #expect(try worst(m * control) > 4)
  }
}
