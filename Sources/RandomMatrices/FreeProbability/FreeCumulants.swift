/// Free cumulants κ₁, κ₂, ..., which add under free convolution: the coefficients of R(g) = Σ κ_{k+1} g^k.
///
///     m_n = Σ_s κ_s Σ m_{i₁}···m_{i_s} over i₁ + ... + i_s = n - s
///
/// Lists are without order 0 and start at order 1.
///
/// Reference: Nica and Speicher, Lectures on the Combinatorics of Free Probability, lecture 11.
public enum FreeCumulants {
  /// κ₁...κ_n of the moments m₁...m_n.
  public static func cumulants(ofMoments moments: [Double]) -> [Double] {
    var cumulants: [Double] = []
    for n in moments.indices {
      cumulants.append(0)
      cumulants[n] = moments[n] - moment(n + 1, cumulants, [1] + moments[..<n])
    }
    return cumulants
  }

  /// m₁...m_n of the cumulants κ₁...κ_n.
  public static func moments(ofCumulants cumulants: [Double]) -> [Double] {
    var moments = [1.0]
    for n in cumulants.indices { moments.append(moment(n + 1, cumulants, moments)) }
    return Array(moments.dropFirst())
  }

  /// m_n of κ₁...κ_n and m₀...m_{n-1}.
  private static func moment(_ n: Int, _ cumulants: [Double], _ moments: [Double]) -> Double {
    // powers[j] is the sum over i₁ + ... + i_s = j.
    var powers = [1.0] + [Double](repeating: 0, count: n - 1)
    var sum = 0.0
    for s in 1...n {
      powers = powers.indices.map { j in (0...j).reduce(0) { $0 + powers[$1] * moments[j - $1] } }
      sum += cumulants[s - 1] * powers[n - s]
    }
    return sum
  }
}
