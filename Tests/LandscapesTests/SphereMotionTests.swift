import Foundation
import Landscapes
import LinearAlgebra
import RandomStreams
import Testing

struct SphereMotionTests {
  /// A function of no interest, for the frame that comes with its expansion.
  static func moved(_ point: [Double], by step: [Double]) -> [Double] {
    let n = point.count
    let sphere = Sphere(ambientDimension: n)
    let flat = quadratic(
      Matrix<Double>(rows: n, columns: n), linear: [Double](repeating: 0, count: n), on: sphere)
    var points = Matrix<Double>(columns: [point])
    sphere.move(&points, column: 0, by: step, in: model(of: flat, at: point))
    return points.elements
  }

  /// The tangent basis in ambient coordinates, read off the motion: a quarter turn along the j-th
  /// coordinate leads to √N times the j-th vector.
  static func tangentBasis(at point: [Double]) -> [[Double]] {
    let n = point.count
    let radius = Double(n).squareRoot()
    return (0..<(n - 1)).map { j in
      let step = (0..<(n - 1)).map { $0 == j ? radius * .pi / 2 : 0 }
      return moved(point, by: step).map { $0 / radius }
    }
  }

  static let points: [[Double]] = [2, 3, 7].flatMap { n in
    let sphere = Sphere(ambientDimension: n)
    let pole = (0..<n).map { $0 == n - 1 ? sphere.scale : 0 }
    let level = normals(n - 1, seed: 3) + [0]
    return [
      sphere.point(fromNormals: normals(n, seed: 1)), sphere.point(fromNormals: level), pole,
      pole.map(-), pole.reversed(),
    ]
  }

  /// Rescaling after each step leaves at most (N + 3) ε, which is the rounding of the two sums of
  /// squares, however many steps. Without it the walk would drift to about 10⁻¹⁴.
  @Test(arguments: [2, 3, 10]) func staysOnTheSphere(n: Int) {
    let sphere = Sphere(ambientDimension: n)
    var stream = RandomStream(seed: 1, purpose: .noise)
    var points = Matrix<Double>(columns: [sphere.point(fromNormals: stream.normals(count: n))])
    let jets = JetBatch(dimension: n, count: 1, order: .hessian)
    var model = LocalModel(of: sphere)
    var worst = 0.0
    for _ in 0..<100_000 {
      sphere.expand(jets, at: points, column: 0, into: &model)
      sphere.move(&points, column: 0, by: stream.normals(count: n - 1), in: model)
      worst = max(worst, abs(dot(points.elements, points.elements) / Double(n) - 1))
    }
    #expect(worst <= Double(n + 3) * 0x1p-52)
  }

  /// A step of length θ√N ends at distance 2√N |sin θ/2|, and at σ again after a full turn. The
  /// coordinates carry a few ε √N.
  @Test(arguments: points, [1e-9, 1e-3, 0.5, 1.5, 3, 2 * Double.pi])
  func stepsAreAngles(point: [Double], angle: Double) {
    let n = point.count
    let radius = Double(n).squareRoot()
    let direction = normals(n - 1, seed: 8)
    let end = Self.moved(point, by: direction.map { $0 * angle * radius / norm(direction) })
    let chord = norm(zip(end, point).map { $0 - $1 })
    #expect(abs(chord - 2 * radius * abs(sin(angle / 2))) <= 1e-14 * radius)
  }

  /// Nothing, and not a number: the first leaves every bit, the second must show.
  @Test(arguments: points) func zeroAndBadSteps(point: [Double]) {
    #expect(Self.moved(point, by: [Double](repeating: 0, count: point.count - 1)) == point)
    let bad = Self.moved(point, by: [Double](repeating: .nan, count: point.count - 1))
    #expect(bad.contains { $0.isNaN })
  }

  /// The basis is orthonormal and tangent, and a general step s sets out along Σ sⱼ uⱼ.
  @Test(arguments: points) func stepsAreTangentCoordinates(point: [Double]) {
    let n = point.count
    let radius = Double(n).squareRoot()
    let basis = Self.tangentBasis(at: point)
    for (j, u) in basis.enumerated() {
      #expect(abs(dot(u, point)) <= 1e-14 * radius)
      for (k, w) in basis.enumerated() {
        #expect(abs(dot(u, w) - (j == k ? 1 : 0)) <= 1e-14)
      }
    }
    let step = normals(n - 1, seed: 21)
    let angle = norm(step) / radius
    let end = Self.moved(point, by: step)
    for i in 0..<n {
      let tangent = (0..<(n - 1)).reduce(0.0) { $0 + step[$1] * basis[$1][i] }
      let expected = cos(angle) * point[i] + sin(angle) / angle * tangent
      #expect(abs(end[i] - expected) <= 1e-14 * radius)
    }
  }

  /// Uniform law: the direction of the normals themselves.
  @Test(arguments: [2, 3, 50]) func pointsFromNormals(n: Int) {
    let sphere = Sphere(ambientDimension: n)
    let z = normals(n, seed: 5)
    let point = sphere.point(fromNormals: z)
    #expect(abs(dot(point, point) - Double(n)) <= 1e-13 * Double(n))
    for i in 0..<n { #expect(abs(point[i] * norm(z) - z[i] * sphere.scale) <= 1e-13 * norm(z)) }
  }
}
