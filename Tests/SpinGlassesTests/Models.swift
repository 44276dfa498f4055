import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses

/// The mixtures that every law is tested on.
let mixtures: [Mixture] =
  (1...4).map { .pure($0) }
  + [[1: 0.5, 3: 1.25], [2: 1, 4: 1], [3: 0.3, 4: 0.7], [1: 1, 2: 0.5, 5: 0.25]].map {
    try! Mixture($0)
  }

func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

/// A uniform point on |σ|² = N.
func genericPoint(_ n: Int, seed: UInt64) -> [Double] {
  var stream = RandomStream(seed: seed, purpose: .starts)
  return Sphere(ambientDimension: n).point(fromNormals: stream.normals(count: n))
}

/// The point at overlap q with σ in the plane of σ and τ.
func point(atOverlap q: Double, with sigma: [Double], towards tau: [Double]) -> [Double] {
  let n = Double(sigma.count)
  let along = dot(sigma, tau) / n
  let normal = zip(tau, sigma).map { $0 - along * $1 }
  let factor = ((1 - q * q) * n).squareRoot() / norm(normal)
  return zip(sigma, normal).map { q * $0 + factor * $1 }
}

/// √N eₖ.
func axisPoint(_ n: Int, _ k: Int) -> [Double] {
  (0..<n).map { $0 == k ? Double(n).squareRoot() : 0 }
}

/// A pure Hamiltonian with independent normal couplings, each of the variance given for its
/// ascending indices and their number of orderings m; 1/m is right.
func handmade(
  _ p: Int, dimension n: Int, sample: Int, variance: ([Int], Double) -> Double
) -> PSpinHamiltonian {
  var stream = RandomStream(seed: 77, purpose: .noise, sample: sample)
  var tensor = SymmetricTensor(degree: p, dimension: n)
  SymmetricTensor.forEachEntry(degree: p, dimension: n) { position, indices, orderings in
    tensor.elements[position] = stream.normal() * variance(indices, orderings).squareRoot()
  }
  return PSpinHamiltonian(.pure(p), dimension: n, tensors: [tensor])
}
