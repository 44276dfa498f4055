import Foundation
import Saddlery

/// A minimum of a pure 3-spin Hamiltonian, and what noise does around it.
///
/// In an eigenvector of curvature λ, noisy descent x ← x - η grad H + √(2Tη) ξ is the recursion x ← a x + √(2Tη) ξ with
/// a = 1 - ηλ, whose variance in equilibrium is V = T/λ · 1/(1 - ηλ/2). To higher order in T with derivatives C of third
/// order, s_i = Σ_j C_ijj/λ_j, and all that the sphere adds,
///
///     ⟨H⟩ = H* + (N-1)T/2 - A T²,   ⟨x_i⟩ = -T s_i/(2λ_i).
///
/// A is the sum of the two-loop terms of -log Z: fourth order, both cubic ones, and the volume of the sphere.
struct Basin: Sendable {
  let n: Double
  /// H at the minimum.
  let value: Double
  let eigenvalues: [Double]
  let position: [Double]
  /// A.
  let second: Double
  /// Σ s_i²/(8λ_i): T² of it is the excess of the mean place.
  let shift: Double

  init(_ hamiltonian: PSpinHamiltonian, at minimum: CriticalPoint) {
    let sphere = hamiltonian.domain
    let (n, m) = (Double(hamiltonian.dimension), sphere.dimension)
    let place = Matrix<Double>(columns: [minimum.position])
    var model = LocalModel(of: sphere)
    sphere.expand(
      hamiltonian.jets(at: place, upTo: .hessian), at: place, column: 0, into: &model)
    var solver = HermitianEigensolver<Double>(size: m)
    _ = solver.diagonalize(model.hessian, vectors: true)
    let λ = solver.eigenvalues
    let modes = Matrix<Double>(
      columns: (0..<m).map { sphere.ambient(solver.eigenvectors.column($0), frame: model.frame) })
    // ∇²H is linear, so that at an eigenvector it is C contracted with it.
    let hessians = hamiltonian.jets(at: modes, upTo: .hessian)
    let transposed = modes.transposed
    var (s, cubes) = ([Double](repeating: 0, count: m), 0.0)
    for k in 0..<m {
      let c = transposed * (hessians.hessian(k) * modes)
      for j in 0..<m {
        s[k] += c[j, j] / λ[j]
        for i in 0..<m { cubes += c[i, j] * c[i, j] / (λ[i] * λ[j] * λ[k]) }
      }
    }
    (self.n, value, eigenvalues, position) = (n, minimum.value, λ, minimum.position)
    shift = zip(s, λ).reduce(0) { $0 + $1.0 * $1.0 / (8 * $1.1) }
    // Along the great circle, θ = |v|/√N: H = H* cos³θ + cos θ sin²θ/(2θ²) v·∇²H v + ..., with P∇²HP = Hess + y.
    let y = minimum.radialDerivative
    let (g, g2) = (λ.reduce(0) { $0 + 1 / $1 }, λ.reduce(0) { $0 + 1 / ($1 * $1) })
    let (h, h2) = (Double(m) + y * g, g + y * g2)
    let quartic =
      7 / 8 * value / (n * n) * (g * g + 2 * g2) - 5 / (12 * n) * (g * h + 2 * h2)
    second = quartic - shift - cubes / 12 + (n - 2) / (6 * n) * g
  }

  /// T/2 for each degree of freedom, per spin.
  func classical(_ temperature: Double) -> Double { temperature * (n - 1) / (2 * n) }

  /// Mean excess (H - H*)/N of some iterates of a run from the minimum: exact in a harmonic well, and the term of order T²
  /// for small steps.
  func iterate(_ temperature: Double, step: Double, after steps: Range<Int>) -> Double {
    let count = Double(steps.count)
    var harmonic = 0.0
    for λ in eigenvalues {
      let a: Double = 1 - step * λ
      let first: Double = pow(a, 2 * Double(steps.lowerBound))
      let left: Double = first * (1 - pow(a, 2 * count)) / (1 - a * a) / count
      harmonic += temperature / (2 - step * λ) * (1 - left)
    }
    return (harmonic - second * temperature * temperature) / n
  }

  /// The same of their mean place: of its variance, which falls with their number, and of its shift.
  func average(_ temperature: Double, step: Double, after steps: Range<Int>) -> Double {
    let count = Double(steps.count)
    var harmonic = 0.0
    for λ in eigenvalues {
      let (slow, a): (Double, Double) = (step * λ, 1 - step * λ)
      let decay: Double = (1 - pow(a, count)) / slow
      let pairs: Double = count * (1 + a) / slow - 2 * a * decay / slow
      let start: Double = pow(a, Double(steps.lowerBound)) * decay
      let energy: Double = temperature / (2 - slow)
      harmonic += energy * (pairs - start * start) / (count * count)
    }
    return (harmonic + shift * temperature * temperature) / n
  }
}
