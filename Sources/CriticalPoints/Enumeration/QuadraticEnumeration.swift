internal import Landscapes
internal import LinearAlgebra

/// The critical points of a quadratic form on the sphere: its eigenvectors, both signs, index k for
/// eigenvalue number k.
enum QuadraticEnumeration {
  static func run(_ landscape: some PolynomialLandscape) -> EnumerationResult {
    let domain = landscape.domain
    let n = domain.ambientDimension
    let pole = Matrix(columns: [(0..<n).map { $0 == 0 ? domain.scale : 0 }])
    let hessian = landscape.jets(at: pole, upTo: .hessian).hessian(0)
    var solver = SymmetricEigensolver(size: n)
    let isSolved = solver.diagonalize(hessian, vectors: true)
    let eigenvalues = solver.eigenvalues
    // The solver's backward error; eigenvalues further apart are distinct, their number certain.
    let error = 100 * Double(n) * Double.ulpOfOne * norm(hessian.elements)
    func isApart(_ k: Int) -> Bool {
      (k == 0 || eigenvalues[k] - eigenvalues[k - 1] > 2 * error)
        && (k == n - 1 || eigenvalues[k + 1] - eigenvalues[k] > 2 * error)
    }
    var points: [EnumeratedPoint] = []
    for k in 0..<n {
      for sign in [1.0, -1] {
        let position = (0..<n).map { sign * domain.scale * solver.eigenvectors[$0, k] }
        let jets = landscape.jets(at: Matrix(columns: [position]), upTo: .gradient)
        let y = zip(position, jets.gradients.elements).reduce(0) { $0 + $1.0 * $1.1 } / Double(n)
        let tangential = zip(position, jets.gradients.elements).map { $1 - y * $0 }
        points.append(
          EnumeratedPoint(
            position: position, value: jets.values[0], radialDerivative: y,
            gradientNorm: norm(tangential) / domain.scale, index: k,
            isIndexCertified: isSolved && isApart(k)))
      }
    }
    let uncertain = points.count { !$0.isIndexCertified }
    let euler = n.isMultiple(of: 2) ? 0 : 2
    return EnumerationResult(
      expectedComplex: 2 * n, foundComplex: 2 * n - uncertain, points: points,
      byIndex: [Int](repeating: 2, count: n), eulerCharacteristic: euler,
      expectedEulerCharacteristic: euler,
      verdict: uncertain == 0
        ? .complete : .incomplete(["\(uncertain) eigenvectors have no eigenvalue of their own"]),
      paths: 0, meanSteps: 0, attempts: 1)
  }
}
