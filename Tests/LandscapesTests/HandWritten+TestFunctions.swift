import Foundation
import Landscapes
import LinearAlgebra

/// The package's test functions with derivatives by hand.
extension HandWritten where Space == Box {
  private init(
    of function: FunctionLandscape<Box>, _ jet: @escaping @Sendable ([Double]) -> Jet
  ) { self.init(domain: function.domain, jet: jet) }

  static let eggholder = HandWritten(of: TestFunction.eggholder) { x in
    let (a, b, c) = (x[0] / 2 + x[1] + 47, x[0] - x[1] - 47, x[1] + 47)
    /// s(u) = sin √|u| with two derivatives.
    func wave(_ u: Double) -> (Double, Double, Double) {
      let (r, sign) = (abs(u).squareRoot(), u < 0 ? -1.0 : 1)
      return (
        sin(r), sign * cos(r) / (2 * r), -sin(r) / (4 * r * r) - cos(r) / (4 * r * r * r)
      )
    }
    let (s, ds, dds) = wave(a)
    let (t, dt, ddt) = wave(b)
    let xy = -ds / 2 - c * dds / 2 + dt + x[0] * ddt
    return (
      -c * s - x[0] * t, [-c * ds / 2 - t - x[0] * dt, -s - c * ds + x[0] * dt],
      Matrix<Double>(columns: [
        [-c * dds / 4 - 2 * dt - x[0] * ddt, xy], [xy, -2 * ds - c * dds - x[0] * ddt],
      ])
    )
  }

  static let sixHumpCamel = HandWritten(of: TestFunction.sixHumpCamel) { p in
    let (x, y) = (p[0], p[1])
    return (
      4 * x * x - 2.1 * pow(x, 4) + pow(x, 6) / 3 + x * y - 4 * y * y + 4 * pow(y, 4),
      [8 * x - 8.4 * pow(x, 3) + 2 * pow(x, 5) + y, x - 8 * y + 16 * pow(y, 3)],
      Matrix<Double>(columns: [
        [8 - 25.2 * x * x + 10 * pow(x, 4), 1], [1, -8 + 48 * y * y],
      ])
    )
  }

  static let doubleWell = HandWritten(of: TestFunction.doubleWell(dimension: 3)) { x in
    let well = x[0] * x[0] - 1
    return (
      well * well + x[1] * x[1] + x[2] * x[2], [4 * x[0] * well, 2 * x[1], 2 * x[2]],
      Matrix<Double>(columns: [[12 * x[0] * x[0] - 4, 0, 0], [0, 2, 0], [0, 0, 2]])
    )
  }

  static let rastrigin = HandWritten(of: TestFunction.rastrigin(dimension: 4)) { x in
    let k = 2 * Double.pi
    var hessian = Matrix<Double>(rows: 4, columns: 4)
    for i in 0..<4 { hessian[i, i] = 2 + 10 * k * k * cos(k * x[i]) }
    return (
      x.reduce(40) { $0 + $1 * $1 - 10 * cos(k * $1) }, x.map { 2 * $0 + 10 * k * sin(k * $0) },
      hessian
    )
  }

  static let ackley = HandWritten(of: TestFunction.ackley(dimension: 3)) { x in
    let (k, n) = (2 * Double.pi, 3.0)
    let r = (dot(x, x) / n).squareRoot()
    let cone = -20 * exp(-r / 5)
    let waves = exp(x.reduce(0) { $0 + cos(k * $1) } / n)
    let slopes = x.map { -k * sin(k * $0) / n }
    var hessian = Matrix<Double>(rows: 3, columns: 3)
    for i in 0..<3 {
      for j in 0..<3 {
        // ∂r/∂xᵢ = xᵢ/(nr).
        let (u, v) = (x[i] / (n * r), x[j] / (n * r))
        let bend = ((i == j ? 1 / n : 0) - u * v) / r
        hessian[i, j] = cone * (u * v / 25 - bend / 5) - waves * slopes[i] * slopes[j]
      }
      hessian[i, i] += waves * k * k * cos(k * x[i]) / n
    }
    return (
      cone - waves + 20 + exp(1),
      x.indices.map { -cone * x[$0] / (5 * n * r) - waves * slopes[$0] }, hessian
    )
  }

  static let muellerBrown = HandWritten(of: TestFunction.muellerBrown) { p in
    let heights = [-200.0, -100, -170, 15]
    let (a, b, c) = ([-1, -1, -6.5, 0.7], [0, 0, 11, 0.6], [-10, -10, -6.5, 0.7])
    let (x0, y0) = ([1, 0, -0.5, -1], [0, 0.5, 1.5, 1])
    var (value, gx, gy, xx, xy, yy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for k in 0..<4 {
      let (u, v) = (p[0] - x0[k], p[1] - y0[k])
      let e = heights[k] * exp(a[k] * u * u + b[k] * u * v + c[k] * v * v)
      let (s, t) = (2 * a[k] * u + b[k] * v, b[k] * u + 2 * c[k] * v)
      value += e
      gx += e * s
      gy += e * t
      xx += e * (s * s + 2 * a[k])
      xy += e * (s * t + b[k])
      yy += e * (t * t + 2 * c[k])
    }
    return (value, [gx, gy], Matrix<Double>(columns: [[xx, xy], [xy, yy]]))
  }

  /// With L = 1, γ = 1/4 and τ = 1 in three dimensions, where all of x is positive.
  static let octopus = HandWritten(of: TestFunction.octopus(dimension: 3)) { x in
    let (l, c) = (1.0, 0.25)
    var (value, gradient) = (0.0, [0.0, 0, 0])
    var hessian = Matrix<Double>(rows: 3, columns: 3)
    func add(_ coefficient: Double, _ i: Int, from centre: Double) {
      value += coefficient * (x[i] - centre) * (x[i] - centre)
      gradient[i] += 2 * coefficient * (x[i] - centre)
      hessian[i, i] += 2 * coefficient
    }
    let i = x.firstIndex { $0 < 2 } ?? 3
    // ν = 4L - g₁(2).
    value -= Double(i) * (4 * l + 4 * c + (14 * l - 10 * c) / 3 - (5 * l - 3 * c) / 2)
    for j in 0..<i { add(l, j, from: 4) }
    guard i < 3 else { return (value, gradient, hessian) }
    var across = i + 1
    if x[i] < 1 {
      add(-c, i, from: 0)
    } else {
      let (u, w) = (x[i] - 1, x[i] - 2)
      let (p, q, e) = ((-14 * l + 10 * c) / 3, (5 * l - 3 * c) / 2, -(l + c))
      value += -c * x[i] * x[i] + p * pow(u, 3) + q * pow(u, 4)
      gradient[i] += -2 * c * x[i] + 3 * p * u * u + 4 * q * pow(u, 3)
      hessian[i, i] += -2 * c + 6 * p * u + 12 * q * u * u
      if i < 2 {
        let y = x[i + 1]
        let g = -c + e * (10 * pow(w, 3) + 15 * pow(w, 4) + 6 * pow(w, 5))
        let dg = e * (30 * w * w + 60 * pow(w, 3) + 30 * pow(w, 4))
        value += g * y * y
        gradient[i] += dg * y * y
        gradient[i + 1] += 2 * g * y
        hessian[i, i] += e * (60 * w + 180 * w * w + 120 * pow(w, 3)) * y * y
        hessian[i, i + 1] += 2 * dg * y
        hessian[i + 1, i] += 2 * dg * y
        hessian[i + 1, i + 1] += 2 * g
      }
      across = i + 2
    }
    for j in stride(from: across, to: 3, by: 1) { add(l, j, from: 0) }
    return (value, gradient, hessian)
  }
}
