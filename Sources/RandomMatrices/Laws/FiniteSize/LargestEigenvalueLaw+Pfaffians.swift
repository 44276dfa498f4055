internal import Foundation
internal import SpecialFunctions

/// Pfaffians over ``WallFunctions`` φ_j, b_j, h_j.
///
/// That of a matrix w_j w_k + d_k δ_{k,j+1}, j < k, is a sum over the ways to cover a path by monomers w_j and
/// dimers d_k, as every minor of the first part has the Pfaffian ∏w:
///
///     Z_k = w_k Z_{k-1} + d_k Z_{k-2}.
extension LargestEigenvalueLaw {
  /// For β = 4, Z ∝ Pf A ∏_{j<2n} √h_j with A_jk = ∫(φ_j φ_k' - φ_j' φ_k) = φ_j φ_k(t) + 2b_k δ_{k,j+1}, j < k;
  /// log Pf A over its value at ∞, where all φ_j vanish.
  static func symplecticPfaffian(_ wall: WallFunctions) -> Dual {
    // Z_{2i-1}/Z_{2i}.
    var (odd, log) = (Dual(0), Dual(0))
    for k in stride(from: 0, to: wall.values.count, by: 2) {
      let next = wall.values[k] + Dual(2) * wall.offDiagonal[k] * odd
      let even = wall.values[k + 1] * next + Dual(2) * wall.offDiagonal[k + 1]
      log = log + (even / Dual((2 * Double(k + 1)).squareRoot())).logarithm
      odd = next / even
    }
    return log
  }

  /// log F for β = 1, Z ∝ |Pf B| √h_0 ∏_{j<n-1} √h_j: B the skew product ∫∫ f(x) sgn(y - x) g(y) of φ_0, φ_0', ...,
  /// φ_{n-2}', bordered for odd n by their integrals.
  ///
  /// The weights are those integrals, U = ∫φ_0 and φ_j(t); the dimers 2b_k between φ_{k-1}' and φ_k', and -2
  /// between φ_0 and φ_0'. The Z_k alternate in sign, and r_k = |Z_k/Z_{k-1}| obeys
  ///
  ///     r_1 = U,   r_k = d_k/r_{k-1} - φ_{k-2},   d_2 = 2,   d_k = 2b_{k-2}.
  ///
  /// As all r_k are positive they are the minimal solution. Where the φ are not small it has to be found from
  /// above, r_{k-1} = d_k/(r_k + φ_{k-2}), which forgets where it began.
  static func orthogonal(_ n: Int, _ t: Double, _ rules: Rules) -> Dual {
    var wall = WallFunctions(count: n, wall: t, rules.wall)
    // d_{j+2}
    func dimer(_ j: Int) -> Dual { j == 0 ? Dual(2) : Dual(2) * wall.offDiagonal[j] }
    let rigidity = (0..<(n - 1)).reduce(0) {
      $0 + wall.values[$1].value / dimer($1).value.squareRoot()
    }
    var ratios = [wall.integral]
    if rigidity < 2 {
      for j in 0..<(n - 1) { ratios.append(dimer(j) / ratios[j] - wall.values[j]) }
    } else {
      wall = WallFunctions(count: n + excess(n), wall: t, rules.longWall)
      let last = wall.values.count - 1
      let φ = wall.values[last]
      var ratio = Dual(0.5) * ((φ * φ + Dual(4) * dimer(last)).squareRoot - φ)
      ratios = [ratio]
      for j in stride(from: last, through: 0, by: -1) {
        ratio = dimer(j) / (ratio + wall.values[j])
        if j < n { ratios.append(ratio) }
      }
      ratios = ratios.suffix(n).reversed()
    }
    // Over the ratios at ∞, where φ_0 has the integral √2 π^{1/4}.
    var free = 2.0.squareRoot() * pow(.pi, 0.25)
    var log = Dual(0.5) * wall.logNorms[0]
    for j in 0..<n {
      log = log + (ratios[j] / Dual(free)).logarithm
      free = (j == 0 ? 2 : (2 * Double(j)).squareRoot()) / free
      if j < n - 1 { log = log + Dual(0.5) * wall.logNorms[j] }
    }
    return log
  }

  /// How far above n the ratios start.
  static func excess(_ n: Int) -> Int { 24 + Int(14 * cbrt(Double(n))) }
}
