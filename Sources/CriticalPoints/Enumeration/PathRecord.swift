internal import ComplexModule
internal import Foundation

/// What is kept of a path once it has ended: little, as there may be millions.
struct PathRecord: Sendable {
  enum Status: Sendable { case failed, undecided, complex, real }

  let path: Int
  let status: Status
  let steps: Int
  /// c·v with a fixed |c| = 1: further apart than the radii, two solutions are distinct.
  let mark: Complex<Double>
  let certificate: Certificate?
  /// Re v of a real solution.
  let point: [Double]?

  init(_ end: PathTracker.End, path: Int) {
    self.path = path
    steps = end.steps
    certificate = end.certificate
    if end.certificate == nil {
      status = .failed
    } else {
      status =
        switch end.reality {
        case .real: .real
        case .complex: .complex
        case .undecided: .undecided
        }
    }
    let scale = 1 / Double(end.point.count).squareRoot()
    mark = end.point.enumerated().reduce(.zero) {
      // Phases without a pattern that solutions could share.
      $0 + $1.element * Complex(length: scale, phase: 2.399963 * Double($1.offset * $1.offset) + 1)
    }
    point = status == .real ? end.point.map(\.real) : nil
  }

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
      guard let certificate = record.certificate else { continue }
      // Rounding of the mark itself is far below the radius, which is doubled for it.
      let radius = 2 * certificate.radius
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
