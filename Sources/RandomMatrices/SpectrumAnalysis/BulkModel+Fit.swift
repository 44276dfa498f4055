internal import Foundation

extension BulkModel {
  /// The model whose mean and variance are those of levels.
  ///
  /// GOE: E (1/n) tr M² about the mean is v(n + 2)(n - 1)/n; Wishart: E tr/n = N, and tr² leaves (n + 2)(n - 1)/n for the
  /// variance over the squared mean times N; MANOVA: the variance is m(1 - m)(n + 1)/(N + 1) at mean m, N = n₁ + n₂, to the
  /// order 1/N².
  ///
  /// - Parameter columns: N of Wishart matrices, if it is known.
  init(_ family: SpectralFamily, moments levels: ArraySlice<Double>, columns: Double?) {
    let n = Double(levels.count)
    let mean = levels.reduce(0, +) / n
    let variance = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    self.init(family, levels.count, centre: mean, variance: variance, columns: columns)
  }

  /// The same by quartiles, which a quarter of the levels at either end may not disturb; nil if these coincide.
  init?(_ family: SpectralFamily, quartiles levels: [Double], columns: Double?) {
    func quantile(_ p: Double) -> Double {
      let place = p * Double(levels.count - 1)
      let i = min(Int(place), levels.count - 2)
      return levels[i] + (place - Double(i)) * (levels[i + 1] - levels[i])
    }
    let (low, middle, high) = (quantile(0.25), quantile(0.5), quantile(0.75))
    guard high > low else { return nil }
    let n = Double(levels.count)
    if family == .marchenkoPastur {
      let columns = columns ?? n / Self.ratio(spread: (high - low) / middle)
      guard let law = try? MarchenkoPasturLaw(ratio: n / columns) else { return nil }
      let unit = middle / (columns * law.quantile(0.5))
      self = .marchenkoPastur(size: levels.count, columns: columns, unit: unit)
    } else {
      let deviation = (high - low) / (4 * SemicircleLaw.unit.quantile(0.75))
      self.init(
        family, levels.count, centre: middle, variance: deviation * deviation, columns: nil)
    }
  }

  private init(
    _ family: SpectralFamily, _ size: Int, centre: Double, variance: Double, columns: Double?
  ) {
    let n = Double(size)
    // Of the variance, what a finite size leaves.
    let part = (n + 2) * (n - 1) / (n * n)
    switch family {
    case .semicircle:
      self = .semicircle(size: size, centre: centre, radius: 2 * (variance / part).squareRoot())
    case .marchenkoPastur:
      let columns = columns ?? max(n, min(1e15, part * n * centre * centre / variance))
      self = .marchenkoPastur(size: size, columns: columns, unit: centre / columns)
    case .wachter:
      let sum = (n + 1) * centre * (1 - centre) / variance - 1
      self = .wachter(
        size: size, first: max(n, centre * sum), second: max(n, (1 - centre) * sum))
    }
  }

  /// The ratio in (0, 1] of the law of Marchenko and Pastur whose quartiles differ by so much of the median.
  private static func ratio(spread: Double) -> Double {
    var (low, high) = (-12.0, 0.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      guard let law = try? MarchenkoPasturLaw(ratio: pow(10, middle)) else { break }
      let here = (law.quantile(0.75) - law.quantile(0.25)) / law.quantile(0.5)
      if here < spread { low = middle } else { high = middle }
    }
    return pow(10, high)
  }
}
