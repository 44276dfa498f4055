extension FormulaRecord {
  /// Bounds over a box around the point of the last run; nil if the formula may decide otherwise elsewhere in it.
  func bounds(over box: [Interval]) -> DerivativeBounds? {
    let n = box.count
    let zero = Interval(0)
    var partials: [Partials<Interval>] = []
    partials.reserveCapacity(count)
    var isSmooth = true
    func value(_ place: Int32, _ constant: Double) -> Interval {
      place < 0 ? Interval(constant) : partials[Int(place)].value
    }
    // Decisions and looks stand behind the result too.
    for i in 0..<tape.pointee.count {
      let node = tape.pointee.nodes[i]
      guard i >= n else {
        partials.append(Partials(box[i], zero, zero))
        continue
      }
      let (a, b) = (value(node.a, node.constant), value(node.b, node.constant))
      guard let operation = Operation(rawValue: node.operation) else { return nil }
      switch operation {
      case .less:
        guard node.exponent == 1 ? a.upper < b.lower : a.lower >= b.upper else { return nil }
      case .equal:
        guard node.exponent == 0 && (a.upper < b.lower || b.upper < a.lower) else { return nil }
      case .read: return nil
      case .magnitude: if a.contains(0) { isSmooth = false }
      default: break
      }
      partials.append(operation.partials(a, b, exponent: Int(node.exponent), node.constant))
    }
    let nodes = UnsafeBufferPointer(start: tape.pointee.nodes, count: max(count, n))
    var adjoints = [Interval](repeating: zero, count: nodes.count)
    if count > 0 { adjoints[count - 1] = Interval(1) }
    for i in stride(from: count - 1, through: n, by: -1) where adjoints[i] != zero {
      let (node, partial) = (nodes[i], partials[i])
      if node.a >= 0 { adjoints[Int(node.a)] = adjoints[Int(node.a)] + partial.da * adjoints[i] }
      if node.b >= 0 { adjoints[Int(node.b)] = adjoints[Int(node.b)] + partial.db * adjoints[i] }
    }
    var bounds = DerivativeBounds(gradient: Array(adjoints[..<n]), hessian: nil)
    guard isSmooth else { return bounds }
    var hessian: [Interval] = []
    for j in 0..<n {
      var (tangents, turns) = (
        [Interval](repeating: zero, count: nodes.count),
        [Interval](repeating: zero, count: nodes.count)
      )
      tangents[j] = Interval(1)
      for i in stride(from: n, to: count, by: 1) {
        let (node, partial) = (nodes[i], partials[i])
        if node.a >= 0 { tangents[i] = partial.da * tangents[Int(node.a)] }
        if node.b >= 0 { tangents[i] = tangents[i] + partial.db * tangents[Int(node.b)] }
      }
      for i in stride(from: count - 1, through: n, by: -1) {
        let (node, partial) = (nodes[i], partials[i])
        let a = node.a >= 0 ? tangents[Int(node.a)] : zero
        let b = node.b >= 0 ? tangents[Int(node.b)] : zero
        if node.a >= 0 {
          let bend = adjoints[i] * (partial.daa * a + partial.dab * b)
          turns[Int(node.a)] = turns[Int(node.a)] + (partial.da * turns[i] + bend)
        }
        if node.b >= 0 {
          let bend = adjoints[i] * (partial.dab * a + partial.dbb * b)
          turns[Int(node.b)] = turns[Int(node.b)] + (partial.db * turns[i] + bend)
        }
      }
      hessian += turns[...j]
    }
    bounds.hessian = hessian
    return bounds
  }
}

extension Operation {
  /// What the operation gives for operands.
  func partials<S: ElementaryNumber>(_ a: S, _ b: S, exponent: Int, _ constant: Double)
    -> Partials<S>
  {
    switch self {
    case .variable, .less, .equal, .read: Partials(S(0), S(0), S(0))
    case .sum: .sum(a, b)
    case .difference: .difference(a, b)
    case .product: .product(a, b)
    case .quotient: .quotient(a, b)
    case .arcTangent2: .arcTangent2(a, b)
    case .hypotenuse: .hypotenuse(a, b)
    case .negative: .negative(a)
    case .magnitude: .magnitude(a)
    case .power: .power(a, exponent)
    case .realPower: .realPower(a, constant)
    case .root: .root(a, exponent)
    case .squareRoot: .squareRoot(a)
    case .exp: .exp(a)
    case .expMinusOne: .expMinusOne(a)
    case .log: .log(a)
    case .logOnePlus: .logOnePlus(a)
    case .sin: .sin(a)
    case .cos: .cos(a)
    case .tan: .tan(a)
    case .asin: .asin(a)
    case .acos: .acos(a)
    case .atan: .atan(a)
    case .sinh: .sinh(a)
    case .cosh: .cosh(a)
    case .tanh: .tanh(a)
    case .asinh: .asinh(a)
    case .acosh: .acosh(a)
    case .atanh: .atanh(a)
    case .erf: .erf(a)
    case .erfc: .erfc(a)
    }
  }
}
