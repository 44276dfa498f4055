internal import Landscapes
public import LinearAlgebra
internal import Models
internal import Requirements

extension PSpinHamiltonian {
  /// This Hamiltonian conditioned on its value, gradient and Hessian at a point: its couplings, corrected by
  /// the mean of the ensemble given what is missing.
  ///
  ///     A N ξ(q) + B N q ξ'(q) + ξ'(q) w·σ + ξ''(q) σᵀWσ/N,   q = σ·σ₀/N
  ///
  /// w and W, tangent at σ₀, are the missing gradient over ξ′ and N/(2ξ″) times the missing Euclidean
  /// Hessian; A and B solve two equations for energy and radial derivative. If the couplings come from the
  /// ensemble, the result has its law given the jet.
  ///
  /// - Parameters:
  ///   - point: σ₀ with |σ₀|² = N.
  ///   - energy: H/N.
  ///   - y: the radial derivative ⟨σ, ∇H⟩/N; p times the energy in a pure model.
  ///   - gradient: N-1 tangent coordinates of the domain's frame at σ₀; zero for a critical point.
  ///   - hessian: the Riemannian Hessian in these coordinates, (N-1) x (N-1), symmetric.
  public func conditioned(
    at point: [Double], energy: Double, radialDerivative y: Double, gradient: [Double]? = nil,
    hessian: Matrix<Double>
  ) -> PSpinHamiltonian {
    let n = dimension
    let m = n - 1
    demand(
      point.count == n && hessian.rows == m && hessian.columns == m && gradient?.count ?? m == m,
      "a jet at N = \(n) has a point of \(n) and a gradient of \(m) coordinates and a Hessian of "
        + "\(m) x \(m)")
    let square = point.reduce(0) { $0 + $1 * $1 }
    demand(
      abs(square - Double(n)) < 1e-9 * Double(n), "the point has |σ|² = \(square), not N = \(n)")
    let (first, second) = (
      mixture.covariance(1, derivative: 1), mixture.covariance(1, derivative: 2)
    )
    demand(mixture.topDegree >= 2, "a pure field has no Hessian to be given")

    let place = Matrix<Double>(columns: [point])
    var model = LocalModel(of: domain)
    domain.expand(jets(at: place, upTo: .hessian), at: place, column: 0, into: &model)
    let (a, b) = radialPart(
      energy: energy - model.value / Double(n), radialDerivative: y - model.radialDerivative)
    let w = (0..<m).map { ((gradient?[$0] ?? 0) - model.gradient[$0]) / first }
    var shape = Matrix<Double>(rows: m, columns: m)
    for j in 0..<m {
      for i in j..<m {
        var missing = hessian[i, j] - model.hessian[i, j]
        if i == j { missing += y - model.radialDerivative }
        shape[i, j] = missing * Double(n) / (2 * second)
        shape[j, i] = shape[i, j]
      }
    }
    let correction = Correction(
      point: point, a: a, b: b, slope: domain.ambient(w, frame: model.frame),
      shape: domain.ambient(shape, frame: model.frame))
    let weights = Dictionary(uniqueKeysWithValues: mixture.terms.map { ($0.degree, $0.weight) })
    let tensors = parts.map { part in
      let degree = part.tensor.degree
      guard let weight = weights[degree] else { return part.tensor }
      return correction.added(to: part.tensor, weight: weight, scale: scale(ofDegree: degree))
    }
    return PSpinHamiltonian(mixture, dimension: n, signal: signal, tensors: tensors)
  }

  /// A and B of the missing energy and radial derivative: Aξ + Bξ' and Aξ' + B(ξ′+ξ″). In a pure model,
  /// where one follows from the other, B = 0.
  private func radialPart(energy: Double, radialDerivative y: Double) -> (a: Double, b: Double) {
    let xi = (0...2).map { mixture.covariance(1, derivative: $0) }
    guard !mixture.isPure else {
      demand(
        abs(y - xi[1] / xi[0] * energy) < 1e-9 * (1 + abs(y)),
        "in a pure model the radial derivative is \(mixture.topDegree) times the energy")
      return (energy / xi[0], 0)
    }
    let determinant = xi[0] * (xi[1] + xi[2]) - xi[1] * xi[1]
    return (
      ((xi[1] + xi[2]) * energy - xi[1] * y) / determinant,
      (xi[0] * y - xi[1] * energy) / determinant
    )
  }
}

/// What conditioning adds to the couplings of each degree.
private struct Correction {
  /// σ₀.
  let point: [Double]
  let a, b: Double
  /// w and W in ambient coordinates.
  let slope: [Double]
  let shape: Matrix<Double>

  /// The tensor with the term of degree p added: of (A + Bp) N q^p + p q^{p-1} w·σ + p(p-1) q^{p-2} σᵀWσ/N,
  /// times a_p².
  func added(to tensor: SymmetricTensor, weight: Double, scale: Double) -> SymmetricTensor {
    let (p, n) = (tensor.degree, Double(point.count))
    var result = tensor
    // q^j is the tensor σ₀...σ₀ over N^j; a symmetric tensor averages over which places w and W take, p and
    // p(p-1)/2 of them.
    var power = weight / scale
    for _ in 0..<p { power /= n }
    let (radial, linear, quadratic) = (
      power * (a + b * Double(p)) * n, power * n, power * 2 * n
    )
    SymmetricTensor.forEachEntry(degree: p, dimension: point.count) { position, indices, _ in
      // Sums over products of s + t w in one place and s + W in two, by how often w or W occurred.
      var (none, once) = (1.0, 0.0)
      for i in indices { (none, once) = (none * point[i], once * point[i] + none * slope[i]) }
      var pairs = 0.0
      for t in 1..<max(p, 1) {
        for s in 0..<t {
          var product = shape[indices[s], indices[t]]
          for r in 0..<p where r != s && r != t { product *= point[indices[r]] }
          pairs += product
        }
      }
      result.elements[position] += radial * none + linear * once + quadratic * pairs
    }
    return result
  }
}
