extension Mixture {
  /// The normalisation of this package in one line, for captions and file headers.
  public static let convention =
    "H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; "
    + "E = H/N; index of the (N-1)x(N-1) tangential Hessian"

  /// The model in words: `pure 3-spin, ξ(q) = q^3`.
  public var name: String {
    (isPure ? "pure \(topDegree)-spin" : "mixed p-spin") + ", " + formula
  }
}
