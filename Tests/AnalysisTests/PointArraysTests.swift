import Analysis
import ArrayFiles
import CriticalPoints
import Foundation
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

/// Positions, spectra and overlaps of critical points.
@Suite struct PointArraysTests {
  /// All critical points of two samples.
  private func arrays(n: Int = 8) throws -> PointArrays {
    var arrays = PointArrays(on: Sphere(ambientDimension: n))
    for sample in 0..<2 {
      let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 4, sample: sample)
      arrays.add(try Enumeration.run(hamiltonian).points, of: hamiltonian, sample: sample)
    }
    return arrays
  }

  /// Spectra have as many negative eigenvalues as the proved index says; searches add each point once.
  @Test func spectraAgreeWithIndices() throws {
    let arrays = try arrays()
    #expect(arrays.samples.count > 40)
    for (index, spectrum) in zip(arrays.indices, arrays.spectra) {
      #expect(spectrum.count == 7 && spectrum.count { $0 < 0 } == index)
    }
    let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 8, seed: 4)
    var found = PointArrays(on: hamiltonian.domain)
    let points = Search(hamiltonian).run(points: 200, indices: [0], seed: 1)
    found.add(points, of: hamiltonian)
    let minima = zip(arrays.samples, arrays.indices).count { $0 == 0 && $1 == 0 }
    #expect(found.indices.count { $0 == 0 } <= minima && points.count > 10 * found.indices.count)
    let sets = arrays.datasets
    #expect(sets.map(\.path) == ["/sample", "/index", "/value", "/position", "/spectrum"])
    #expect(sets[3].shape == [arrays.samples.count, 8])
    #expect(sets[3].attributes["DIMENSION_LABELS"] == .texts(["point", "coordinate"]))
  }

  /// Every pair is in one bin; the errors of two samples are half the difference of their densities, weighted by pairs.
  @Test func overlaps() throws {
    let arrays = try arrays()
    for index in 0..<8 {
      let histogram = OverlapHistogram(arrays, index: index, bins: 10)
      let members = arrays.indices.indices.filter { arrays.indices[$0] == index }
      var (pairs, sum) = ([[Int]](repeating: [Int](repeating: 0, count: 10), count: 2), 0.0)
      for i in members {
        for j in members where j < i && arrays.samples[i] == arrays.samples[j] {
          let q = zip(arrays.positions[i], arrays.positions[j]).reduce(0) { $0 + $1.0 * $1.1 } / 8
          pairs[arrays.samples[i]][min(9, Int((q + 1) * 5))] += 1
          sum += 1
        }
      }
      #expect(histogram.counts == zip(pairs[0], pairs[1]).map(+))
      guard pairs.allSatisfy({ $0.reduce(0, +) > 0 }) else { continue }
      for bin in 0..<10 {
        let own = pairs.map { 5 * Double($0[bin]) / Double($0.reduce(0, +)) }
        #expect(abs(histogram.standardErrors[bin] - abs(own[0] - own[1]) / 2) < 1e-12)
        #expect(abs(histogram.density[bin] - 5 * Double(histogram.counts[bin]) / sum) < 1e-12)
      }
    }
  }

  /// Errors of one sample, from the spread of histograms of independent points on a sphere, sixty of them:
  /// the jackknife's mean square is that of the densities over 400 repetitions, within a quarter. Control: errors that take
  /// pairs for independent are too small where each point is counted in many.
  @Test func jackknife() {
    let (n, points, repetitions) = (3, 60, 400)
    let zero = HandMade()
    var (squares, variances, naive) = (0.0, 0.0, 0.0)
    var densities: [Double] = []
    for repetition in 0..<repetitions {
      var arrays = PointArrays(on: Sphere(ambientDimension: n))
      arrays.add(zero.points(points, repetition), of: zero)
      let histogram = OverlapHistogram(arrays, index: 0, bins: 2)
      densities.append(histogram.density[1])
      variances += histogram.standardErrors[1] * histogram.standardErrors[1]
      naive += histogram.density[1] * (1 - histogram.density[1]) / Double(points * (points - 1) / 2)
    }
    let mean = densities.reduce(0, +) / Double(repetitions)
    squares = densities.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(repetitions - 1)
    #expect(abs(variances / Double(repetitions) / squares - 1) < 0.25)
    #expect(naive / Double(repetitions) < 0.75 * squares)
  }

  /// A function that is stationary everywhere, with points near one axis more often than not.
  private struct HandMade: Landscape {
    let domain = Sphere(ambientDimension: 3)
    func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) { jets.clear() }
    func points(_ count: Int, _ repetition: Int) -> [CriticalPoint] {
      var stream = RandomStream(seed: 6, purpose: .noise, sample: repetition)
      return (0..<count).map { _ in
        let normals = zip(stream.normals(count: 3), [0, 0, 0.8]).map(+)
        return CriticalPoint(
          position: domain.point(fromNormals: normals), value: 0, radialDerivative: 0,
          gradientNorm: 0, index: 0, lowestEigenvalue: 1, highestEigenvalue: 1,
          outcome: .converged, iterations: 0, targetIndex: 0)
      }
    }
  }
}
