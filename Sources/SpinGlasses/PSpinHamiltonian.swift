internal import Foundation
public import Landscapes
public import LinearAlgebra
public import Models
public import RandomStreams
internal import Requirements

/// The spherical p-spin Hamiltonian, pure or mixed, with exact derivatives.
///
///     H(σ) = Σ_p N^{-(p-1)/2} Σ J⁽ᵖ⁾_{i₁...i_p} σ_{i₁}...σ_{i_p},   |σ|² = N
///
/// The sum runs over all ordered index tuples and J⁽ᵖ⁾ is a_p times iid N(0,1), so that
/// Cov(H(σ), H(σ')) = N ξ(σ·σ'/N) exactly, at every N: no restriction to distinct indices, which
/// would break isotropy by O(1/N). The stored couplings are symmetrised; an entry with m distinct
/// orderings is then a_p N(0, 1/m).
///
/// A ``/Models/Signal`` plants the direction u = (1, ..., 1), which isotropy of the noise makes no choice:
///
///     H = H_noise - N φ(m),   m = σ·u/N,   φ(m) = Σ_p λ_p m^p
///
/// As -N λ m^p = -λ N^{1-p} (Σσ)^p, it adds -λ_p N^{-(p-1)/2} to every J⁽ᵖ⁾_{i₁...i_p}.
///
/// Energies per spin are E = H/N. H is of order N, ∇H of order √N, eigenvalues of order one.
///
/// Reference: Crisanti and Sommers, Z. Phys. B 87, 341 (1992), with half this variance; Auffinger, Ben Arous and Černý,
/// arXiv:1003.1129, with this.
public struct PSpinHamiltonian: Landscape {
  /// The sphere |σ|² = N.
  public let domain: Sphere
  /// The covariance ξ of the ensemble the couplings come from; of the noise, if there is a signal.
  public let mixture: Mixture
  /// The planted direction φ, contained in the couplings.
  public let signal: Signal?
  /// One homogeneous polynomial per degree of mixture and signal, ascending, without the factors
  /// N^{-(p-1)/2}.
  public let parts: [HomogeneousPolynomial]
  /// Which draw the couplings are; nil if they were given or conditioned.
  public let origin: Draw?

  /// The N of |σ|² = N.
  public var dimension: Int { domain.ambientDimension }

  /// A Hamiltonian drawn from the ensemble of a mixture.
  ///
  /// - Parameters:
  ///   - mixture: ξ.
  ///   - dimension: N, at least 2.
  ///   - signal: φ; its degrees need not be those of the mixture.
  ///   - seed: the seed of the whole run.
  ///   - sample: the number of the disorder sample, from 0.
  ///
  /// Randomness: the stream (seed, disorder, sample, item p), one normal per distinct entry of a
  /// degree of the mixture, whatever the signal.
  /// Cost: the packed tensor and its unfolding, see `memory(mixture:dimension:signal:)`.
  public init(
    _ mixture: Mixture, dimension: Int, signal: Signal? = nil, seed: UInt64, sample: Int = 0
  ) {
    let memory = Self.memory(mixture: mixture, dimension: dimension, signal: signal)
    demand(
      isMemoryAvailable(memory),
      "N = \(dimension) with the mixture \(mixture) needs \(memory) bytes, more than there are")
    let origin = Draw(seed: seed, sample: sample)
    let weights = Dictionary(uniqueKeysWithValues: mixture.terms.map { ($0.degree, $0.weight) })
    let tensors = Self.degrees(mixture, signal).map { degree in
      var tensor = SymmetricTensor(degree: degree, dimension: dimension)
      if let weight = weights[degree] {
        var stream = origin.stream(item: degree)
        tensor = Self.couplings(
          degree: degree, dimension: dimension, amplitude: weight.squareRoot(), from: &stream)
      }
      if let strength = signal?.strength(ofDegree: degree), strength > 0 {
        let shift = strength * Self.scale(ofDegree: degree, dimension: dimension)
        for position in tensor.elements.indices { tensor.elements[position] -= shift }
      }
      return tensor
    }
    self.init(mixture, dimension: dimension, signal: signal, tensors: tensors, origin: origin)
  }

  /// A Hamiltonian with given symmetrised couplings, one tensor per degree of mixture and signal,
  /// ascending, with a_p and the signal included. Couplings that are not finite make every search
  /// end as `nonFinite`.
  public init(
    _ mixture: Mixture, dimension: Int, signal: Signal? = nil, tensors: [SymmetricTensor]
  ) {
    self.init(mixture, dimension: dimension, signal: signal, tensors: tensors, origin: nil)
  }

  init(
    _ mixture: Mixture, dimension: Int, signal: Signal?, tensors: [SymmetricTensor], origin: Draw?
  ) {
    demand(
      tensors.map(\.degree) == Self.degrees(mixture, signal),
      "couplings of degrees \(tensors.map(\.degree)) given for the mixture \(mixture)"
        + (signal.map { " and the signal \($0)" } ?? ""))
    demand(
      tensors.allSatisfy { $0.dimension == dimension },
      "couplings of dimensions \(tensors.map(\.dimension)) given for N = \(dimension)")
    let largest = Self.largestDegree(dimension: dimension)
    demand(
      tensors.allSatisfy { $0.degree <= largest },
      "degrees \(tensors.map(\.degree)) given for N = \(dimension), which allows up to \(largest)")
    domain = Sphere(ambientDimension: dimension)
    self.mixture = mixture
    (self.signal, self.origin) = (signal, origin)
    parts = tensors.map { HomogeneousPolynomial($0) }
  }

  /// N^{-(p-1)/2}, what multiplies the sum of degree p.
  package func scale(ofDegree p: Int) -> Double { Self.scale(ofDegree: p, dimension: dimension) }

  private static func scale(ofDegree p: Int, dimension: Int) -> Double {
    var scale = 1.0
    for _ in 1..<p { scale /= Double(dimension).squareRoot() }
    return scale
  }

  /// The overlap m = σ·u/N of a point σ with u = (1, ..., 1), the direction of signals; in -1...1 on
  /// the sphere.
  public func overlap(of point: [Double]) -> Double {
    demand(
      point.count == dimension, "a point of \(point.count) coordinates given for N = \(dimension)")
    return point.reduce(0, +) / Double(dimension)
  }

  /// H and its derivatives at a batch of points.
  ///
  /// - Complexity: per degree p ≥ 2 one product of N(N+1)/2 x M by M x B, M = C(N+p-3, p-2),
  ///   whatever the order of the jets: values and gradients come from the Hessian.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear(hessians: parts.isEmpty)
    for (k, part) in parts.enumerated() {
      part.accumulate(
        at: points, scale: scale(ofDegree: part.tensor.degree), values: &jets.values,
        gradients: &jets.gradients, hessians: &jets.hessians, isFirst: k == 0,
        scratch: &jets.workspace)
    }
  }

  /// Bytes that a Hamiltonian of this mixture, N and signal occupies.
  package static func memory(
    mixture: Mixture, dimension: Int, signal: Signal? = nil
  ) -> Double {
    memory(degrees: degrees(mixture, signal), dimension: dimension)
  }

  static func memory(degrees: [Int], dimension: Int) -> Double {
    degrees.reduce(0) { $0 + HomogeneousPolynomial.memory(degree: $1, dimension: dimension) }
  }

  /// The largest degree p at which N^{-(p-1)/2} is a normal number; beyond it there is no Hamiltonian in double
  /// precision.
  package static func largestDegree(dimension: Int) -> Int {
    dimension < 2 ? Int.max : 1 + Int(2 * 1022 / log2(Double(dimension)))
  }

  /// The degrees of the parts: those of the mixture and those of the signal, ascending.
  package static func degrees(_ mixture: Mixture, _ signal: Signal?) -> [Int] {
    Set(mixture.terms.map(\.degree) + (signal?.terms.map(\.degree) ?? [])).sorted()
  }

  /// Symmetrised iid couplings: entry with m orderings ~ amplitude · N(0, 1/m).
  static func couplings(
    degree: Int, dimension: Int, amplitude: Double, from stream: inout RandomStream
  ) -> SymmetricTensor {
    var tensor = SymmetricTensor(degree: degree, dimension: dimension)
    tensor.elements.withUnsafeMutableBufferPointer { elements in
      stream.fill(normals: elements)
      SymmetricTensor.forEachRun(degree: degree, dimension: dimension) { run, orderings, last in
        let factor = amplitude / orderings.squareRoot()
        for position in run.dropLast() { elements[position] *= factor }
        elements[run.upperBound - 1] *= amplitude / last.squareRoot()
      }
    }
    return tensor
  }
}
