import CHDF5
import ForeignFiles

/// A way in which some program writes couplings, and what is to come of it.
struct CouplingConvention: CustomStringConvertible, Sendable {
  enum Outcome: Sendable {
    /// The energies of the array, to so much of Σ |J σσσ|, with this mixture, or the estimated one, and signal.
    case read(Cube = Cube(), error: Double = 4e-15, mixture: String? = nil, signal: String? = nil)
    /// One line that contains these texts.
    case refused([String])
  }

  let name: String
  let place: String
  let outcome: Outcome
  let write: @Sendable (ForeignFile) -> Void

  init(
    _ name: String, at place: String = "/couplings", _ outcome: Outcome,
    _ write: @escaping @Sendable (ForeignFile) -> Void
  ) {
    self.name = name
    self.place = place
    self.outcome = outcome
    self.write = write
  }

  var description: String { name }
}

/// An array of shape N^3, row-major.
struct Cube: Sendable {
  static let dimension = 4
  static let shape = [UInt64](repeating: UInt64(dimension), count: 3)
  let values: [Double]

  /// The mean of independent numbers over all orderings of the indices, every operation rounded to so many bits after
  /// the leading one, and each entry summed in an order of its own, as a sum of transposed arrays is.
  init(bits: Int = 52, scale: Double = 1) {
    let n = Self.dimension
    let drawn = (0..<n * n * n).map { k in
      // A fixed sequence without pattern in -1..<1.
      (Double(k + 1) * 0.7548776662466927).truncatingRemainder(dividingBy: 1) * 2 - 1
    }
    func rounded(_ x: Double) -> Double {
      if x == 0 { return x }
      let unit = x.binade.magnitude
      return (x / unit * Double(1 << bits)).rounded() / Double(1 << bits) * unit
    }
    values = Self.indices.map { i in
      let sum = Self.places(ofOrderingsOf: i).reduce(0) { rounded($0 + rounded(drawn[$1])) }
      return rounded(sum / 6) * scale
    }
  }

  private init(values: [Double]) { self.values = values }

  /// The same, with another function of the entries.
  func map(_ body: (Double) -> Double) -> Cube { Cube(values: values.map(body)) }

  static let indices: [[Int]] = (0..<dimension * dimension * dimension).map {
    [$0 / (dimension * dimension), $0 / dimension % dimension, $0 % dimension]
  }

  private static func places(ofOrderingsOf i: [Int]) -> [Int] {
    [[0, 1, 2], [1, 2, 0], [2, 0, 1], [0, 2, 1], [2, 1, 0], [1, 0, 2]].map { order in
      order.reduce(0) { $0 * dimension + i[$1] }
    }
  }

  func mean(overOrderingsOf i: [Int]) -> Double {
    Self.places(ofOrderingsOf: i).reduce(0) { $0 + values[$1] / 6 }
  }

  /// Σ J σσσ over all triples without N^{-1}, and the same of absolute values.
  func sums(at point: [Double]) -> (energy: Double, size: Double) {
    var (energy, size) = (0.0, 0.0)
    for (value, i) in zip(values, Self.indices) {
      let term = value * point[i[0]] * point[i[1]] * point[i[2]]
      energy += term
      size += abs(term)
    }
    return (energy, size)
  }
}
