import Foundation
import Saddlery

/// The loss of a sum of n rectifiers against that of k orthonormal ones, for standard normal inputs in k dimensions:
///
///     F(w) = E[(Σ_i max(0, w_i·x) - Σ_j max(0, x_j))²]/2,
///
/// in closed form by the mean of two rectifiers, |a||b| (sin θ + (π - θ) cos θ)/2π with θ the angle between a and b (Cho and
/// Saul, NIPS 2009). Coordinates are those of w_1, then w_2, and so on. F = 0 where the w are the axes in any order.
///
/// With p the unit vector across a in the plane of a and b, and q that across b, derivatives of 2π times the mean are
///
///     ∂_a:    |b| sin θ â + (π - θ) b,
///     ∂_a∂_a: |b|/|a| sin θ (1 - ââᵀ + ppᵀ),   ∂_a∂_b: (π - θ) 1 + âpᵀ + b̂qᵀ.
///
/// For two units of one direction âpᵀ + b̂qᵀ vanishes; a unit w = 0 has no derivatives.
struct TeacherStudent: Landscape {
  /// Units of the student and of the teacher.
  let students, teachers: Int
  /// R^{nk}; coordinates of a start have the variance 1/k.
  let domain: EuclideanSpace

  init(students: Int, teachers: Int) {
    (self.students, self.teachers) = (students, teachers)
    domain = EuclideanSpace(
      dimension: students * teachers, length: 1 / Double(teachers).squareRoot())
  }

  /// F(0), half the mean square of the teacher.
  var scale: Double {
    let k = Double(teachers)
    return (k / 2 + k * (k - 1) / (2 * .pi)) / 2
  }

  /// - Complexity: n(n + k) angles, and k times as many operations; with the Hessian k² times as many.
  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    for b in 0..<points.columns {
      let w = points.column(b)
      let pairs = Pairs(w, students: students, teachers: teachers)
      jets.values[b] = scale + pairs.value
      guard jets.order > .value else { continue }
      let gradient = pairs.gradient(w)
      for i in gradient.indices { jets.gradients[i, b] = gradient[i] }
      if jets.order == .hessian { pairs.fill(&jets, at: b, w) }
    }
  }
}

/// Angles of all pairs of units at one place.
private struct Pairs {
  let n, k: Int
  let lengths: [Double]
  /// Of unit i with others j < n, then with axes: cosines, sines, and π - θ.
  var (cosines, sines, rests): ([Double], [Double], [Double])
  var width: Int { n + k }

  init(_ w: [Double], students n: Int, teachers k: Int) {
    (self.n, self.k) = (n, k)
    lengths = (0..<n).map { i in
      (0..<k).reduce(0) { $0 + w[k * i + $1] * w[k * i + $1] }.squareRoot()
    }
    cosines = [Double](repeating: 1, count: n * (n + k))
    sines = [Double](repeating: 0, count: n * (n + k))
    rests = [Double](repeating: .pi, count: n * (n + k))
    for i in 0..<n {
      for j in 0..<(n + k) where j > i {
        var cosine: Double
        if j < n {
          cosine = 0
          for r in 0..<k { cosine += w[k * i + r] * w[k * j + r] }
          cosine /= lengths[i] * lengths[j]
        } else {
          cosine = w[k * i + j - n] / lengths[i]
        }
        cosine = min(max(cosine, -1), 1)
        let (sine, rest) = ((1 - cosine * cosine).squareRoot(), acos(-cosine))
        set(i, j, cosine, sine, rest)
        if j < n { set(j, i, cosine, sine, rest) }
      }
    }
  }

  private mutating func set(_ i: Int, _ j: Int, _ c: Double, _ s: Double, _ r: Double) {
    let place = (n + k) * i + j
    (cosines[place], sines[place], rests[place]) = (c, s, r)
  }

  /// Of the term with unit or axis j: +1 and its length, -1 for an axis.
  private func weight(_ j: Int) -> Double { j < n ? lengths[j] : -1 }

  /// F - F(0).
  var value: Double {
    var sum = 0.0
    for i in 0..<n {
      sum += lengths[i] * lengths[i] / 4
      for j in (i + 1)..<width {
        let place = width * i + j
        sum +=
          lengths[i] * weight(j) * (sines[place] + rests[place] * cosines[place]) / (2 * .pi)
      }
    }
    return sum
  }

  func gradient(_ w: [Double]) -> [Double] {
    var gradient = [Double](repeating: 0, count: n * k)
    for i in 0..<n {
      var own = 0.5
      for j in 0..<width where j != i {
        let place = width * i + j
        own += weight(j) * sines[place] / (2 * .pi * lengths[i])
        let rest = rests[place] / (2 * .pi)
        if j < n {
          for r in 0..<k { gradient[k * i + r] += rest * w[k * j + r] }
        } else {
          gradient[k * i + j - n] -= rest
        }
      }
      for r in 0..<k { gradient[k * i + r] += own * w[k * i + r] }
    }
    return gradient
  }

  func fill(_ jets: inout JetBatch, at b: Int, _ w: [Double]) {
    let units = (0..<n).map { i in (0..<k).map { w[k * i + $0] / lengths[i] } }
    func direction(_ j: Int) -> [Double] {
      j < n ? units[j] : (0..<k).map { $0 == j - n ? 1 : 0 }
    }
    /// The unit vector across i in the plane of i and j; zero for one direction.
    func across(_ i: [Double], _ j: [Double], _ cosine: Double, _ sine: Double) -> [Double] {
      sine > 0 ? zip(i, j).map { ($1 - cosine * $0) / sine } : i.map { _ in 0 }
    }
    for i in 0..<n {
      var block = Matrix<Double>(rows: k, columns: k)
      for r in 0..<k { block[r, r] = 0.5 }
      for j in 0..<width where j != i {
        let (place, a, other) = (width * i + j, units[i], direction(j))
        let p = across(a, other, cosines[place], sines[place])
        let factor = weight(j) * sines[place] / (2 * .pi * lengths[i])
        for c in 0..<k {
          for r in 0..<k {
            block[r, c] += factor * ((r == c ? 1 : 0) - a[r] * a[c] + p[r] * p[c])
          }
        }
        guard j < i else { continue }
        let q = across(other, a, cosines[place], sines[place])
        for c in 0..<k {
          for r in 0..<k {
            let sum = (r == c ? rests[place] : 0) + a[r] * p[c] + other[r] * q[c]
            jets[hessian: k * i + r, k * j + c, at: b] = sum / (2 * .pi)
          }
        }
      }
      for c in 0..<k {
        for r in c..<k { jets[hessian: k * i + r, k * i + c, at: b] = block[r, c] }
      }
    }
  }
}
