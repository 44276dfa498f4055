import LinearAlgebra
import Numerics
import RandomMatrices
import Testing

/// What a sample of a matrix or a spectrum has to show.
struct Moments: Sendable, Equatable {
  /// tr A and tr A Aᴴ.
  var trace, square: Double
  /// The largest element of what symmetry says is zero.
  var defect: Double
}

/// An ensemble, exact means of its ``Moments``, and a large member to hold against its limiting law.
struct EnsembleCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let trace, square: Double
  /// The defect that rounding may leave; 0 for symmetry to the last bit.
  let tolerance: Double
  let draw: @Sendable (UInt64, Int) -> Moments
  let large: (any SpectrumEnsemble)?

  init(
    _ name: String, _ ensemble: some MatrixEnsemble, trace: Double = 0, square: Double,
    _ symmetry: MatrixSymmetry = .none, large: (any SpectrumEnsemble)? = nil
  ) {
    (testDescription, self.trace, self.square) = (name, trace, square)
    (tolerance, self.large) = (symmetry == .hermitian ? 0 : 2e-14, large)
    draw = { seed, sample in
      symmetry.moments(of: ensemble.sample(seed: seed, sample: sample))
    }
  }

  init(
    _ name: String, spectrum: some SpectrumEnsemble, trace: Double = 0, square: Double,
    large: any SpectrumEnsemble
  ) {
    (testDescription, self.trace, self.square) = (name, trace, square)
    (tolerance, self.large) = (0, large)
    draw = { seed, sample in
      let x = spectrum.eigenvalues(seed: seed, sample: sample)
      return Moments(
        trace: x.reduce(0, +), square: x.reduce(0) { $0 + $1 * $1 },
        defect: x == x.sorted() && x.count == spectrum.size ? 0 : 1)
    }
  }
}

/// What a matrix is beside random.
enum MatrixSymmetry: Sendable {
  case none, hermitian, unitary, symmetricUnitary
  /// Of quaternions, and Hermitian, unitary or nothing else.
  case quaternion, hermitianQuaternion, unitaryQuaternion
  /// Unitary with U = Z Uᵀ Zᵀ.
  case selfDualUnitary

  func moments<Scalar>(of matrix: Matrix<Scalar>) -> Moments {
    let a = Matrix(
      rows: matrix.rows, columns: matrix.columns,
      elements: matrix.elements.map { $0 as? Complex<Double> ?? Complex($0 as! Double) })
    return Moments(
      trace: a.trace.real, square: a.elements.reduce(0) { $0 + $1.lengthSquared },
      defect: defects(of: a).max() ?? 0)
  }

  private func defects(of a: Matrix<Complex<Double>>) -> [Double] {
    switch self {
    case .none: []
    case .hermitian: [distance(a, a.adjoint)]
    case .unitary: [unitarity(a)]
    case .symmetricUnitary: [unitarity(a), distance(a, a.transposed)]
    case .quaternion: [distance(a, conjugate(a))]
    case .hermitianQuaternion: [distance(a, a.adjoint), distance(a, conjugate(a))]
    case .unitaryQuaternion: [unitarity(a), distance(a, conjugate(a))]
    case .selfDualUnitary: [unitarity(a), distance(a, conjugate(a.adjoint))]
    }
  }

  private func unitarity(_ a: Matrix<Complex<Double>>) -> Double {
    distance(a * a.adjoint, .identity(a.rows))
  }

  /// Z Ā Zᵀ, A itself for a matrix of quaternions.
  private func conjugate(_ a: Matrix<Complex<Double>>) -> Matrix<Complex<Double>> {
    var result = a
    for j in 0..<a.columns {
      for i in 0..<a.rows {
        let sign: Double = (i + j).isMultiple(of: 2) ? 1 : -1
        result[i, j] = Complex(sign) * a[i ^ 1, j ^ 1].conjugate
      }
    }
    return result
  }

  private func distance(_ a: Matrix<Complex<Double>>, _ b: Matrix<Complex<Double>>) -> Double {
    zip(a.elements, b.elements).map { ($0 - $1).length }.max() ?? 0
  }
}
