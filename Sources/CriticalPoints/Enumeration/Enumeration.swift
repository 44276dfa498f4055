internal import ComplexModule
public import Landscapes
public import LinearAlgebra
internal import RandomStreams

/// Finds all critical points of a polynomial on the sphere, with proof.
///
/// Every critical point on the complex sphere is the end of a path from one of a polynomial whose critical
/// points are explicit; there are 2((d-1)^N - 1)/(d-2) of them for top degree d (2N for d = 2), on both sides. Each end
/// is certified: one solution is near it, it is real or it is not, and no two are the same. What
/// is not proved is not counted.
///
/// Randomness: the stream (seed, homotopy, sample, item attempt). The points found do not depend on it
/// beyond rounding.
///
/// - Complexity: 2((d-1)^N - 1)/(d-2) paths, half of them if all degrees have the same parity, of some
///   hundred steps of N³ operations. For p = 3 on one core 0.01 s at N = 8, 0.3 s at N = 12.
///
/// Reference: Sommese and Wampler, The Numerical Solution of Systems of Polynomials (2005); the number
/// of solutions: Cartwright and Sturmfels, arXiv:1004.4953.
public enum Enumeration {
  /// The largest number of paths tracked.
  public static let pathLimit = 1 << 23

  /// All critical points of a landscape.
  ///
  /// - Parameters:
  ///   - landscape: of top degree 2 or more; one homogeneous of degree 2 goes to the eigensolver.
  ///   - seed, sample: name the random coefficients of the start.
  ///   - threads: results do not depend on it.
  ///   - pieces: what an interrupted run had finished. The result is that of one run.
  ///   - finished: called with what is done, from any thread, one call at a time; pieces given are
  ///     not repeated.
  public static func run(
    _ landscape: some PolynomialLandscape, seed: UInt64 = 1, sample: Int = 0,
    threads: Int = defaultThreads, resuming pieces: [EnumerationPiece] = [],
    finished: @escaping @Sendable (EnumerationPiece) -> Void = { _ in }
  ) throws(EnumerationError) -> EnumerationResult {
    try run(
      landscape, seed: seed, sample: sample, threads: threads, resuming: pieces,
      finished: finished, tracking: { $0 })
  }

  /// The same with a tracker that may be broken on purpose: it follows path `tracking(k)` where it should
  /// follow k, or none.
  package static func run(
    _ landscape: some PolynomialLandscape, seed: UInt64 = 1, sample: Int = 0,
    threads: Int = defaultThreads, resuming pieces: [EnumerationPiece] = [],
    finished: @escaping @Sendable (EnumerationPiece) -> Void = { _ in },
    tracking: @escaping @Sendable (Int) -> Int?
  ) throws(EnumerationError) -> EnumerationResult {
    guard try pathCount(landscape) > 0 else { return QuadraticEnumeration.run(landscape) }
    func attempt(_ number: Int) -> EnumerationResult {
      Self.attempt(landscape, number, seed, sample, threads, pieces, finished, tracking)
    }
    var result = attempt(0)
    for number in 1..<3 where result.verdict != .complete { result = attempt(number) }
    return result
  }

  /// How many paths there are to follow; none for a quadratic form without a field.
  ///
  /// Throws if the landscape cannot be enumerated.
  public static func pathCount(
    _ landscape: some PolynomialLandscape
  ) throws(EnumerationError) -> Int {
    let parts = landscape.homogeneousParts
    let n = landscape.domain.ambientDimension
    let degree = parts.last?.polynomial.tensor.degree ?? 0
    guard degree >= 2 else { throw .degree(degree) }
    let elements = parts.map(\.polynomial.tensor.elements)
    guard elements.allSatisfy({ $0.allSatisfy(\.isFinite) }),
      elements.last?.contains(where: { $0 != 0 }) == true
    else { throw .degenerate }
    if degree == 2, parts.count == 1 { return 0 }
    let half = (0..<n).reduce(0.0) { sum, _ in sum * Double(degree - 1) + 1 }
    let hasParity = Set(parts.map { $0.polynomial.tensor.degree % 2 }).count == 1
    let paths = hasParity ? half : 2 * half
    guard paths <= Double(pathLimit) else {
      throw .tooManyPaths(paths, dimension: n, degree: degree)
    }
    return Int(paths)
  }

  private static func attempt(
    _ landscape: some PolynomialLandscape, _ number: Int, _ seed: UInt64, _ sample: Int,
    _ threads: Int, _ pieces: [EnumerationPiece],
    _ finished: @escaping @Sendable (EnumerationPiece) -> Void,
    _ tracking: @escaping @Sendable (Int) -> Int?
  ) -> EnumerationResult {
    var stream = RandomStream(
      seed: seed, purpose: .homotopy, sample: UInt64(sample), item: UInt64(number))
    let system = HomotopySystem(landscape, from: &stream)
    let starts = StartPoints(system)
    let count = starts.count
    let checksum = system.checksum
    let known = Dictionary(
      pieces.filter { $0.system == checksum }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let done = concurrentMap(
      count: (count + EnumerationPiece.size - 1) / EnumerationPiece.size, threads: threads,
      { number in
        if let piece = known[number] { return piece }
        let first = number * EnumerationPiece.size
        let paths = Array(first..<min(count, first + EnumerationPiece.size))
        let followed = paths.filter { tracking($0) != nil }
        let ends = PathTracker(system, starts).track(followed.compactMap(tracking))
        return EnumerationPiece(
          system: checksum, number: number,
          records: zip(followed, ends).map { PathRecord($1, path: $0) })
      },
      finished: { if known[$0.number] == nil { finished($0) } })
    var records = done.flatMap(\.records)
    // Again, carefully: what failed or is not proved, and paths that met.
    func track(_ places: [Int]) {
      // So many that the landscape is degenerate, and care is of no use.
      guard places.count <= max(64, records.count / 20) else { return }
      let paths = places.map { Int(records[$0].path) }
      let careful = concurrentMap(count: paths.count, threads: threads) {
        let followed = tracking(paths[$0]) ?? paths[$0]
        let end = PathTracker(system, starts, settings: .careful).track([followed])[0]
        return PathRecord(end, path: paths[$0])
      }
      for (place, record) in zip(places, careful) { records[place] = record }
    }
    track(records.indices.filter { [.failed, .undecided].contains(records[$0].status) })
    let meetings = PathRecord.meetings(records, hasParity: system.hasParity)
    track(meetings)
    let met = meetings.isEmpty ? [] : PathRecord.meetings(records, hasParity: system.hasParity)
    return EnumerationAssembly(
      landscape, system: system, records: records, met: met, attempts: number + 1
    ).result
  }
}
