/// How a search turns the local model at a point into a step.
///
/// With Riemannian gradient g and Hessian H = Σ λᵢ vᵢvᵢᵀ, λ ascending:
public enum SearchMethod: String, Sendable, CaseIterable {
  /// s = -H⁻¹g. From random points in high dimension it hardly ever converges.
  case newton
  /// Newton's step shortened to the step cap.
  case cappedNewton = "capped-newton"
  /// s = -(H² + μ)⁻¹H g, descent on |g|² with adaptive μ. Finds critical points of any index,
  /// and also places where |g| has a minimum that is not zero (Levenberg, Quart. Appl. Math. 2, 164 (1944); Marquardt,
  /// J. SIAM 11, 431 (1963)).
  case levenbergMarquardt = "levenberg-marquardt"
  /// s = -|H|⁻¹g: descent in every mode, so it ends in minima (Dauphin et al., arXiv:1406.2572).
  case saddleFree = "saddle-free-newton"
  /// +gᵢ/(μ - λᵢ) along the k lowest modes and -gᵢ/(μ + λᵢ) along the others, μ from a trust region: uphill in k
  /// directions and downhill in the rest, whose resting points are critical points of index k; pure Newton once
  /// the Hessian has k negative eigenvalues and the step is small. Eigenvector following with a
  /// chosen index (Helgaker, Chem. Phys. Lett. 182, 503 (1991); compare Yin, Zhang and Zhang, SIAM J. Sci. Comput. 41,
  /// A3576 (2019)).
  ///
  /// A walk that has not arrived after half the iteration limit goes on as Levenberg-Marquardt,
  /// which ends at a critical point nearby, of whatever index, or shows that there is none:
  /// nearly always the walk was circling a place where |g| is smallest without vanishing.
  case indexTargeted = "index-targeted-newton"
}
