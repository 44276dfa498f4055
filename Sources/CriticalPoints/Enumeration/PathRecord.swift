internal import Foundation
internal import Numerics

/// What is kept of a path once it has ended: little, as there may be millions.
struct PathRecord: Sendable, Equatable {
  enum Status: UInt8, Sendable { case failed, undecided, complex, real }

  let path: Int32
  let steps: Int32
  let status: Status
  /// The solution is this close, see ``Certificate``; zero if the path failed.
  let radius: Double
  /// c·v with a fixed |c| = 1: further apart than the radii, two solutions are distinct.
  let mark: Complex<Double>
  /// See ``Certificate``.
  let eigenvalueError: Double
  /// Re v of a real solution; otherwise empty.
  let point: [Double]

  /// Places of records whose ends are not proved distinct: within their radii in ``mark``, and of opposite sign too if
  /// v and -v stand for each other.
  static func meetings(_ records: [PathRecord], hasParity: Bool) -> [Int] {
    struct Entry {
      let place: Int
      let mark: Complex<Double>
      let radius: Double
    }
    var entries: [Entry] = []
    entries.reserveCapacity(records.count * (hasParity ? 2 : 1))
    for (place, record) in records.enumerated() {
      guard record.status != .failed else { continue }
      // Rounding of the mark itself is far below the radius, which is doubled for it.
      let radius = 2 * record.radius
      entries.append(Entry(place: place, mark: record.mark, radius: radius))
      if hasParity { entries.append(Entry(place: place, mark: -record.mark, radius: radius)) }
    }
    entries.sort { ($0.mark.real, $0.place) < ($1.mark.real, $1.place) }
    let largest = entries.map(\.radius).max() ?? 0
    var met: Set<Int> = []
    for (i, a) in entries.enumerated() {
      for b in entries[(i + 1)...] {
        guard b.mark.real - a.mark.real <= a.radius + largest else { break }
        if a.place != b.place, (a.mark - b.mark).length <= a.radius + b.radius {
          met.insert(a.place)
          met.insert(b.place)
        }
      }
    }
    return met.sorted()
  }
}

extension PathRecord.Status {
  /// What a proof says; failed without one.
  init(_ reality: Certificate.Reality?) {
    self =
      switch reality {
      case nil: .failed
      case .real: .real
      case .complex: .complex
      case .undecided: .undecided
      }
  }
}

extension PathRecord {
  /// - Parameters:
  ///   - pointSize: how many of the unknowns are the point; one more is its multiplier, or none.
  ///   - certificate: the proof that a solution is near the end; nil if there is none.
  init(_ end: PathEnd, pointSize: Int, _ certificate: Certificate?) {
    let point = end.state.prefix(pointSize)
    let square = point.reduce(0) { $0 + $1.imaginary * $1.imaginary }
    let status = Status(
      certificate?.reality(
        imaginaryPoint: square.squareRoot(),
        multiplier: end.state.count > pointSize ? abs(end.state[pointSize].imaginary) : 0))
    self.init(
      path: Int32(end.path), steps: Int32(end.steps), status: status,
      radius: certificate?.radius ?? 0, mark: Self.mark(point),
      eigenvalueError: certificate?.eigenvalueError ?? 0,
      point: status == .real ? point.map(\.real) : [])
  }

  /// The same with the mark of another point.
  func marked(_ point: [Complex<Double>]) -> PathRecord {
    PathRecord(
      path: path, steps: steps, status: status, radius: radius, mark: Self.mark(point),
      eigenvalueError: eigenvalueError, point: self.point)
  }

  /// c·v with a fixed |c| = 1, of phases without a pattern that solutions could share.
  static func mark(_ point: some Collection<Complex<Double>>) -> Complex<Double> {
    let scale = 1 / Double(point.count).squareRoot()
    return point.enumerated().reduce(Complex<Double>.zero) {
      $0 + $1.element * Complex(length: scale, phase: 2.399963 * Double($1.offset * $1.offset) + 1)
    }
  }
}
