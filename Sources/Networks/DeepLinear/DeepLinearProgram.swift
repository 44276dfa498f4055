internal import LinearAlgebra

/// How gradient and Hessian of a deep linear network's loss come out of products of its layers, as lists of small matrix
/// products and of products of two numbers that are added up.
///
/// With P = W_L ... W_1, E = P XXᵀ - YXᵀ, A_l = W_L ... W_{l+1}, R_l = W_{l-1} ... W_1 the gradient by W_l is
/// A_lᵀ E R_lᵀ, and the derivative of that entry (a, b) by entry (c, d) of W_k, l < k,
///
///     (A_lᵀ A_k)_{ac} (R_k XXᵀ R_lᵀ)_{db} + (W_{k-1} ... W_{l+1})_{da} (A_kᵀ E R_lᵀ)_{cb}.
struct DeepLinearProgram: Sendable {
  /// The number of weights.
  let dimension: Int
  /// Complex numbers of room.
  private(set) var slots: Int
  /// A hidden unit: its weights, those into it first, and how many these are.
  let units: [(places: [Int], incoming: Int)]

  private let offsets: [Int]
  private let constants: Int
  private var products: [Product] = []
  private var slope: [Term] = []
  private var bend: [Term] = []
  /// Products that the gradient needs come first.
  private var slopeProducts = 0

  /// to += a b of entries of the room.
  private struct Term: Sendable {
    let to: Int
    let a: Int
    let b: Int
  }

  /// A matrix in the room: entry (i, j) at offset + i rowStep + j columnStep; the identity is not stored.
  private struct Operand: Sendable {
    var offset: Int
    var rows: Int
    var columns: Int
    var rowStep: Int
    var columnStep: Int
    var isIdentity = false

    static func identity(_ n: Int) -> Operand {
      Operand(offset: 0, rows: n, columns: n, rowStep: 0, columnStep: 0, isIdentity: true)
    }
    var transposed: Operand {
      Operand(
        offset: offset, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep,
        isIdentity: isIdentity)
    }
    /// Where an entry is; nil if it is zero.
    func place(_ i: Int, _ j: Int) -> Int? {
      isIdentity ? (i == j ? DeepLinearProgram.one : nil) : offset + i * rowStep + j * columnStep
    }
  }

  private struct Product: Sendable {
    let a: Operand
    let b: Operand
    let to: Int
    /// What is taken away, if anything.
    let less: Int?
  }

  /// Where the number 1 is in the room.
  private static let one = 0

  init(_ widths: [Int]) {
    let layers = widths.count - 1
    let (d, k) = (widths[0], widths[layers])
    var offsets = [0]
    for l in 0..<layers { offsets.append(offsets[l] + widths[l] * widths[l + 1]) }
    self.offsets = offsets
    let n = offsets[layers]
    dimension = n
    units = (1..<max(1, layers)).flatMap { l in
      (0..<widths[l]).map { unit in
        let incoming = (0..<widths[l - 1]).map { offsets[l - 1] + $0 * widths[l] + unit }
        let outgoing = (0..<widths[l + 1]).map { offsets[l] + unit * widths[l + 1] + $0 }
        return (incoming + outgoing, incoming.count)
      }
    }
    // 1, the point, the coefficients, then products.
    constants = 1 + n
    slots = constants + d * d + k * d + n
    let square = Operand(offset: constants, rows: d, columns: d, rowStep: 1, columnStep: d)
    let decays = constants + d * d + k * d
    let weights = (0..<layers).map { l in
      Operand(
        offset: 1 + offsets[l], rows: widths[l + 1], columns: widths[l], rowStep: 1,
        columnStep: widths[l + 1])
    }

    // between[l][k] = W_{k-1} ... W_l, the identity where k = l.
    var between: [[Operand]] = []
    for l in 0...layers {
      var row = [Operand](repeating: .identity(widths[l]), count: l + 1)
      for k in l..<layers { row.append(product(weights[k], row[k])) }
      between.append(row)
    }
    let error = product(between[0][layers], square, less: constants + d * d)
    /// A_kᵀ E R_lᵀ.
    var backs: [[Operand]] = []
    for k in 0..<layers {
      let back = product(between[k + 1][layers].transposed, error)
      backs.append((0...k).map { product(back, between[0][$0].transposed) })
      for b in 0..<widths[k] {
        for a in 0..<widths[k + 1] {
          let own = offsets[k] + b * widths[k + 1] + a
          if let place = backs[k][k].place(a, b) {
            slope.append(Term(to: own, a: place, b: Self.one))
          }
          slope.append(Term(to: own, a: decays + own, b: 1 + own))
        }
      }
    }
    slopeProducts = products.count

    func packed(_ i: Int, _ j: Int) -> Int {
      let (i, j) = (max(i, j), min(i, j))
      return j * n - j * (j - 1) / 2 + i - j
    }
    for k in 0..<layers {
      for l in 0...k {
        let left = product(between[l + 1][layers].transposed, between[k + 1][layers])
        let right = product(product(between[0][k], square), between[0][l].transposed)
        for column in 0..<(widths[l] * widths[l + 1]) {
          let (a, b) = (column % widths[l + 1], column / widths[l + 1])
          for row in 0..<(widths[k] * widths[k + 1]) where k > l || row >= column {
            let (c, d) = (row % widths[k + 1], row / widths[k + 1])
            let to = packed(offsets[k] + row, offsets[l] + column)
            if let x = left.place(a, c), let y = right.place(d, b) {
              bend.append(Term(to: to, a: x, b: y))
            }
            if k > l, let x = between[l + 1][k].place(d, a), let y = backs[k][l].place(c, b) {
              bend.append(Term(to: to, a: x, b: y))
            }
            if k == l, row == column {
              bend.append(Term(to: to, a: decays + offsets[k] + row, b: Self.one))
            }
          }
        }
      }
    }
  }

  /// Adds a product of two matrices, unless one is the identity and nothing is taken away.
  private mutating func product(_ a: Operand, _ b: Operand, less: Int? = nil) -> Operand {
    if less == nil, a.isIdentity { return b }
    if less == nil, b.isIdentity { return a }
    let result = Operand(
      offset: slots, rows: a.rows, columns: b.columns, rowStep: 1, columnStep: a.rows)
    products.append(Product(a: a, b: b, to: slots, less: less))
    slots += a.rows * b.columns
    return result
  }

  /// Where a layer's weights stand.
  func parameters(ofLayer l: Int) -> Range<Int> { offsets[l]..<offsets[l + 1] }

  /// The layer that a weight belongs to.
  func layer(of weight: Int) -> Int { offsets.lastIndex { $0 <= weight }! }

  /// See ``DeepLinearFamily``; `room` has ``slots`` numbers.
  func run<Number: RingElement>(
    _ point: UnsafePointer<Number>, coefficients: UnsafePointer<Number>,
    gradient: UnsafeMutablePointer<Number>, hessian: UnsafeMutablePointer<Number>?,
    room: UnsafeMutablePointer<Number>
  ) {
    room[Self.one] = .one
    (room + 1).update(from: point, count: dimension)
    let given = slots - constants - products.reduce(0) { $0 + $1.a.rows * $1.b.columns }
    (room + constants).update(from: coefficients, count: given)
    for product in products[..<(hessian == nil ? slopeProducts : products.count)] {
      multiply(product, in: room)
    }
    gradient.update(repeating: .zero, count: dimension)
    add(slope, from: room, to: gradient)
    guard let hessian else { return }
    hessian.update(repeating: .zero, count: dimension * (dimension + 1) / 2)
    add(bend, from: room, to: hessian)
  }

  private func add<Number: RingElement>(
    _ terms: [Term], from room: UnsafeMutablePointer<Number>,
    to result: UnsafeMutablePointer<Number>
  ) {
    terms.withUnsafeBufferPointer { terms in
      for term in terms { result[term.to] = result[term.to] + room[term.a] * room[term.b] }
    }
  }

  private func multiply<Number: RingElement>(
    _ product: Product, in room: UnsafeMutablePointer<Number>
  ) {
    let (a, b) = (product.a, product.b)
    for j in 0..<b.columns {
      for i in 0..<a.rows {
        let to = product.to + i + j * a.rows
        var sum = Number.zero
        if a.isIdentity {
          sum = room[b.offset + i * b.rowStep + j * b.columnStep]
        } else if b.isIdentity {
          sum = room[a.offset + i * a.rowStep + j * a.columnStep]
        } else {
          for k in 0..<a.columns {
            sum =
              sum + room[a.offset + i * a.rowStep + k * a.columnStep]
              * room[b.offset + k * b.rowStep + j * b.columnStep]
          }
        }
        if let less = product.less { sum = sum - room[less + i + j * a.rows] }
        room[to] = sum
      }
    }
  }
}
