import Foundation
import KacRice
import Models
import RandomStreams
import TestSupport
import Testing

/// Exact mean counts with a planted signal against enumerations, limits, identities and the GOE.
@Suite struct SpikedCountsTests {
  /// All critical points by polynomial homotopy, averaged over disorder: mean and standard error.
  /// Five numbers within 4 standard errors: false positives 3e-4. Controls: the wrong signal fails.
  @Test func enumeratedTensors() throws {
    let rows: [(strength: Double, n: Int, means: [(Double, Double)])] = [
      (1, 3, [(2.973, 0.003), (3.946, 0.006)]),
      (1, 4, [(3.381, 0.005), (5.366, 0.012)]),
      (2, 4, [(3.054, 0.006), (4.747, 0.013)]),
    ]
    for (strength, n, means) in rows {
      func worst(_ strength: Double) throws -> Double {
        let counts = try CriticalPointCounts(
          .pure(3), signal: try Signal(degree: 3, strength: strength), dimension: n)
        return zip(counts.byIndex, means).map { abs($0.value - $1.0) / $1.1 }.max()!
      }
      #expect(try worst(strength) < 4)
      #expect(try worst(0.9 * strength) > 4)
    }
  }

  /// A signal that vanishes leaves the counts of the identity for the N x N GOE, found another way.
  @Test(arguments: ["3:1", "4:1", "1:0.4,3:0.5,4:0.5"], [2, 3, 6] + (isLong ? [8, 15] : []))
  func noSignal(_ text: String, _ n: Int) throws {
    let mixture = try Mixture(parsing: text)
    let spiked = try CriticalPointCounts(
      mixture, signal: try Signal(degree: 2, strength: 1e-14), dimension: n)
    let plain = try CriticalPointCounts(mixture, dimension: n)
    for k in 0..<n {
      let difference = spiked.byIndex[k].value - plain.byIndex[k].value
      #expect(abs(difference) <= max(spiked.byIndex[k].error, 1e-11 * plain.byIndex[k].value))
      #expect(
        abs(spiked.meanEnergyByIndex[k].value - plain.meanEnergyByIndex[k].value) < 1e-11)
      #expect(
        abs(
          spiked.standardDeviationByIndex[k].value - plain.standardDeviationByIndex[k].value)
          < 1e-9)
      #expect(abs(spiked.meanOverlapByIndex![k].value) < 1e-11)
    }
  }

  /// A matrix plus a rank-one matrix is a matrix: two points of each index, and none prefers a sign.
  @Test(arguments: [0.3, 1, 2.5]) func matrixWithSpike(_ strength: Double) throws {
    let counts = try CriticalPointCounts(
      .pure(2), signal: try Signal(degree: 2, strength: strength), dimension: 9)
    for k in 0..<9 {
      #expect(abs(counts.byIndex[k].value - 2) <= max(counts.byIndex[k].error, 1e-12))
      #expect(abs(counts.byIndex[k].value - 2) < 1e-10)
      #expect(abs(counts.meanOverlapByIndex![k].value) < 1e-12)
    }
  }

  /// Σ(-1)^k N_k is the Euler characteristic of the sphere, whatever the signal; of odd models the
  /// mirror image exchanges index and sign of overlap and energy.
  @Test(arguments: 2...(isLong ? 9 : 6)) func morseSumAndSymmetry(_ n: Int) throws {
    let uneven = try CriticalPointCounts(
      try Mixture([2: 0.5, 3: 1]), signal: try Signal([1: 0.2, 2: 0.7, 4: 1]), dimension: n)
    let sum = uneven.byIndex.enumerated().reduce(0) {
      $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element.value
    }
    #expect(abs(sum - (n.isMultiple(of: 2) ? 0 : 2)) < 1e-9)
    let odd = try CriticalPointCounts(
      .pure(3), signal: try Signal([1: 0.2, 3: 1.5]), dimension: n)
    for k in 0..<n {
      let other = n - 1 - k
      #expect(abs(odd.byIndex[k].value - odd.byIndex[other].value) < 1e-9)
      #expect(
        abs(odd.meanOverlapByIndex![k].value + odd.meanOverlapByIndex![other].value) < 1e-9)
    }
  }

  /// Densities in overlap and energy, integrated by other rules than the counts are.
  @Test(arguments: isLong ? [3, 6] : [3]) func densityIntegratesToCounts(_ n: Int) throws {
    let signal = try Signal(degree: 3, strength: 1.2)
    let mixture = try Mixture([2: 0.4, 3: 1])
    let counts = try CriticalPointCounts(mixture, signal: signal, dimension: n)
    let density = try SpikedOverlapDensity(mixture, signal: signal, dimension: n)
    let joint = try SpikedCriticalPointDensity(mixture, signal: signal, dimension: n)
    // Simpson in m of a smooth function of m = sin s; here the density alone, by index.
    let panels = 400
    var sums = [Double](repeating: 0, count: n)
    for i in 1..<panels {
      let s = -Double.pi / 2 + Double.pi * Double(i) / Double(panels)
      let weight = (i.isMultiple(of: 2) ? 2.0 : 4) * Double.pi / Double(panels) / 3
      for (k, value) in density.byIndex(overlap: sin(s)).enumerated() {
        sums[k] += weight * cos(s) * value
      }
    }
    for k in 0..<n { #expect(abs(sums[k] / counts.byIndex[k].value - 1) < 1e-8) }
    // And the density in energy to the density in overlap, at one m.
    let step = 0.05
    var line = [Double](repeating: 0, count: n)
    for i in 0..<200 {
      let values = joint.byIndex(overlap: 0.4, energy: -5 + step * Double(i))
      for k in 0..<n { line[k] += step * values[k] }
    }
    for (a, b) in zip(line, density.byIndex(overlap: 0.4)) { #expect(abs(a / b - 1) < 1e-9) }
  }

  /// The Kac-Rice integrand at one overlap by direct Monte Carlo over dense matrices with a rank-one
  /// term. Normal law for the mean of 40 000 determinants, 4.5 standard errors, five indices:
  /// false positives 4e-5. The control leaves out the rank-one term.
  @Test func directMonteCarlo() throws {
    let (n, m) = (5, 0.6)
    let signal = try Signal(degree: 3, strength: 1.5)
    let exact = try SpikedOverlapDensity(.pure(3), signal: signal, dimension: n)
      .byIndex(overlap: m)
    var stream = RandomStream(seed: 5, purpose: .disorder, sample: 0)
    func sampled(_ hasRankOne: Bool) -> [(mean: Double, error: Double)] {
      let count = 40_000
      var sums = [(Double, Double)](repeating: (0, 0), count: n)
      let (first, second) = (3.0, 6.0)
      for _ in 0..<count {
        var normals = [Double](repeating: 0, count: 17)
        normals.withUnsafeMutableBufferPointer { stream.fill(normals: $0) }
        let y =
          -m * signal.energy(m, derivative: 1)
          + ((first + second) / Double(n)).squareRoot() * normals[0]
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: 4), count: 4)
        var next = 1
        for i in 0..<4 {
          for j in 0...i {
            let scale = (second / Double(n) * (i == j ? 2 : 1)).squareRoot()
            matrix[i][j] = scale * normals[next]
            matrix[j][i] = matrix[i][j]
            next += 1
          }
          matrix[i][i] -= y
        }
        if hasRankOne { matrix[0][0] -= signal.energy(m, derivative: 2) * (1 - m * m) }
        // Index and determinant by elimination without pivoting: inertia of a symmetric matrix.
        var (determinant, index) = (1.0, 0)
        for i in 0..<4 {
          let pivot = matrix[i][i]
          determinant *= abs(pivot)
          if pivot < 0 { index += 1 }
          for r in (i + 1)..<max(4, i + 1) {
            for c in (i + 1)..<max(4, i + 1) {
              matrix[r][c] -= matrix[r][i] * matrix[i][c] / pivot
            }
          }
        }
        sums[index].0 += determinant
        sums[index].1 += determinant * determinant
      }
      // Surface of the sphere of radius √N at overlap m, and the gradient's density at zero.
      let d = Double(n)
      let slope = signal.energy(m, derivative: 1)
      let area = 2 * pow(Double.pi, (d - 1) / 2) / tgamma((d - 1) / 2)
      let factor =
        pow(d, (d - 1) / 2) * area * pow(1 - m * m, (d - 3) / 2)
        * pow(2 * Double.pi * first, -(d - 1) / 2)
        * exp(-d * slope * slope * (1 - m * m) / (2 * first))
      return sums.map { sum in
        let mean = sum.0 / Double(count)
        let variance = max(0, sum.1 / Double(count) - mean * mean) / Double(count)
        return (factor * mean, factor * variance.squareRoot())
      }
    }
    func worst(_ rows: [(mean: Double, error: Double)]) -> Double {
      zip(rows, exact).filter { $0.0.mean > 0 }.map { abs($0.mean - $1) / $0.error }.max()!
    }
    #expect(worst(sampled(true)) < 4.5)
    #expect(worst(sampled(false)) > 4.5)
  }
}
