public import Landscapes
public import LinearAlgebra
internal import RandomStreams

/// The spherical p-spin Hamiltonian, pure or mixed, with exact derivatives.
///
///     H(σ) = Σ_p N^{-(p-1)/2} Σ J⁽ᵖ⁾_{i₁...i_p} σ_{i₁}...σ_{i_p},   |σ|² = N
///
/// The sum runs over all ordered index tuples and J⁽ᵖ⁾ is a_p times iid N(0,1), so that
/// Cov(H(σ), H(σ')) = N ξ(σ·σ'/N) exactly, at every N: no restriction to distinct indices, which
/// would break isotropy by O(1/N). The stored couplings are symmetrised; an entry with m distinct
/// orderings is then a_p N(0, 1/m).
///
/// Energies per spin are E = H/N. H is of order N, ∇H of order √N, eigenvalues of order one.
public struct PSpinHamiltonian: Landscape {
  /// The sphere |σ|² = N.
  public let domain: Sphere
  /// The covariance ξ of the ensemble the couplings come from.
  public let mixture: Mixture
  /// One homogeneous polynomial per degree, without the factors N^{-(p-1)/2}.
  public let parts: [HomogeneousPolynomial]

  /// The N of |σ|² = N.
  public var dimension: Int { domain.ambientDimension }

  /// A Hamiltonian drawn from the ensemble of a mixture.
  ///
  /// - Parameters:
  ///   - mixture: ξ.
  ///   - dimension: N, at least 2.
  ///   - seed: the seed of the whole run.
  ///   - sample: the number of the disorder sample, from 0.
  ///
  /// Randomness: the stream (seed, disorder, sample, item p), one normal per distinct entry.
  /// Cost: the packed tensor and its unfolding, see ``memory(mixture:dimension:)``.
  public init(_ mixture: Mixture, dimension: Int, seed: UInt64, sample: Int = 0) {
    precondition(sample >= 0, "sample \(sample) is negative; samples are counted from 0")
    let tensors = mixture.terms.map { term in
      var stream = RandomStream(
        seed: seed, purpose: .disorder, sample: UInt64(sample), item: UInt64(term.degree))
      return Self.couplings(
        degree: term.degree, dimension: dimension, amplitude: term.weight.squareRoot(),
        from: &stream)
    }
    self.init(mixture, dimension: dimension, tensors: tensors)
  }

  /// A Hamiltonian with given symmetrised couplings, one tensor per term of the mixture, a_p
  /// included. Couplings that are not finite make every search end as `nonFinite`.
  public init(_ mixture: Mixture, dimension: Int, tensors: [SymmetricTensor]) {
    precondition(
      tensors.map(\.degree) == mixture.terms.map(\.degree),
      "couplings of degrees \(tensors.map(\.degree)) given for the mixture \(mixture)")
    precondition(
      tensors.allSatisfy { $0.dimension == dimension },
      "couplings of dimensions \(tensors.map(\.dimension)) given for N = \(dimension)")
    domain = Sphere(ambientDimension: dimension)
    self.mixture = mixture
    parts = tensors.map { HomogeneousPolynomial($0) }
  }

  /// N^{-(p-1)/2}, what multiplies the sum of degree p.
  public func scale(ofDegree p: Int) -> Double {
    var scale = 1.0
    for _ in 1..<p { scale /= Double(dimension).squareRoot() }
    return scale
  }

  /// H and its derivatives at a batch of points.
  ///
  /// - Complexity: per degree p ≥ 2 one product of N(N+1)/2 x M by M x B, M = C(N+p-3, p-2),
  ///   whatever the order of the jets: values and gradients come from the Hessian.
  public func evaluate(_ points: Matrix, into jets: inout JetBatch) {
    jets.clear()
    for part in parts {
      part.accumulate(
        at: points, scale: scale(ofDegree: part.tensor.degree), values: &jets.values,
        gradients: &jets.gradients, hessians: &jets.hessians, scratch: &jets.workspace)
    }
  }

  /// Bytes that a Hamiltonian of this mixture and N occupies.
  public static func memory(mixture: Mixture, dimension: Int) -> Double {
    mixture.terms.reduce(0) {
      $0 + HomogeneousPolynomial.memory(degree: $1.degree, dimension: dimension)
    }
  }

  /// Symmetrised iid couplings: entry with m orderings ~ amplitude · N(0, 1/m).
  static func couplings(
    degree: Int, dimension: Int, amplitude: Double, from stream: inout RandomStream
  ) -> SymmetricTensor {
    var tensor = SymmetricTensor(degree: degree, dimension: dimension)
    tensor.elements.withUnsafeMutableBufferPointer { stream.fill(normals: $0) }
    SymmetricTensor.forEachEntry(degree: degree, dimension: dimension) { position, _, orderings in
      tensor.elements[position] *= amplitude / orderings.squareRoot()
    }
    return tensor
  }
}
