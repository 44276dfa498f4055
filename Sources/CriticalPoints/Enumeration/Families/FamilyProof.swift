internal import Landscapes
internal import LinearAlgebra
internal import Numerics

/// Proves that points are critical points of a member of a family, eight at a time.
///
/// The proof is that of ``Certificate`` in the norm max_i |x_i|/w_i, w_i the modulus of the point's coordinate and a part
/// of all: some coordinates of a point may be a thousand times others. Entry by entry the Hessian changes by at most what the
/// family's majorant does.
struct FamilyProof {
  private let batch: FamilyBatch
  private let coefficients: [Complex<Double>]
  /// Of the majorant.
  private let moduli: [EightNumbers]

  /// What is proved of a point.
  typealias Finding = (record: PathRecord, point: [Complex<Double>])

  /// - Parameter parameters: those of the member.
  init(_ family: some PolynomialFamily, at parameters: [Complex<Double>]) {
    batch = FamilyBatch(.init(family, at: parameters), of: family)
    coefficients = family.coefficients(parameters)
    moduli = family.majorant(of: coefficients).map {
      EightNumbers(re: SIMD8(repeating: $0), im: .zero)
    }
  }

  /// Newton's method from each end, what is proved of where it leads, and that place.
  func findings(of ends: [PathEnd]) -> [Finding] {
    stride(from: 0, to: ends.count, by: 8).flatMap { first in
      prove(Array(ends[first..<min(first + 8, ends.count)]))
    }
  }

  private func prove(_ ends: [PathEnd]) -> [Finding] {
    let n = batch.size
    for lane in 0..<8 {
      let state = ends[min(lane, ends.count - 1)].state
      for i in 0..<n {
        batch.state[i][lane] = state.isEmpty ? (.nan, .nan) : (state[i].real, state[i].imaginary)
      }
    }
    // Twice with gradients in double precision, twice in more, as a step can be no better than the gradient.
    for round in 0..<4 {
      batch.newton(.one)
      if round >= 2 { refine(ends.count) }
      for i in 0..<n { batch.state[i] = batch.state[i] + batch.step[i] }
    }
    batch.newton(.one)
    let gradients = ends.indices.map(gradient)
    let inverse = (0..<n).map { column in
      for i in 0..<n { batch.slope[i] = i == column ? .one : .zero }
      batch.solve(batch.slope)
      return (0..<n).map { batch.slope[$0] }
    }
    // w, and the majorant where the point is and as far from it as can be asked for.
    let sizes = (0..<n).map { batch.state[$0].squaredNorm.squareRoot() }
    let mean = sizes.reduce(.zero, +) / Double(n)
    let weights = sizes.map { $0 + 0.01 * mean }
    let here = majorant(at: sizes)
    let far = majorant(at: zip(sizes, weights).map { $0 + Self.cap * $1 })
    return ends.indices.map { l in
      let proof = Proof(
        lane: l, gradient: gradients[l], jacobian: batch.jacobian, inverse: inverse,
        weights: weights.map { $0[l] }, here: here, far: far, cap: Self.cap,
        chain: batch.family.chainLength)
      let point = point(l)
      return (proof.record(of: ends[l], at: point), point)
    }
  }

  private func point(_ lane: Int) -> [Complex<Double>] {
    (0..<batch.size).map { i in
      let (re, im) = batch.state[i][lane]
      return Complex(re, im)
    }
  }

  private func gradient(_ lane: Int) -> [Complex<Double>] {
    batch.family.gradient(at: point(lane), coefficients: coefficients)
  }

  /// The last Newton step again, with a better gradient.
  private func refine(_ lanes: Int) {
    for lane in 0..<lanes {
      for (i, z) in gradient(lane).enumerated() { batch.step[i][lane] = (-z.real, -z.imaginary) }
    }
    batch.solve(batch.step)
  }

  private func majorant(
    at point: [SIMD8<Double>]
  ) -> (gradient: [EightNumbers], hessian: [EightNumbers]) {
    let n = batch.size
    var gradient = [EightNumbers](repeating: .zero, count: n)
    var hessian = [EightNumbers](repeating: .zero, count: n * (n + 1) / 2)
    batch.evaluate(
      point.map { EightNumbers(re: $0, im: .zero) }, moduli, gradient: &gradient,
      hessian: &hessian)
    return (gradient, hessian)
  }

  /// The largest distance, in the norm, within which a point is proved to be the only one.
  private static var cap: Double { 0.01 }
}

/// The numbers of one point that its proof consists of.
private struct Proof {
  private let certificate: Certificate?
  private let weights: [Double]

  init(
    lane l: Int, gradient: [Complex<Double>], jacobian: UnsafePointer<EightNumbers>,
    inverse: [[EightNumbers]], weights w: [Double],
    here: (gradient: [EightNumbers], hessian: [EightNumbers]),
    far: (gradient: [EightNumbers], hessian: [EightNumbers]), cap: Double, chain: Int
  ) {
    let n = gradient.count
    weights = w
    func place(_ i: Int, _ j: Int) -> Int {
      let (i, j) = (max(i, j), min(i, j))
      return j * n - j * (j - 1) / 2 + i - j
    }
    func number(_ z: EightNumbers) -> Complex<Double> { Complex(z.re[l], z.im[l]) }
    let unit = 2 * Double(chain + 8) * Double.ulpOfOne
    let product = 2 * Double(n + 3) * Double.ulpOfOne
    // Of the gradient.
    let fine = Double(chain + 8) * 0x1p-98
    // A thousandth more than the numbers computed, for the rounding of the bounds themselves.
    let slack = 1.001
    var (step, contraction, growth, isSharp) = (0.0, 0.0, 0.0, true)
    for i in gradient.indices {
      isSharp = isSharp && gradient[i].length <= unit * here.gradient[i].re[l]
    }
    // Frobenius norms of the Hessian's change within the cap, and of what rounding is a part of.
    var (change, size) = (0.0, 0.0)
    for j in 0..<n {
      for i in 0..<n {
        let bound = here.hessian[place(i, j)].re[l]
        let turn = far.hessian[place(i, j)].re[l] - bound
        change += turn * turn
        size += bound * bound
      }
    }
    for i in 0..<n {
      // Row i of Y, |Y| and what it is multiplied by.
      let row = (0..<n).map { number(inverse[$0][i]) }
      let moduli = row.map(\.length)
      var (move, defect, bend) = (Complex<Double>.zero, 0.0, 0.0)
      var moveError = 0.0
      for k in 0..<n {
        move += row[k] * gradient[k]
        moveError += moduli[k] * (product * gradient[k].length + fine * here.gradient[k].re[l])
      }
      for j in 0..<n {
        var (sum, rounding, turn) = (Complex<Double>(i == j ? -1 : 0), 0.0, 0.0)
        for k in 0..<n {
          let entry = number(jacobian[place(k, j)])
          let bound = here.hessian[place(k, j)].re[l]
          sum += row[k] * entry
          rounding += moduli[k] * (product * entry.length + unit * bound)
          turn += moduli[k] * (far.hessian[place(k, j)].re[l] - bound)
        }
        defect += (sum.length + rounding) * w[j]
        bend += turn * w[j]
      }
      step = Self.larger(step, (move.length + moveError) / w[i])
      contraction = Self.larger(contraction, defect / w[i])
      growth = Self.larger(growth, bend / w[i] / cap)
    }
    // Weyl's inequality: the Hessian's change and its rounding.
    certificate = Certificate(
      step: slack * step, contraction: slack * contraction, growth: slack * growth, cap: cap,
      isSharp: isSharp
    ) { radius in
      slack * (change.squareRoot() * 3 * radius / cap + unit * size.squareRoot())
    }
  }

  /// NaN if one is.
  private static func larger(_ a: Double, _ b: Double) -> Double { a.isNaN || b <= a ? a : b }

  func record(of end: PathEnd, at point: [Complex<Double>]) -> PathRecord {
    let proved = end.isFinished && point.allSatisfy(\.isFinite) ? certificate : nil
    let imaginary = zip(point, weights).reduce(0) { max($0, abs($1.0.imaginary) / $1.1) }
    return PathRecord(
      path: Int32(end.path), steps: Int32(end.steps),
      status: .init(proved?.reality(imaginaryPoint: imaginary, multiplier: 0)),
      radius: (proved?.radius ?? 0) * norm(weights), mark: PathRecord.mark(point),
      eigenvalueError: proved?.eigenvalueError ?? 0,
      point: [])
  }
}
