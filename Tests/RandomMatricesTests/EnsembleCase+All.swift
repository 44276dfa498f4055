import RandomMatrices
import RandomStreams

extension EnsembleCase {
  // swift-format-ignore: NeverUseForceTry
  static let all: [EnsembleCase] = gaussian + wishart + jacobi + rest

  private static let gaussian = try! [
    // n(n-1) entries of variance v and n of 2v.
    EnsembleCase(
      "GOE", GaussianOrthogonalEnsemble(size: 5, variance: 0.7), square: 0.7 * 30, .hermitian,
      large: GaussianOrthogonalEnsemble(size: 400)),
    EnsembleCase("GOE of size 1", GaussianOrthogonalEnsemble(size: 1), square: 1, .hermitian),
    EnsembleCase(
      "GUE", GaussianUnitaryEnsemble(size: 5, variance: 0.7), square: 0.7 * 25, .hermitian,
      large: GaussianUnitaryEnsemble(size: 400, variance: 0.3)),
    // Blocks have the square 2|q|²: n of v on the diagonal, n(n-1) of 2v off it.
    EnsembleCase(
      "GSE", GaussianSymplecticEnsemble(size: 3, variance: 1.5), square: 1.5 * 15,
      .hermitianQuaternion, large: GaussianSymplecticEnsemble(size: 400)),
    EnsembleCase(
      "Hermite 0.3", spectrum: BetaEnsemble.hermite(size: 6, beta: 0.3), square: 6 + 0.3 * 15,
      large: BetaEnsemble.hermite(size: 400, beta: 3)),
    EnsembleCase(
      "Wigner, signs", SymmetricEnsemble.wigner(size: 4, entries: .sign, variance: 0.3),
      square: 0.3 * 16,
      .hermitian, large: SymmetricEnsemble.wigner(size: 400, entries: .exponential)),
    EnsembleCase(
      "Wigner, uniform", SymmetricEnsemble.wigner(size: 3, entries: .uniform), square: 9,
      .hermitian,
      large: SymmetricEnsemble.wigner(size: 400, entries: .uniform, variance: 0.1)),
    EnsembleCase(
      "Wigner, exponential", SymmetricEnsemble.wigner(size: 3, entries: .exponential), square: 9,
      .hermitian),
    EnsembleCase(
      "Wigner, normal of another mean",
      SymmetricEnsemble.wigner(
        size: 3, entries: EntryLaw(mean: 2, variance: 9) { 2 + 3 * $0.stream.normal() }),
      square: 9, .hermitian),
    EnsembleCase(
      "Wigner, Student", SymmetricEnsemble.wigner(size: 3, entries: .studentT(degreesOfFreedom: 9)),
      square: 9, .hermitian,
      large: SymmetricEnsemble.wigner(size: 400, entries: .studentT(degreesOfFreedom: 3))),
    EnsembleCase("sparse", SymmetricEnsemble.sparse(size: 9, degree: 2.5), square: 8, .hermitian),
    EnsembleCase(
      "sparse, full", SymmetricEnsemble.sparse(size: 4, degree: 4, entries: .normal), square: 3,
      .hermitian),
    // Entries of variance 2/n.
    EnsembleCase(
      "Lévy, α = 2", SymmetricEnsemble.levy(size: 5, stability: 2), square: 10, .hermitian,
      large: SymmetricEnsemble.levy(size: 400, stability: 2)),
    EnsembleCase(
      "spiked Wigner", SymmetricEnsemble.spikedWigner(size: 6, strengths: [3, -1.5]), trace: 1.5,
      square: 7 + 9 + 2.25, .hermitian,
      large: SymmetricEnsemble.spikedWigner(size: 400, strengths: [3])),
  ]

  /// v² mn(m + n - 1 + 2/β), the mean of tr W².
  private static func wishartSquare(
    _ m: Double, _ n: Double, _ beta: Double, _ variance: Double
  ) -> Double { variance * variance * m * n * (m + n - 1 + 2 / beta) }

  private static let wishart = try! [
    EnsembleCase(
      "Wishart", WishartEnsemble(size: 3, observations: 5, variance: 0.6), trace: 0.6 * 15,
      square: wishartSquare(3, 5, 1, 0.6), .hermitian,
      large: WishartEnsemble(size: 400, observations: 900)),
    EnsembleCase(
      "Wishart, few observations", WishartEnsemble(size: 6, observations: 2), trace: 12,
      square: wishartSquare(6, 2, 1, 1), .hermitian,
      large: WishartEnsemble(size: 400, observations: 300, variance: 0.01)),
    EnsembleCase(
      "complex Wishart", ComplexWishartEnsemble(size: 3, observations: 5, variance: 0.6),
      trace: 0.6 * 15, square: wishartSquare(3, 5, 2, 0.6), .hermitian,
      large: ComplexWishartEnsemble(size: 400, observations: 300)),
    // As a complex matrix everything counts twice.
    EnsembleCase(
      "quaternion Wishart", QuaternionWishartEnsemble(size: 2, observations: 4, variance: 0.6),
      trace: 2 * 0.6 * 8, square: 2 * wishartSquare(2, 4, 4, 0.6), .hermitianQuaternion,
      large: QuaternionWishartEnsemble(size: 400, observations: 900)),
    // 2a = βn with n = 3.25, in units of β.
    EnsembleCase(
      "Laguerre 1.6", spectrum: BetaEnsemble.laguerre(size: 3, parameter: 2.6, beta: 1.6),
      trace: 15.6, square: wishartSquare(3, 3.25, 1.6, 1.6),
      large: BetaEnsemble.laguerre(size: 400, parameter: 900, beta: 3)),
    // ((n+1) tr Σ² + (tr Σ)²)/n.
    EnsembleCase(
      "spiked Wishart",
      SymmetricEnsemble.spikedWishart(size: 4, observations: 7, spikes: [3, 0.5]),
      trace: 5.5, square: (8 * 11.25 + 30.25) / 7, .hermitian,
      large: SymmetricEnsemble.spikedWishart(size: 400, observations: 800, spikes: [5])),
  ]

  /// Means of tr J and tr J² of m eigenvalues: Aomoto's integral, and the divergence of x²(1-x)p, which integrates
  /// to 0.
  private static func jacobiMoments(
    _ m: Int, _ a: Double, _ b: Double, _ beta: Double
  ) -> (Double, Double) {
    let (n, low) = (Double(m), beta * Double(m - 1) / 2)
    let trace = n * a / (a + b)
    let pair = n * (n - 1) / 2 * a / (a + b) * (a - beta / 2) / (a + b - beta / 2)
    let exponents = (a - low, b - low)
    let square =
      (trace * (exponents.0 + 1 + 2 * low) - beta * pair)
      / (exponents.0 + exponents.1 + 1 + 2 * low)
    return (trace, square)
  }

  private static let jacobi = try! {
    let real = jacobiMoments(3, 2.5, 2, 1)
    let few = jacobiMoments(2, 2, 1.5, 1)
    let complex = jacobiMoments(3, 5, 4, 2)
    let quaternion = jacobiMoments(2, 6, 8, 4)
    let other = jacobiMoments(4, 3.1, 4.2, 1.4)
    return try [
      EnsembleCase(
        "MANOVA", ManovaEnsemble(size: 3, first: 5, second: 4), trace: real.0, square: real.1,
        .hermitian, large: ManovaEnsemble(size: 200, first: 300, second: 260)),
      // Two eigenvalues, of A Aᵀ with m and n₁ exchanged, and two zeros.
      EnsembleCase(
        "MANOVA, few observations", ManovaEnsemble(size: 4, first: 2, second: 5),
        trace: few.0, square: few.1, .hermitian),
      EnsembleCase(
        "complex MANOVA", ComplexManovaEnsemble(size: 3, first: 5, second: 4),
        trace: complex.0, square: complex.1, .hermitian,
        large: ComplexManovaEnsemble(size: 150, first: 300, second: 160)),
      EnsembleCase(
        "quaternion MANOVA", QuaternionManovaEnsemble(size: 2, first: 3, second: 4),
        trace: 2 * quaternion.0, square: 2 * quaternion.1, .hermitianQuaternion,
        large: QuaternionManovaEnsemble(size: 80, first: 90, second: 100)),
      EnsembleCase(
        "Jacobi 1.4", spectrum: BetaEnsemble.jacobi(size: 4, first: 3.1, second: 4.2, beta: 1.4),
        trace: other.0, square: other.1,
        large: BetaEnsemble.jacobi(size: 400, first: 500, second: 700, beta: 2)),
    ]
  }()

  private static let rest = try! [
    EnsembleCase(
      "Ginibre", GinibreEnsemble(rows: 4, columns: 3, variance: 1.7), square: 12 * 1.7),
    EnsembleCase(
      "complex Ginibre", ComplexGinibreEnsemble(rows: 4, columns: 3, variance: 1.7),
      square: 12 * 1.7),
    EnsembleCase(
      "quaternion Ginibre", QuaternionGinibreEnsemble(rows: 2, columns: 3, variance: 1.7),
      square: 2 * 6 * 1.7, .quaternion),
    EnsembleCase("Haar orthogonal", HaarOrthogonal(size: 4), square: 4, .unitary),
    EnsembleCase("CUE", HaarUnitary(size: 4), square: 4, .unitary),
    EnsembleCase("Haar symplectic", HaarSymplectic(size: 3), square: 6, .unitaryQuaternion),
    EnsembleCase("COE", CircularOrthogonalEnsemble(size: 3), square: 3, .symmetricUnitary),
    EnsembleCase("CSE", CircularSymplecticEnsemble(size: 2), square: 4, .selfDualUnitary),
  ]
}
