import Foundation
import Saddlery

/// A Gaussian field of one variable in a shallow bowl, f(x) = V(x) + μx²/2 with Cov(V(x), V(y)) = exp(-(x-y)²/2): a handful of
/// wells. V is made periodic at a period beyond which the bowl leaves no wells.
struct RuggedBowl: Sendable {
  static let period = 32.0
  static let confinement = 0.2
  /// The standard deviation of starts.
  static let spread = 5.0

  private let wavenumbers: [Double]
  private let cosines: [Double]
  private let sines: [Double]

  init(seed: UInt64, sample: Int) {
    // Beyond k = 6 variances are below e^{-18} of the largest.
    let unit = 2 * Double.pi / Self.period
    let all = (1...Int(6 / unit)).map { unit * Double($0) }
    let roots = all.map { k in
      (2 * (2 * Double.pi).squareRoot() / Self.period * exp(-k * k / 2)).squareRoot()
    }
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: sample)
    self.init(
      all, zip(stream.normals(count: all.count), roots).map { $0 * $1 },
      zip(stream.normals(count: all.count), roots).map { $0 * $1 })
  }

  private init(_ wavenumbers: [Double], _ cosines: [Double], _ sines: [Double]) {
    (self.wavenumbers, self.cosines, self.sines) = (wavenumbers, cosines, sines)
  }

  /// f convolved with a normal density of standard deviation s, but for the constant μs²/2: each wave times e^{-k²s²/2}.
  func smoothed(by s: Double) -> RuggedBowl {
    let factors = wavenumbers.map { exp(-$0 * $0 * s * s / 2) }
    return RuggedBowl(
      wavenumbers, zip(cosines, factors).map { $0 * $1 }, zip(sines, factors).map { $0 * $1 })
  }

  func value(_ x: Double) -> Double {
    wavenumbers.indices.reduce(Self.confinement * x * x / 2) {
      let phase = wavenumbers[$1] * x
      return $0 + cosines[$1] * cos(phase) + sines[$1] * sin(phase)
    }
  }

  func slope(_ x: Double) -> Double {
    wavenumbers.indices.reduce(Self.confinement * x) {
      let (k, phase) = (wavenumbers[$1], wavenumbers[$1] * x)
      return $0 + k * (sines[$1] * cos(phase) - cosines[$1] * sin(phase))
    }
  }

  var landscape: ConfinedLandscape<WaveField<EuclideanSpace>> {
    WaveField(
      on: EuclideanSpace(dimension: 1, length: 1),
      wavevectors: Matrix(rows: 1, columns: wavenumbers.count, elements: wavenumbers),
      cosines: cosines, sines: sines
    ).confined(by: Self.confinement)
  }

  /// All its wells, with proof; nil if the proof does not succeed.
  var wells: Wells? {
    let (wavenumbers, cosines, sines) = (wavenumbers, cosines, sines)
    let formula = FunctionLandscape<EuclideanSpace>(dimension: 1, length: 1) { x in
      wavenumbers.indices.reduce(Self.confinement * x[0] * x[0] / 2) {
        let phase = wavenumbers[$1] * x[0]
        return $0 + cosines[$1] * cos(phase) + sines[$1] * sin(phase)
      }
    }
    // Where the bowl is steeper than V can be there is no critical point.
    let steepest = wavenumbers.indices.reduce(0.0) {
      $0 + wavenumbers[$1] * (abs(cosines[$1]) + abs(sines[$1]))
    }
    let found = Sweep(formula, reach: 1.01 * steepest / Self.confinement, scale: 1).run(threads: 1)
    guard found.completeness == .proved else { return nil }
    func places(_ index: Int) -> [Double] {
      found.points.filter { $0.index == index }.map { $0.position[0] }.sorted()
    }
    return Wells(bottoms: places(0), tops: places(1), depths: places(0).map(value))
  }

  static func starts(_ count: Int, seed: UInt64, sample: Int) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: .starts, sample: sample)
    return stream.normals(count: count).map { spread * $0 }
  }
}

/// The wells of a function of one variable, from left to right, between tops.
struct Wells: Sendable {
  let bottoms: [Double]
  let tops: [Double]
  /// Values at the bottoms.
  let depths: [Double]

  /// The number of the well that descent from a place ends in.
  func well(of x: Double) -> Int {
    tops.firstIndex { x < $0 } ?? tops.count
  }

  /// How far above the global minimum descent from a place ends.
  func gap(from x: Double) -> Double { depths[well(of: x)] - depths.min()! }
}
