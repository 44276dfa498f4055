internal import Landscapes
internal import LinearAlgebra

/// The critical points of a quadratic form on the sphere: its eigenvectors, both signs.
///
///     H(σ) = σ·Aσ/2,   A v_k = λ_k v_k, λ₀ < λ₁ < ...:   σ = ±√N v_k of index k
///
/// Those of eigenvalues that are the same within their errors are not isolated, and left out.
///
/// Reference: Horn and Johnson, Matrix Analysis (1985), section 4.3, Weyl's inequality for the errors.
enum QuadraticEnumeration {
  static func run(_ landscape: some PolynomialLandscape) -> EnumerationResult {
    let domain = landscape.domain
    let n = domain.ambientDimension
    let pole = Matrix<Double>(columns: [(0..<n).map { $0 == 0 ? domain.scale : 0 }])
    let hessian = landscape.jets(at: pole, upTo: .hessian).hessian(0)
    var solver = HermitianEigensolver<Double>(size: n)
    let isSolved = solver.diagonalize(hessian, vectors: true)
    let eigenvalues = solver.eigenvalues
    // The solver's backward error; eigenvalues further apart are distinct, their number certain.
    let error = 100 * Double(n) * Double.ulpOfOne * norm(hessian.elements)
    func isApart(_ k: Int) -> Bool {
      (k == 0 || eigenvalues[k] - eigenvalues[k - 1] > 2 * error)
        && (k == n - 1 || eigenvalues[k + 1] - eigenvalues[k] > 2 * error)
    }
    let simple = isSolved ? (0..<n).filter(isApart) : []
    var points: [EnumeratedPoint] = []
    for k in simple {
      for sign in [1.0, -1] {
        let position = (0..<n).map { sign * domain.scale * solver.eigenvectors[$0, k] }
        let jets = landscape.jets(at: Matrix<Double>(columns: [position]), upTo: .gradient)
        let y = zip(position, jets.gradients.elements).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        let tangential = zip(position, jets.gradients.elements).map { $1 - y * $0 }
        points.append(
          EnumeratedPoint(
            position: position, value: jets.values[0], radialDerivative: y,
            gradientNorm: norm(tangential) / domain.scale, index: k,
            isIndexCertified: true))
      }
    }
    let byIndex = (0..<n).map { simple.contains($0) ? 2 : 0 }
    return EnumerationResult(
      expectedComplex: 2 * n, foundComplex: points.count, points: points, byIndex: byIndex,
      eulerCharacteristic: byIndex.enumerated().reduce(0) {
        $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element
      }, expectedEulerCharacteristic: n.isMultiple(of: 2) ? 0 : 2,
      completeness: simple.count == n
        ? .proved
        : .incomplete([
          "\(n - simple.count) eigenvectors have no eigenvalue of their own: their critical points are not "
            + "isolated"
        ]), paths: 0, meanSteps: 0, attempts: 1)
  }
}
