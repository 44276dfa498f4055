internal import Requirements

/// The exponential rate Θ of a number C that grows as exp(NΘ) N^a, from log C at N, 2N and 4N.
///
/// log C = NΘ + a log N + b: two slopes, and their difference takes the logarithm out. What is left falls as
/// 1/N, as N^{-2/3} where log C has a term N^{1/3}.
public func extrapolatedRate(sizes: [Int], logarithms: [Double]) -> Double {
  demand(
    sizes.count == 3 && logarithms.count == 3 && sizes[0] > 0 && sizes[1] == 2 * sizes[0]
      && sizes[2] == 4 * sizes[0],
    "a rate needs three sizes N, 2N, 4N with a logarithm each, not \(sizes)")
  func slope(_ i: Int) -> Double {
    (logarithms[i + 1] - logarithms[i]) / Double(sizes[i + 1] - sizes[i])
  }
  return 2 * slope(1) - slope(0)
}
