internal import LinearAlgebra

/// Memory for second derivatives by what arrives at the units, and products of columns.
///
/// With z_l what arrives at layer l, f's change under additions e_l to them has second derivatives
/// G_k = ∂²f/∂e_k² and ∂²f/∂e_l ∂e_k = (∂z_k/∂z_l)ᵀ G_k, examples one by one. Those by weights are sums over examples of
/// products of two columns of what enters the layers with these, one matrix product for each pair of layers.
struct SecondOrder {
  /// Columns (i <= j) of G of the first layer, of all points.
  let first: UnsafeMutablePointer<Double>
  /// Products of two inputs.
  let inputPairs: UnsafeMutablePointer<Double>
  let products: UnsafeMutablePointer<Double>
  let (left, right): (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
  /// G of a layer and of the one below; mixed ones of a layer with two neighbours.
  var (own, below): (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
  var (mixed, next): (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
  /// ∂a_q/∂z_l by (q, l), q > l, of hidden layers.
  var chains: [[UnsafeMutablePointer<Double>]] = []

  init(_ layers: [Architecture.Layer], block: Int, group: Int, from arena: inout Arena) {
    let (widest, c) = (Self.widest(layers), layers[0].columns)
    first = arena.take(block * group * Self.pairs(layers[0].outputs))
    inputPairs = arena.take(block * Self.pairs(c))
    products = arena.take(Self.products(layers, group: group))
    left = arena.take(block * Self.width(layers))
    right = arena.take(block * widest * widest)
    own = arena.take(block * widest * widest)
    below = arena.take(block * widest * widest)
    mixed = arena.take(block * widest * widest)
    next = arena.take(block * widest * widest)
    for q in 0..<(layers.count - 1) {
      chains.append(
        (0..<q).map { arena.take(block * layers[q].outputs * layers[$0].outputs) })
    }
  }

  /// How many numbers it takes.
  static func size(_ layers: [Architecture.Layer], block: Int, group: Int) -> Int {
    let widest = widest(layers)
    let chained = (0..<(layers.count - 1)).reduce(0) { sum, q in
      (0..<q).reduce(sum) { $0 + layers[q].outputs * layers[$1].outputs }
    }
    return block
      * (group * pairs(layers[0].outputs) + pairs(layers[0].columns) + width(layers)
        + 5 * widest * widest + chained) + products(layers, group: group)
  }

  /// The largest number of columns that enter a product on its left.
  static func width(_ layers: [Architecture.Layer]) -> Int {
    var most = 0
    for (k, upper) in layers.enumerated() {
      most = max(most, pairs(upper.columns))
      for lower in layers[..<k] {
        most = max(most, lower.columns * max(upper.columns, upper.outputs))
      }
    }
    return most
  }

  static func pairs(_ n: Int) -> Int { n * (n + 1) / 2 }

  private static func widest(_ layers: [Architecture.Layer]) -> Int {
    layers.reduce(0) { max($0, $1.outputs) }
  }

  private static func products(_ layers: [Architecture.Layer], group: Int) -> Int {
    let widest = widest(layers)
    return max(
      width(layers) * widest * widest, group * pairs(layers[0].columns) * pairs(layers[0].outputs))
  }

  /// Makes room for the mixed derivatives of the layer below, which follow from these.
  mutating func turn() -> UnsafeMutablePointer<Double> {
    (mixed, next) = (next, mixed)
    return next
  }

  /// The layer below is the next.
  mutating func stepDown() { (own, below) = (below, own) }

  /// Makes what all points share.
  func prepare(_ examples: PerceptronPass.Examples, columns: Int) {
    let m = examples.count
    var pair = inputPairs
    for j in 0..<columns {
      for i in 0...j {
        multiply(
          examples.inputs + examples.stride * i, examples.inputs + examples.stride * j, into: pair,
          count: m)
        pair += m
      }
    }
  }
}
