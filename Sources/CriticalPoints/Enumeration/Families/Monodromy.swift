internal import Foundation
internal import Landscapes
internal import LinearAlgebra
internal import Numerics
internal import RandomStreams
internal import Statistics

/// The critical points without zeros of one random member of a family, up to symmetries.
///
/// One is chosen, and the member so that it is critical. Followed around closed loops of members it comes back as another
/// one. Loops are made until so many have found nothing new that one point more would have shown in one of them but for a
/// chance of 10⁻⁹, if loops permute the points at random.
///
/// Reference: Duff, Hill, Jensen, Lee, Leykin and Sommars, IMA J. Numer. Anal. 39, 1421 (2019).
struct Monodromy<Family: PolynomialFamily>: Sendable {
  let family: Family
  /// The random member.
  let member: [Complex<Double>]
  /// A point of each orbit.
  private(set) var points: [[Complex<Double>]] = []
  /// Whether loops ended because they found nothing new.
  private(set) var isSettled = false
  /// How many paths were followed.
  private(set) var paths = 0

  /// The largest number of points followed.
  static var pointLimit: Int { 1 << 18 }

  init(_ family: Family, from stream: inout RandomStream, threads: Int) {
    self.family = family
    var (member, start) = Self.start(family, from: &stream)
    // Singular only if it happens to be ill-conditioned, or if all points of the family are: then there are none.
    for _ in 0..<2 where !Self.isRegular(start, family, member) {
      (member, start) = Self.start(family, from: &stream)
    }
    self.member = member
    guard Self.isRegular(start, family, member) else {
      isSettled = true
      return
    }
    var known = Marks()
    points = [family.representative(of: start)]
    _ = known.insert(points[0])
    var quiet = 0
    while points.count <= Self.pointLimit {
      let wanted = 9 / log10(Double(points.count) + 1)
      if Double(quiet) >= max(3, wanted) {
        isSettled = true
        return
      }
      let corners = [
        member, Self.randomMember(of: family, &stream), Self.randomMember(of: family, &stream),
        member,
      ]
      let ends = Self.follow(points, through: corners, of: family, threads: threads)
      paths += points.count * (corners.count - 1)
      let before = points.count
      for end in ends where end.isFinished && end.isFinite {
        let point = family.representative(of: end.state)
        // One with zeros, of a smaller family, was jumped to.
        let size = norm(point.flatMap { [$0.real, $0.imaginary] })
        if !family.isOwnImage(point, within: 1e-6 * size), known.insert(point) {
          points.append(point)
        }
      }
      quiet = points.count == before ? quiet + 1 : 0
    }
  }

  /// The ends of the paths of some points from member to member.
  static func follow(
    _ points: [[Complex<Double>]], through members: [[Complex<Double>]],
    of family: any PolynomialFamily, threads: Int
  ) -> [PathEnd] {
    let segments = zip(members, members.dropFirst()).map {
      FamilyBatch.Segment(family, from: $0, to: $1)
    }
    let size = 64
    return concurrentMap(0..<((points.count + size - 1) / size), threads: threads) { chunk in
      let range = chunk * size..<min(points.count, (chunk + 1) * size)
      var ends = range.map { PathEnd(path: $0, isFinished: true, state: points[$0], steps: 0) }
      for segment in segments {
        let alive = ends.filter { $0.isFinished && $0.isFinite }
        let moved = PathTracker(FamilyBatch(segment, of: family))
          .track(alive.map(\.path)) { ends[$0 - range.lowerBound].state }
        let steps = ends.map(\.steps)
        ends = ends.map {
          PathEnd(path: $0.path, isFinished: false, state: $0.state, steps: $0.steps)
        }
        for end in moved {
          let place = end.path - range.lowerBound
          ends[place] = PathEnd(
            path: end.path, isFinished: end.isFinished, state: end.state,
            steps: steps[place] + end.steps)
        }
      }
      return ends
    }.flatMap { $0 }
  }

  private static func start(
    _ family: Family, from stream: inout RandomStream
  ) -> (member: [Complex<Double>], point: [Complex<Double>]) {
    let point = family.point(fromNormals: normals(family.dimension, &stream))
    return (family.parameters(randomMember(of: family, &stream), through: point), point)
  }

  /// A member as good as any.
  static func randomMember(
    of family: Family, _ stream: inout RandomStream
  ) -> [Complex<Double>] {
    family.parameters(fromNormals: normals(family.parameterCount, &stream))
  }

  private static func normals(_ count: Int, _ stream: inout RandomStream) -> [Complex<Double>] {
    let numbers = stream.normals(count: 2 * count)
    return (0..<count).map {
      Complex(numbers[2 * $0], numbers[2 * $0 + 1]) / Complex(2.0.squareRoot())
    }
  }

  /// Whether the Hessian at a point is far from singular.
  private static func isRegular(
    _ point: [Complex<Double>], _ family: Family, _ member: [Complex<Double>]
  ) -> Bool {
    let batch = FamilyBatch(.init(family, at: member), of: family)
    for (i, z) in point.enumerated() {
      batch.state[i] = EightNumbers(
        re: SIMD8(repeating: z.real), im: SIMD8(repeating: z.imaginary))
    }
    batch.newton(.zero)
    let bounds = batch.inverseBounds(weight: .one)
    let inverse = bounds.inverse.equations[0] + bounds.inverse.sphere[0]
    return inverse * bounds.jacobian[0] < 1e10
  }
}

/// Points told apart to a millionth of their size.
private struct Marks {
  private var known: [Int: [(direction: Complex<Double>, size: Double)]] = [:]
  private static let width = 1e-6

  /// Whether the point is new.
  mutating func insert(_ point: [Complex<Double>]) -> Bool {
    let size = norm(point.flatMap { [$0.real, $0.imaginary] })
    guard size > 0 else { return false }
    let direction = PathRecord.mark(point) / Complex(size)
    let cell = Int((direction.real / Self.width).rounded())
    for near in (cell - 1)...(cell + 1) {
      let isKnown = known[near]?.contains {
        ($0.direction - direction).length < Self.width
          && abs($0.size - size) < Self.width * size
      }
      if isKnown == true { return false }
    }
    known[cell, default: []].append((direction, size))
    return true
  }
}
