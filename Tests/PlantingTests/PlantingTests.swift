import Foundation
import KacRice
import LinearAlgebra
import Models
import Planting
import RandomMatrices
import RandomStreams
import TestSupport
import Testing

/// Draws of critical points against their exact law. Every statistical assertion has a false-positive rate
/// of about 1e-6: means at 4.9 standard errors, Kolmogorov's √n D below 2.7.
@Suite struct PlantingTests {
  /// As many in a long run; with the part of a short one controls fail too.
  private func draws(_ count: Int, part: Int = 4) -> Range<Int> {
    0..<(isLong ? count : count / part)
  }

  private func mean(_ values: [Double]) -> (mean: Double, error: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean, (square / count).squareRoot())
  }

  private func isNear(_ values: [Double], _ expected: Double) -> Bool {
    let (mean, error) = mean(values)
    return abs(mean - expected) < 4.9 * error
  }

  /// √n times Kolmogorov's distance to a law with a density, integrated by the trapezoidal rule.
  private func distance(
    _ values: [Double], from low: Double, to high: Double, density: (Double) -> Double
  ) -> Double {
    let steps = 400
    let width = (high - low) / Double(steps)
    let heights = (0...steps).map { density(low + width * Double($0)) }
    var sums = [0.0]
    for i in 0..<steps { sums.append(sums[i] + (heights[i] + heights[i + 1]) / 2) }
    let sorted = values.sorted()
    let largest = sorted.enumerated().map { i, value in
      let place = min(max((value - low) / width, 0), Double(steps) - 1e-9)
      let (cell, part) = (Int(place), place - Double(Int(place)))
      let law = (sums[cell] + part * (sums[cell + 1] - sums[cell])) / sums[steps]
      return max(
        abs(law - Double(i) / Double(sorted.count)), abs(law - Double(i + 1) / Double(sorted.count))
      )
    }.max()!
    return largest * Double(sorted.count).squareRoot()
  }

  /// Energies by index follow the exact density. Control: that of the next index.
  @Test(arguments: [Mixture.pure(3), try Mixture([2: 0.5, 3: 1])], [0, 4])
  func energies(mixture: Mixture, index: Int) throws {
    let n = isLong ? 10 : 7
    let law = try SphericalCriticalPointLaw(mixture, dimension: n)
    let density = try CriticalPointDensity(mixture, dimension: n)
    let energies = try draws(800).map {
      try law.draw(index: index, seed: 1, sample: $0).value / Double(n)
    }
    #expect(distance(energies, from: -4, to: 4) { density.byIndex(energy: $0)[index] } < 2.7)
    #expect(distance(energies, from: -4, to: 4) { density.byIndex(energy: $0)[index + 1] } > 2.7)
  }

  /// Heights by index have the exact mean and, about it, the exact square. Control: κ of another field.
  @Test(arguments: [0.7, 1])
  func heights(kappa: Double) throws {
    let n = 8
    let exact = try FieldCriticalPointDensity(
      SpectralMoments(variance: 1, second: 1, fourth: 3), dimension: n)
    let law = try FieldCriticalPointLaw(
      SpectralMoments(variance: 1 / (kappa * kappa), second: 1, fourth: 3), dimension: n)
    for k in [0, 3] {
      let heights = try draws(800).map { try law.draw(index: k, seed: 2, sample: $0).value * kappa }
      func agrees(_ kappa: Double) -> Bool {
        let (mean, deviation) = (
          exact.meanHeightByIndex(kappa: kappa)[k].value,
          exact.heightDeviationByIndex(kappa: kappa)[k].value
        )
        return isNear(heights, mean)
          && isNear(heights.map { ($0 - mean) * ($0 - mean) }, deviation * deviation)
      }
      #expect(agrees(kappa))
      #expect(!agrees(kappa == 1 ? 0.7 : 1))
    }
  }

  /// The spectra of drawn Hessians against reweighted spectra of the tridiagonal ensemble: mean and square of
  /// each eigenvalue. Control: without the weights.
  @Test func spectra() throws {
    let (n, k) = (4, 1)
    let law = try FieldCriticalPointLaw(
      SpectralMoments(variance: 1, second: 1, fourth: 3), dimension: n)
    let drawn = try draws(3000).map { try law.draw(index: k, seed: 3, sample: $0).eigenvalues }
    #expect(drawn.allSatisfy { $0.count == n && $0.count { $0 < 0 } == k })
    var generator = GSLGenerator(RandomStream(seed: 4, purpose: .noise))
    let free = try draws(60_000).map { _ in
      try BetaEnsemble.hermite(size: n + 1).eigenvalues(from: &generator)
    }
    func agrees(_ weight: (Double) -> Double) -> Bool {
      let weights = free.map { weight($0[k]) }
      let total = weights.reduce(0, +)
      return (0..<n).allSatisfy { i in
        let values = free.map { 2.0.squareRoot() * ($0[i < k ? i : i + 1] - $0[k]) }
        return [1.0, 2].allSatisfy { power in
          let expected = zip(values, weights).reduce(0) { $0 + pow($1.0, power) * $1.1 } / total
          let spread = zip(values, weights).reduce(0) {
            $0 + pow((pow($1.0, power) - expected) * $1.1, 2)
          }
          let (found, error) = mean(drawn.map { pow($0[i], power) })
          let both = (error * error + spread / (total * total)).squareRoot()
          return abs(found - expected) < 4.9 * both
        }
      }
    }
    #expect(agrees { exp(-$0 * $0 / 2) })
    #expect(!agrees { _ in 1 })
  }

  /// Drawing the energy first and the rest given it is drawing at once: the radial derivative's mean and
  /// its covariance with the energy. Control: energies of other draws.
  @Test func givenEnergy() throws {
    let (n, k) = (isLong ? 8 : 6, 2)
    let law = try SphericalCriticalPointLaw(try Mixture([2: 0.5, 4: 1]), dimension: n)
    let first = try draws(1500, part: 2).map { try law.draw(index: k, seed: 5, sample: $0) }
    let second = try first.enumerated().map { sample, point in
      try law.draw(index: k, energy: point.value / Double(n), seed: 6, sample: sample)
    }
    #expect(zip(first, second).allSatisfy { abs($0.value - $1.value) < 1e-12 })
    func moments(_ energies: [PlantedPoint], _ points: [PlantedPoint]) -> [[Double]] {
      [
        points.map(\.radialDerivative),
        zip(energies, points).map { $0.value * $1.radialDerivative },
      ]
    }
    func agree(_ a: [[Double]], _ b: [[Double]]) -> Bool {
      zip(a, b).allSatisfy { a, b in
        let (x, y) = (mean(a), mean(b))
        return abs(x.mean - y.mean) < 4.9 * (x.error * x.error + y.error * y.error).squareRoot()
      }
    }
    #expect(agree(moments(first, first), moments(first, second)))
    let shifted = Array(second.dropFirst()) + second.prefix(1)
    #expect(!agree(moments(first, first), moments(first, shifted)))
    // In a pure model the energy fixes the radial derivative.
    let pure = try SphericalCriticalPointLaw(.pure(3), dimension: n).draw(
      index: k, energy: -1.1, seed: 7)
    #expect(abs(pure.radialDerivative + 3.3) < 1e-12 && pure.eigenvalues.count { $0 < 0 } == k)
  }

  /// Eigenvectors are uniform: the square of a component of one has mean 1/n, its fourth power 3/(n(n+2)).
  @Test func eigenvectorsAreUniform() throws {
    let n = 5
    let law = try SphericalCriticalPointLaw(.pure(3), dimension: n + 1)
    var solver = HermitianEigensolver<Double>(size: n)
    let squares = try draws(1500).map { sample in
      let point = try law.draw(index: 1, seed: 8, sample: sample)
      let isDone = solver.diagonalize(point.hessian, vectors: true)
      #expect(isDone)
      #expect(zip(solver.eigenvalues, point.eigenvalues).allSatisfy { abs($0 - $1) < 1e-12 })
      return pow(solver.eigenvectors[2, 0], 2)
    }
    #expect(isNear(squares, 1 / Double(n)))
    #expect(isNear(squares.map { $0 * $0 }, 3 / Double(n * (n + 2))))
  }
}
