public import Landscapes
internal import LinearAlgebra
internal import Numerics
internal import RandomStreams
public import Statistics
internal import Synchronization

/// Finds all critical points of a polynomial on the sphere, with proof.
///
///     ∇g(v) = μv,   v·v = 1,   g(v) = H(√N v)/√N
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
///   hundred steps of N³ operations. For p = 3 on one core 0.01 s at N = 8, 0.2 s at N = 12,
///   7 s at N = 16.
///
/// Reference: Sommese and Wampler, The Numerical Solution of Systems of Polynomials (2005); the number
/// of solutions: Cartwright and Sturmfels, arXiv:1004.4953.
public enum Enumeration {
  /// The largest number of paths tracked: two hours of one core, and some 10 GB to prove their ends.
  package static let pathLimit = 1 << 24

  /// All critical points of a landscape.
  ///
  /// - Parameters:
  ///   - landscape: of top degree 2 or more; one homogeneous of degree 2 goes to the eigensolver.
  ///   - seed: names, with the sample, the random coefficients of the start.
  ///   - sample: the number of the sample.
  ///   - threads: results do not depend on it.
  ///   - pieces: what an interrupted run had finished. Their ends are proved again; where that fails the paths are
  ///     followed again. The result is that of one run.
  ///   - keep: called with what is done besides, from any thread, one call at a time.
  ///   - cancellation: ends it with ``EnumerationError/cancelled``; what was kept is whole.
  ///   - progress: told of the paths that are followed.
  /// - Throws: ``EnumerationError``.
  public static func run(
    _ landscape: some PolynomialLandscape, seed: UInt64 = 1, sample: Int = 0,
    threads: Int = defaultThreads, resuming pieces: [EnumerationPiece] = [],
    keep: @escaping @Sendable (EnumerationPiece) -> Void = { _ in },
    cancellation: Cancellation? = nil, progress: @escaping ProgressHandler = { _ in }
  ) throws(EnumerationError) -> EnumerationResult {
    try run(
      landscape, seed: seed, sample: sample, threads: threads, resuming: pieces,
      keep: keep, cancellation: cancellation, progress: progress, tracking: { $0 })
  }

  /// The same with a tracker that may be broken on purpose: it follows path `tracking(k)` where it should
  /// follow k, or none.
  package static func run(
    _ landscape: some PolynomialLandscape, seed: UInt64 = 1, sample: Int = 0,
    threads: Int = defaultThreads, resuming pieces: [EnumerationPiece] = [],
    keep: @escaping @Sendable (EnumerationPiece) -> Void = { _ in },
    cancellation: Cancellation? = nil, progress: @escaping ProgressHandler = { _ in },
    tracking: @escaping @Sendable (Int) -> Int?
  ) throws(EnumerationError) -> EnumerationResult {
    guard try pathCount(landscape) > 0 else { return QuadraticEnumeration.run(landscape) }
    func attempt(_ number: Int) throws(EnumerationError) -> EnumerationResult {
      try Self.attempt(
        landscape, number, seed, sample, threads, pieces, keep, cancellation, progress, tracking)
    }
    var result = try attempt(0)
    for number in 1..<3 where result.completeness != .proved { result = try attempt(number) }
    return result
  }

  /// How many paths there are to follow; none for a quadratic form without a field.
  ///
  /// Throws if the landscape cannot be enumerated.
  package static func pathCount(
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
    return try pathCount(degrees: parts.map(\.polynomial.tensor.degree), dimension: n)
  }

  /// The same for polynomials of the given degrees on the sphere in N dimensions, known before there is one.
  package static func pathCount(
    degrees: [Int], dimension n: Int
  ) throws(EnumerationError) -> Int {
    let degree = degrees.max() ?? 0
    guard degree >= 2 else { throw .degree(degree) }
    if degree == 2, Set(degrees).count == 1 { return 0 }
    let hasParity = Set(degrees.map { $0 % 2 }).count == 1
    let paths = (hasParity ? 1 : 2) * halfCount(degree: degree, dimension: n)
    guard paths <= Double(pathLimit) else {
      throw .tooManyPaths(paths, dimension: n, degree: degree)
    }
    return (hasParity ? 1 : 2) * StartPoints.count(degree: degree, dimension: n)
  }

  /// Bytes that an enumeration takes besides the landscape, about: paths, points and the equations.
  package static func memory(degrees: [Int], dimension n: Int) -> Double {
    let degree = degrees.max() ?? 0
    let paths = 2 * halfCount(degree: degree, dimension: n)
    let equations = degrees.reduce(0) {
      $0 + HomogeneousPolynomial.memory(degree: $1, dimension: n)
    }
    return 200 * paths + 2 * pointMemory(degree: degree, dimension: n) + equations
  }

  /// Bytes of the pieces of an enumeration that is put together of them, about.
  package static func pieceMemory(degrees: [Int], dimension n: Int) -> Double {
    2 * halfCount(degree: degrees.max() ?? 0, dimension: n) * 16 * Double(n + 2)
  }

  /// Bytes of the real critical points of one landscape, about: there are some N (d-1)^{N/2} of them.
  package static func pointMemory(degree: Int, dimension n: Int) -> Double {
    let n = Double(n)
    let real = degree == 2 ? 2 * n : n * Double.pow(Double(degree - 1), n / 2)
    return real * (8 * n + 112)
  }

  /// Paths of one sign.
  static func halfCount(degree d: Int, dimension n: Int) -> Double {
    d == 2 ? Double(n) : (Double.pow(Double(d - 1), Double(n)) - 1) / Double(d - 2)
  }

  private static func attempt(
    _ landscape: some PolynomialLandscape, _ number: Int, _ seed: UInt64, _ sample: Int,
    _ threads: Int, _ pieces: [EnumerationPiece],
    _ keep: @escaping @Sendable (EnumerationPiece) -> Void, _ cancellation: Cancellation?,
    _ progress: @escaping ProgressHandler,
    _ tracking: @escaping @Sendable (Int) -> Int?
  ) throws(EnumerationError) -> EnumerationResult {
    var stream = RandomStream(
      seed: seed, purpose: .homotopy, sample: sample, item: number)
    let system = HomotopySystem(landscape, from: &stream)
    let starts = StartPoints(system)
    let count = starts.count
    let identity = system.identity
    let known = Dictionary(
      pieces.filter { $0.system == identity }.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    let done = Mutex(0)
    @Sendable func report(_ piece: EnumerationPiece, isNew: Bool) {
      done.withLock { done in
        done += piece.count
        if isNew { keep(piece) }
        progress(WorkProgress(done: min(done, count), total: count))
      }
    }
    /// Follows the paths of a piece.
    @Sendable func follow(_ number: Int) -> [PathRecord] {
      let (piece, ends) = EnumerationPiece.following(
        number, of: system, starts, tracking: tracking)
      report(piece, isNew: true)
      return PathProof(system).records(of: ends)
    }
    /// What an earlier run left of a piece; nil unless all of it is proved.
    @Sendable func take(_ piece: EnumerationPiece) -> [PathRecord]? {
      let paths = EnumerationPiece.paths(piece.number, of: count).filter { tracking($0) != nil }
      guard let ends = piece.ends(of: paths, dimension: system.dimension) else {
        return nil
      }
      let records = PathProof(system).records(of: ends, isSharp: true)
      guard records.allSatisfy({ [.real, .complex].contains($0.status) }) else { return nil }
      report(piece, isNew: false)
      return records
    }
    var pieces = try concurrentMap(
      0..<((count + EnumerationPiece.size - 1) / EnumerationPiece.size), threads: threads
    ) { number throws(EnumerationError) -> (records: [PathRecord], isTaken: Bool) in
      guard cancellation?.isCancelled != true else { throw .cancelled }
      let taken = known[number].flatMap(take)
      return (records: taken ?? follow(number), isTaken: taken != nil)
    }
    // Proved, but what other paths led to: such pieces are not what this run would have found.
    if pieces.contains(where: \.isTaken) {
      let all = pieces.flatMap(\.records)
      let met = Set(PathRecord.meetings(all, hasParity: system.hasParity).map { all[$0].path })
      let doubtful = pieces.indices.filter {
        pieces[$0].isTaken && pieces[$0].records.contains { met.contains($0.path) }
      }
      let again = concurrentMap(0..<doubtful.count, threads: threads) { follow(doubtful[$0]) }
      for (number, records) in zip(doubtful, again) { pieces[number].records = records }
    }
    var records = pieces.flatMap(\.records)
    // Again, carefully: what failed or is not proved, and paths that met.
    func track(_ places: [Int]) {
      // So many that the landscape is degenerate, and care is of no use.
      guard places.count <= max(64, records.count / 20) else { return }
      let paths = places.map { Int(records[$0].path) }
      let careful = concurrentMap(0..<paths.count, threads: threads) {
        let followed = tracking(paths[$0]) ?? paths[$0]
        let end = PathTracker(PathBatch(system), settings: .careful)
          .track([followed], from: starts.state)[0]
        return PathProof(system).records(of: [end.renamed(paths[$0])])[0]
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
