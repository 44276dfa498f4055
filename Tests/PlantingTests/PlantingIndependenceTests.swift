import GaussianFields
import Landscapes
import LinearAlgebra
import Models
import Planting
import RandomStreams
import SpinGlasses
import Testing

/// What is planted is independent of the landscape it is planted in, at equal seeds.
@Suite struct PlantingIndependenceTests {
  private static let samples = 1500

  /// Largest of √S|r| over the correlations r of any number of one side, its sign, size and square, with any
  /// of the other.
  private func strongest(_ planted: [[Double]], _ host: [[Double]]) -> Double {
    func normalized(_ rows: [[Double]]) -> [[Double]] {
      rows[0].indices.flatMap { column in
        let values = rows.map { $0[column] }
        let mean = values.reduce(0, +) / Double(values.count)
        let centred = values.map { $0 - mean }
        return [centred, centred.map(abs), values.map(abs)].compactMap { column in
          let mean = column.reduce(0, +) / Double(column.count)
          let rest = column.map { $0 - mean }
          let length = norm(rest)
          return length > 0 ? rest.map { $0 / length } : nil
        }
      }
    }
    let others = normalized(host)
    return normalized(planted).flatMap { a in
      others.map { b in abs(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }) }
    }.max()! * Double(Self.samples).squareRoot()
  }

  /// Some thousand correlations of 1500 samples below 6 standard errors (1e-5 in all). Control: drawn for the
  /// purpose of the landscape's own disorder they are not.
  private func expectIndependent(
    of host: [[Double]], _ draw: (_ sample: Int, _ purpose: StreamPurpose) throws -> [Double]
  ) throws {
    func worst(_ purpose: StreamPurpose) throws -> Double {
      strongest(try (0..<Self.samples).map { try draw($0, purpose) }, host)
    }
    #expect(try worst(.planting) < 6)
    #expect(try worst(.disorder) > 6)
  }

  private func numbers(_ point: PlantedPoint) -> [Double] {
    [point.value, point.radialDerivative] + point.eigenvalues + point.hessian.elements
  }

  private func numbers(_ landscape: some Landscape, at place: [Double]) -> [Double] {
    let jets = landscape.jets(at: Matrix<Double>(columns: [place]), upTo: .hessian)
    return jets.values + jets.gradients.elements + jets.hessians!.elements
  }

  @Test func sphericalModels() throws {
    let n = 4
    let mixture = try Mixture([1: 1, 3: 0.3])
    let law = try SphericalCriticalPointLaw(mixture, dimension: n)
    let host = (0..<Self.samples).map { sample in
      let place = (0..<n).map { $0 == 0 ? Double(n).squareRoot() : 0 }
      return numbers(
        PSpinHamiltonian(mixture, dimension: n, seed: 1, sample: sample), at: place)
    }
    try expectIndependent(of: host) {
      try numbers(law.draw(index: 1, seed: 1, sample: $0, purpose: $1))
    }
  }

  /// A field of few waves.
  @Test func fields() throws {
    let covariance = try IsotropicCovariance.rationalQuadratic(exponent: 0.3)
    let law = try FieldCriticalPointLaw(
      covariance.moments(), dimension: 2)
    let host = try (0..<Self.samples).map { sample in
      numbers(
        try WaveField(covariance, dimension: 2, waves: 2, seed: 1, sample: sample), at: [0, 0])
    }
    try expectIndependent(of: host) {
      try numbers(law.draw(index: 1, seed: 1, sample: $0, purpose: $1))
    }
  }

  /// Values drawn to condition a field on.
  @Test func pointSamples() throws {
    let covariance = try IsotropicCovariance.squaredExponential()
    let sampler = try PointSampler(covariance, points: Matrix<Double>(columns: [[0.0], [1]]))
    let host = try (0..<Self.samples).map { sample in
      numbers(
        try WaveField(covariance, dimension: 1, waves: 1, seed: 1, sample: sample), at: [0.3])
    }
    try expectIndependent(of: host) { sampler.sample(seed: 1, sample: $0, purpose: $1) }
  }
}
