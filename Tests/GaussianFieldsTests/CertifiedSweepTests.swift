import CriticalPoints
import Foundation
import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import Statistics
import TestSupport
import Testing

/// Sweeps with proof: the constant that the proof is made with, and what it proves.
@Suite struct CertifiedSweepTests {
  /// A landscape that does not know how fast its Hessian changes.
  private struct Plain<Base: Landscape>: Landscape {
    let base: Base
    var domain: Base.Space { base.domain }
    func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
      base.evaluate(points, into: &jets)
    }
  }

  /// One that overstates it, or understates it.
  private struct Stretched: LipschitzHessian {
    let base: FourierField
    let factor: Double
    var domain: Torus { base.domain }
    var roundingErrors: (gradient: Double, hessian: Double) { base.roundingErrors }
    func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
      base.evaluate(points, into: &jets)
    }
    func hessianLipschitzConstant() -> Double { factor * base.hessianLipschitzConstant() }
  }

  private func covariance(_ kind: Int, _ length: Double = 1, _ variance: Double = 1) throws
    -> IsotropicCovariance
  {
    try [
      IsotropicCovariance.squaredExponential(variance: variance, length: length),
      IsotropicCovariance.matern(smoothness: 4, variance: variance, length: length),
      IsotropicCovariance.matern(smoothness: 6.5, variance: variance, length: length),
      IsotropicCovariance.rationalQuadratic(exponent: 6, variance: variance, length: 0.7 * length),
    ][kind]
  }

  /// The constant bounds the change of the Hessian between neighbours, anywhere; and is not three times as
  /// large as what is seen at twenty thousand places.
  @Test(arguments: 1...3, 0..<4) func constant(_ n: Int, _ kind: Int) throws {
    let sampler = try TorusSampler(
      covariance(kind), dimension: n, length: n == 3 ? 3 : 6,
      tolerance: n == 3 ? 1e-4 : 1e-6)
    let field = sampler.sample(seed: 7)
    let bound = field.hessianLipschitzConstant()
    var stream = RandomStream(seed: 7, purpose: .noise)
    let count = n == 3 ? 2000 : 20_000
    let step = 1e-4
    var places = Matrix<Double>(rows: n, columns: 2 * count)
    for b in 0..<count {
      let direction = stream.normals(count: n)
      for (i, x) in stream.uniforms(count: n).enumerated() {
        places[i, 2 * b] = x * sampler.domain.length
        places[i, 2 * b + 1] = places[i, 2 * b] + step * direction[i] / norm(direction)
      }
    }
    let jets = field.jets(at: places, upTo: .hessian)
    var solver = HermitianEigensolver<Double>(size: n)
    let rates = (0..<count).map { b -> Double in
      var change = jets.hessian(2 * b)
      let other = jets.hessian(2 * b + 1)
      for i in change.elements.indices { change.storage[i] -= other.elements[i] }
      _ = solver.diagonalize(change, vectors: false)
      return solver.eigenvalues.reduce(0) { max($0, abs($1)) } / step
    }
    let largest = rates.max()!
    #expect(largest <= bound * (1 + 1e-6))
    #expect(bound < 3 * largest, "\(bound) for \(largest)")
  }

  /// A first grid that misses most points does not matter: the proof fails where they are, which finds them.
  @Test(arguments: 0..<8) func coarseGridsMissNothing(_ sample: Int) throws {
    let sampler = try TorusSampler(.squaredExponential(), dimension: 2, length: 8)
    let field = sampler.sample(seed: 5, sample: sample)
    let fine = Sweep(field).run()
    var coarse = Sweep(field)
    coarse.spacing = 2
    let result = coarse.run()
    #expect(fine.completeness == .proved && result.completeness == .proved)
    #expect(fine.byIndex == result.byIndex)
    // The control: that grid alone, without proof.
    var plain = Sweep(Plain(base: field))
    plain.spacing = 2
    plain.sweepLimit = 1
    #expect(plain.run().points.count < fine.points.count)
  }

  /// A larger constant proves the same, with more cells; one that is far too small proves what is not true.
  @Test func anyValidConstantDoes() throws {
    let sampler = try TorusSampler(.squaredExponential(), dimension: 2, length: 6)
    let field = sampler.sample(seed: 5)
    let plain = Sweep(field).run()
    let wide = Sweep(Stretched(base: field, factor: 2)).run()
    #expect(wide.completeness == .proved && wide.byIndex == plain.byIndex)
    var wrong = Sweep(Stretched(base: field, factor: 1e-6))
    wrong.spacing = 6
    #expect(wrong.run().points.count < plain.points.count)
  }

  /// Fields of one to three dimensions, four covariances, sizes of 3 to 30 lengths (3 to 5 in three): each
  /// certified or checked, and a finer grid by itself finds the same points. `SADDLERY_SWEEPS=2000` for a campaign.
  @Test func finerGridsFindNothingNew() throws {
    let asked = ProcessInfo.processInfo.environment["SADDLERY_SWEEPS"].flatMap(Int.init)
    let samples = asked ?? (isLong ? 20 : 10)
    let outcomes = try concurrentMap(0..<samples, threads: defaultThreads) { sample in
      Result { try verdict(sample) }
    }.map { try $0.get() }
    let byCompleteness = Dictionary(grouping: outcomes) { "\($0.dimension)-D \($0.completeness)" }
    print(
      "\(samples) fields:",
      byCompleteness.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }
        .joined(separator: ", "), "points \(outcomes.reduce(0) { $0 + $1.points })")
    #expect(outcomes.allSatisfy { $0.completeness != .incomplete([]) })
    for outcome in outcomes { #expect(outcome.missing == 0, "\(outcome)") }
  }

  private struct Outcome: Sendable {
    let sample, dimension: Int
    let size: Double
    let completeness: Completeness
    let points: Int
    /// Points that one sweep found and the other did not.
    let missing: Int
  }

  private func verdict(_ sample: Int) throws -> Outcome {
    var stream = RandomStream(seed: 11, purpose: .noise, sample: sample)
    // 2 of 5 in one dimension, 2 in two, 1 in three.
    let n = [1, 2, 1, 2, 3][sample % 5]
    let size = n == 3 ? 3 + 2 * stream.uniform() : 3 * pow(10, stream.uniform())
    let sampler = try TorusSampler(
      covariance(sample / 5 % 4), dimension: n, length: size, tolerance: [1e-8, 1e-5, 2e-5][n - 1])
    let field = sampler.sample(seed: 11, sample: sample)
    let result = Sweep(field).run(threads: 1)
    var finer = Sweep(Plain(base: field))
    finer.spacing *= n == 3 ? 0.7 : 0.35
    finer.sweepLimit = 1
    let other = finer.run(threads: 1)
    func missing(_ a: [CriticalPoint], in b: [CriticalPoint]) -> Int {
      a.count { point in
        !b.contains {
          $0.index == point.index
            && norm(field.domain.offset(from: $0.position, to: point.position))
              < 1e-6 * field.domain.scale
        }
      }
    }
    return Outcome(
      sample: sample, dimension: n, size: size, completeness: result.completeness,
      points: result.points.count,
      missing: missing(result.points, in: other.points) + missing(other.points, in: result.points))
  }
}
