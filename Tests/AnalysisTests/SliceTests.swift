import Analysis
import Foundation
import Landscapes
import LinearAlgebra
import Models
import RandomStreams
import Requirements
import SpinGlasses
import Testing

/// Σ cᵢ xᵢ³ + 3 x₀ x₁ with cᵢ = i + 1, in units of lengths and values.
struct Cubic<Space: Domain>: Landscape {
  let domain: Space
  var length = 1.0
  var unit = 1.0

  func value(_ x: [Double]) -> Double {
    let z = x.map { $0 / length }
    let cubes = z.indices.reduce(0.0) { $0 + Double($1 + 1) * z[$1] * z[$1] * z[$1] }
    return unit * (cubes + 3 * z[0] * z[1])
  }

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    for b in 0..<points.columns {
      let z = points.column(b).map { $0 / length }
      jets.values[b] = value(points.column(b))
      for i in z.indices {
        let cross = i == 0 ? 3 * z[1] : i == 1 ? 3 * z[0] : 0
        jets.gradients[i, b] = unit / length * (3 * Double(i + 1) * z[i] * z[i] + cross)
        for j in 0...i {
          let diagonal = i == j ? 6 * Double(i + 1) * z[i] : 0
          let mixed = i == 1 && j == 0 ? 3.0 : 0
          jets.hessians?[j + i * (i + 1) / 2, b] = unit / (length * length) * (diagonal + mixed)
        }
      }
    }
  }
}

@Suite struct SliceTests {
  private func normals(_ count: Int, _ seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, purpose: .starts)
    return stream.normals(count: count)
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double { norm(zip(a, b).map(-)) }

  private let glass = PSpinHamiltonian(.pure(3), dimension: 6, seed: 3)

  /// Batches against one point at a time, at o + s u + t v by hand; in any unit.
  @Test(arguments: [1e-9, 1, 1e9], [1e-9, 1, 1e9])
  func valuesOnAPlane(length: Double, unit: Double) throws {
    let space = EuclideanSpace(dimension: 5)
    let function = Cubic(domain: space, length: length, unit: unit)
    let origin = normals(5, 1).map { length * $0 }
    let slice = try Slice.plane(
      in: space, through: origin, along: [3, 4, 0, 0, 0].map { length * $0 }, [5, 0, 0, 0, 7],
      ranges: (-length...length, 0...(2 * length)), points: 21)
    // The first normalised; the second less its part along it, 3 (3, 4)/5: (16/5, -12/5, 0, 0, 7).
    let (u, v) = ([0.6, 0.8, 0, 0, 0], [3.2, -2.4, 0, 0, 7].map { $0 / 65.0.squareRoot() })
    let values = slice.values(of: function, threads: 2)
    let size = unit * 1000
    #expect(values.count == 441)
    for (j, t) in slice.directions[1].coordinates.enumerated() {
      for (i, s) in slice.directions[0].coordinates.enumerated() {
        let place = origin.indices.map { origin[$0] + s * u[$0] + t * v[$0] }
        #expect(distance(place, slice.point(at: [s, t])) < 1e-14 * 10 * length)
        #expect(abs(values[j * 21 + i] - function.value(place)) < 1e-13 * size)
      }
    }
    #expect(slice.directions[0].coordinates[10] == 0 && slice.directions[1].coordinates[0] == 0)
  }

  /// All of a sphere's slice is on the sphere; a great circle returns to its start and passes the opposite point half
  /// way. The control: an arc a tenth shorter does not.
  @Test func greatCircle() throws {
    let sphere = Sphere(ambientDimension: 6)
    let (origin, other) = (normals(6, 1), normals(6, 2))
    let arc = Double.pi * 6.0.squareRoot()
    let circle = try Slice.line(
      in: sphere, through: origin, along: other, range: -arc...arc, points: 201)
    let points = circle.points
    for b in 0..<points.columns { #expect(abs(norm(points.column(b)) - 6.0.squareRoot()) < 1e-14) }
    let values = circle.values(of: glass)
    #expect(abs(values[0] - values[200]) < 1e-12)
    #expect(distance(points.column(0), points.column(200)) < 1e-14)
    #expect(distance(points.column(0), points.column(100).map { -$0 }) < 1e-14)
    let start = origin.map { $0 * 6.0.squareRoot() / norm(origin) }
    #expect(distance(points.column(100), start) < 1e-14)
    // Odd degree: the opposite point has the opposite value.
    #expect(abs(values[100] + values[0]) < 1e-12)
    let short = try Slice.line(
      in: sphere, through: origin, along: other, range: (-0.9 * arc)...(0.9 * arc))
    #expect(distance(short.points.column(0), short.points.column(200)) > 0.1)
  }

  /// The derivative along a slice is the gradient's component, in flat space, on a torus and on the sphere: the error
  /// of a central difference falls as h². The control: the other direction's component is not met.
  @Test func slopes() throws {
    func check<L: Landscape>(
      _ landscape: L, _ origin: [Double], _ first: [Double], _ second: [Double]
    ) throws where L.Space: SliceDomain {
      let slice = try Slice.plane(
        in: landscape.domain, through: origin, along: first, second, ranges: (-1...1, -1...1),
        points: 3)
      let gradient = landscape.riemannianGradient(at: slice.origin)
      for axis in 0..<2 {
        func error(_ h: Double, _ component: Int) -> Double {
          let values = [-h, h].map { s in
            landscape.value(at: slice.point(at: axis == 0 ? [s, 0] : [0, s]))
          }
          let exact = zip(gradient, slice.directions[component].vector).reduce(0) {
            $0 + $1.0 * $1.1
          }
          return abs((values[1] - values[0]) / (2 * h) - exact)
        }
        let ratio = error(2e-3, axis) / error(1e-3, axis)
        #expect(abs(ratio - 4) < 0.1)
        #expect(abs(error(2e-3, 1 - axis) / error(1e-3, 1 - axis) - 1) < 0.1, "control")
      }
    }
    try check(glass, normals(6, 1), normals(6, 2), normals(6, 3))
    try check(
      Cubic(domain: EuclideanSpace(dimension: 4)), normals(4, 1), normals(4, 2), normals(4, 3))
    try check(
      Cubic(domain: Torus(dimension: 3, length: 10)), [4, 5, 6], normals(3, 2), normals(3, 3))
  }

  /// The points that a slice is laid through are on it, where their marks say, and inside the grid.
  @Test func throughPoints() throws {
    func check<Space: SliceDomain>(_ domain: Space, _ points: [[Double]], to error: Double) throws {
      let line = try Slice.line(in: domain, from: points[0], to: points[1])
      let plane = try Slice.plane(in: domain, through: points[0], points[1], points[2])
      let aside = try Slice.plane(
        in: domain, through: points[0], points[1], along: normals(points[0].count, 9))
      for slice in [line, plane, aside] {
        #expect(
          slice.marks.count == (slice.directions.count == 2 && slice.marks.count == 3 ? 3 : 2))
        for (mark, point) in zip(slice.marks, points) {
          #expect(distance(slice.point(at: mark.coordinates), point) < error)
          for (place, direction) in zip(mark.coordinates, slice.directions) {
            #expect(direction.coordinates[0] <= place && place <= direction.coordinates.last!)
          }
        }
      }
      #expect(plane.marks.count == 3 && plane.marks[1].coordinates[1].magnitude < error)
    }
    for unit in [1e-9, 1, 1e9] {
      let points = [4, 5, 6].map { normals(7, $0).map { unit * $0 } }
      try check(EuclideanSpace(dimension: 7), points, to: 1e-14 * 10 * unit)
    }
    let sphere = Sphere(ambientDimension: 7)
    try check(sphere, [4, 5, 6].map { sphere.point(fromNormals: normals(7, $0)) }, to: 1e-13)
    // Around the torus: the second point is nearest across the border.
    try check(
      Torus(dimension: 3, length: 10), [[0.5, 5, 5], [9.5, 5, 5], [0.5, 6, 7]], to: 1e-13)
    let around = try Slice.line(
      in: Torus(dimension: 3, length: 10), from: [0.5, 5, 5], to: [9.5, 5, 5])
    #expect(abs(around.marks[1].coordinates[0] - 1) < 1e-14)
  }

  /// Along eigenvectors the second difference is the eigenvalue, on the sphere too, and mixed ones vanish.
  @Test func eigenvectors() throws {
    let origin = glass.domain.point(fromNormals: normals(6, 4))
    let slice = try Slice.eigenplane(of: glass, at: origin, eigenvectors: (0, 3), reach: 1)
    let spectrum = glass.spectrum(at: origin)
    let h = 1e-3
    func value(_ s: Double, _ t: Double) -> Double { glass.value(at: slice.point(at: [s, t])) }
    let center = value(0, 0)
    let found = [
      (value(h, 0) + value(-h, 0) - 2 * center) / (h * h),
      (value(0, h) + value(0, -h) - 2 * center) / (h * h),
    ]
    let mixed = (value(h, h) + value(-h, -h) - value(h, -h) - value(-h, h)) / (4 * h * h)
    #expect(abs(found[0] - spectrum[0]) < 1e-4 && abs(found[1] - spectrum[3]) < 1e-4)
    #expect(abs(mixed) < 1e-4)
    #expect(abs(spectrum[0] - spectrum[3]) > 0.1, "else the check says nothing")
    #expect(slice.directions[0].name.hasPrefix("eigenvector 0, eigenvalue "))
  }

  /// Random planes are orthonormal, the same for the same stream, different for another.
  @Test func randomPlanes() throws {
    func plane(_ seed: UInt64) throws -> Slice<Sphere> {
      var stream = RandomStream(seed: seed, purpose: .starts)
      return try Slice.randomPlane(
        in: glass.domain, through: normals(6, 1), reach: 2, points: 5, using: &stream)
    }
    let one = try plane(1)
    let (u, v) = (one.directions[0].vector, one.directions[1].vector)
    #expect(abs(norm(u) - 1) < 1e-14 && abs(norm(v) - 1) < 1e-14)
    #expect(abs(zip(u, v).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-14)
    #expect(try plane(1).points == one.points)
    #expect(try plane(2).points != one.points)
  }

  /// Blocks have the norms of the point's; a function that does not change when blocks are scaled has the same slice
  /// whatever their scale. The control: an ordinary random plane has not.
  @Test func filterNormalisation() throws {
    let blocks = [0..<3, 3..<5, 6..<8]
    let origin = normals(8, 3)
    func scaled(_ factors: [Double]) -> [Double] {
      origin.indices.map { i in
        origin[i] * (blocks.firstIndex { $0.contains(i) }.map { factors[$0] } ?? 1)
      }
    }
    let space = EuclideanSpace(dimension: 8)
    func filtered(_ point: [Double]) throws -> Slice<EuclideanSpace> {
      var stream = RandomStream(seed: 1, purpose: .starts)
      return try Slice.filterNormalizedPlane(
        in: space, through: point, blocks: blocks, points: 7, using: &stream)
    }
    let slice = try filtered(origin)
    #expect(!slice.isOrthonormal)
    for direction in slice.directions {
      for block in blocks {
        let (a, b) = (norm(Array(direction.vector[block])), norm(Array(origin[block])))
        #expect(abs(a / b - 1) < 1e-14)
      }
      #expect(direction.vector[5] == 0, "in no block")
    }
    func shape(_ slice: Slice<EuclideanSpace>) -> [Double] {
      // Products of ratios within each block do not know the block's scale.
      (0..<slice.points.columns).map { b in
        let x = slice.points.column(b)
        return x[0] / x[1] + x[3] / x[4] + x[6] / x[7]
      }
    }
    let factors = [1e9, 3, 1e-9]
    let (before, after) = (shape(slice), shape(try filtered(scaled(factors))))
    #expect(zip(before, after).allSatisfy { abs($0 / $1 - 1) < 1e-9 })
    var streams = [1, 1].map { RandomStream(seed: $0, purpose: .starts) }
    let plain = try Slice.randomPlane(
      in: space, through: origin, reach: 1, points: 7, using: &streams[0])
    let other = try Slice.randomPlane(
      in: space, through: scaled([2, 3, 4]), reach: 1, points: 7, using: &streams[1])
    #expect(zip(shape(plain), shape(other)).contains { abs($0 / $1 - 1) > 0.01 })
  }

  @Test func badInput() throws {
    let space = EuclideanSpace(dimension: 3)
    func message(_ body: () throws -> Void) -> String {
      do { try body() } catch { return "\(error)" }
      return ""
    }
    #expect(message { _ = try Slice.line(in: space, from: [1, 2, 3], to: [1, 2, 3]) } != "")
    #expect(
      message { _ = try Slice.line(in: space, from: [.nan, 2, 3], to: [1, 2, 3]) }
        == "coordinate of a point nan is not valid; give finite numbers")
    #expect(
      message { _ = try Slice.plane(in: space, through: [0, 0, 0], [1, 1, 1], [2, 2, 2]) }
        .contains("not parallel"))
    #expect(
      message {
        _ = try Slice.line(
          in: Sphere(ambientDimension: 3), from: [1, 2, 3], to: [-1, -2, -3])
      }.contains("opposite"))
    #expect(
      message { _ = try Slice.line(in: space, from: [0, 0, 0], to: [1, 0, 0], points: 1) }
        .contains("number of points 1"))
    var stream = RandomStream(seed: 1, purpose: .starts)
    #expect(
      message {
        _ = try Slice.filterNormalizedPlane(
          in: space, through: [0, 0, 0], blocks: [0..<3], using: &stream)
      }.contains("norm of all blocks"))
    #expect(
      message {
        _ = try Slice.randomPlane(in: space, through: [0, 0, 0], reach: -1, using: &stream)
      }.contains("reach -1"))
  }

  @Test func misuseTraps() async {
    await #expect(processExitsWith: .failure) {
      let space = EuclideanSpace(dimension: 3)
      _ = try Slice.line(in: space, from: [0, 0], to: [1, 0, 0])
    }
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, purpose: .starts)
      _ = try Slice.filterNormalizedPlane(
        in: EuclideanSpace(dimension: 3), through: [1, 1, 1], blocks: [0..<2, 1..<3],
        using: &stream)
    }
  }
}
