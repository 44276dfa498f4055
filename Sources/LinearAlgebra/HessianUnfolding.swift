internal import Requirements

/// A symmetric tensor of degree d ≥ 2 laid out for contraction by one matrix product.
///
/// Rows are the pairs i ≤ j (packed upper triangle), columns the monomials of degree d-2:
///
///     A[(i,j), m] = T[i, j, m] · (number of orderings of m),   (T x^{d-2})_{ij} = Σ_m A[(i,j), m] x^m,
///
/// so the packed Hessians of a whole batch are A times the matrix of their monomials, at the
/// least possible n²/2 · n^{d-2}/(d-2)! multiplications a point. It takes d(d-1)/2 times the
/// memory of the packed tensor, read once per batch.
struct HessianUnfolding: Sendable {
  let degree: Int
  let dimension: Int
  let matrix: Matrix<Double>

  init(_ tensor: SymmetricTensor) {
    demand(tensor.degree >= 2, "a tensor of degree 1 has no Hessian")
    degree = tensor.degree
    dimension = tensor.dimension
    let n = dimension
    let rest = degree - 2
    let rows = n * (n + 1) / 2
    let counts = (0..<degree).map { t in
      (0...n).map { SymmetricTensor.entryCount(degree: t + 1, dimension: $0) }
    }
    let count = Self.elementCount(degree: degree, dimension: n)
    var sorted = [Int](repeating: 0, count: rest + 1)
    let elements = [Double](unsafeUninitializedCapacity: count) { elements, initialized in
      tensor.elements.withUnsafeBufferPointer { entries in
        SymmetricTensor.forEachEntry(degree: rest, dimension: n) { column, monomial, multiplicity in
          var write = rows * column
          for j in 0..<n {
            // The monomial's indices with j at its place among them.
            var place = 0
            while place < rest, monomial[place] <= j {
              sorted[place] = monomial[place]
              place += 1
            }
            sorted[place] = j
            for t in place..<rest { sorted[t + 1] = monomial[t] }
            var base = 0
            for (t, index) in sorted.enumerated() { base += counts[t + 1][index] }
            var first = 0
            // Inserting i at place t keeps the contributions of the entries before it and moves
            // those after it one place up.
            for (t, index) in sorted[...place].enumerated() {
              counts[t].withUnsafeBufferPointer { moved in
                for i in stride(from: first, through: index, by: 1) {
                  elements[write] = multiplicity * entries[base + moved[i]]
                  write += 1
                }
              }
              base += counts[t][index] - counts[t + 1][index]
              first = max(first, index + 1)
            }
          }
        }
      }
      initialized = count
    }
    matrix = Matrix<Double>(rows: rows, columns: elements.count / rows, elements: elements)
  }

  /// Number of elements of the unfolding.
  static func elementCount(degree: Int, dimension n: Int) -> Int {
    n * (n + 1) / 2 * SymmetricTensor.entryCount(degree: degree - 2, dimension: n)
  }

  /// All monomials of degree d-2 of each point (column), one column a point.
  func monomials(of points: Matrix<Double>) -> Matrix<Double> {
    let n = dimension
    var result = Matrix<Double>(rows: matrix.columns, columns: points.columns)
    for b in 0..<points.columns {
      var current = [1.0]
      for degree in 0..<(self.degree - 2) {
        var next: [Double] = []
        next.reserveCapacity(current.count * n)
        for j in 0..<n {
          // Colexicographic order: the monomials without an index above j come first.
          let prefix = SymmetricTensor.entryCount(degree: degree, dimension: j + 1)
          let x = points[j, b]
          for m in 0..<prefix { next.append(x * current[m]) }
        }
        current = next
      }
      result.storage.replaceSubrange(
        (b * matrix.columns)..<((b + 1) * matrix.columns), with: current)
    }
    return result
  }
}
