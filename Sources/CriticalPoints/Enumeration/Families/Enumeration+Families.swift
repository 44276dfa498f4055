public import Landscapes
internal import Numerics
internal import RandomStreams
public import Statistics

extension Enumeration {
  /// All critical points of a polynomial on R^n that belongs to a family.
  ///
  /// Of each pattern of zeros the critical points of a random member are found by monodromy, and followed to
  /// those of the landscape. Each end is certified: one solution is near it, it is real or it is not, and no two are the
  /// same. That there are no others is checked, not proved: loops stopped finding any, the complex ones come in conjugate
  /// pairs, and (-1)^index of the real ones adds up to 1.
  ///
  /// Randomness: the stream (seed, homotopy, attempt). The points found do not depend on it beyond rounding.
  ///
  /// - Parameters:
  ///   - landscape: a polynomial that goes to infinity in all directions.
  ///   - seed: names the random members.
  ///   - threads: results do not depend on it.
  ///   - progress: told of the patterns of zeros.
  /// - Complexity: some ten to thirty paths for each point and its images together, each of some forty steps of n³
  ///   operations, eight at a time.
  ///
  /// Reference: Duff, Hill, Jensen, Lee, Leykin and Sommars, IMA J. Numer. Anal. 39, 1421 (2019).
  public static func run(
    _ landscape: some CoercivePolynomial, seed: UInt64 = 1, threads: Int = defaultThreads,
    progress: @escaping ProgressHandler = { _ in }
  ) -> EnumerationResult {
    var result = attempt(landscape, 0, seed, threads, progress)
    for number in 1..<3 where result.completeness != .checked {
      result = attempt(landscape, number, seed, threads, progress)
    }
    return result
  }

  private static func attempt<L: CoercivePolynomial>(
    _ landscape: L, _ number: Int, _ seed: UInt64, _ threads: Int,
    _ progress: @escaping ProgressHandler
  ) -> EnumerationResult {
    var stream = RandomStream(seed: seed, purpose: .homotopy, item: number)
    let strata = landscape.strata
    var solved: [L.Family: Monodromy<L.Family>] = [:]
    var assembly = FamilyAssembly(landscape, attempts: number + 1)
    for (done, stratum) in strata.enumerated() {
      let monodromy =
        solved[stratum.family] ?? Monodromy(stratum.family, from: &stream, threads: threads)
      if solved[stratum.family] == nil { assembly.add(monodromy) }
      solved[stratum.family] = monodromy
      assembly.add(StratumPoints(stratum, from: monodromy, threads: threads), of: stratum)
      progress(WorkProgress(done: done + 1, total: strata.count))
    }
    return assembly.result
  }
}

/// The critical points of a landscape with zeros in certain places, each proved.
struct StratumPoints: Sendable {
  var records: [PathRecord]
  /// Where Newton's method led.
  var points: [[Complex<Double>]]
  private(set) var paths: Int

  init<Family: PolynomialFamily>(
    _ stratum: FamilyStratum<Family>, from monodromy: Monodromy<Family>, threads: Int
  ) {
    let family = stratum.family
    let target = stratum.parameters.map { Complex($0) }
    let segment = FamilyBatch.Segment(family, from: monodromy.member, to: target)
    let starts = monodromy.points
    let proof = FamilyProof(family, at: target)
    let ends = Monodromy<Family>.follow(starts, along: segment, of: family, threads: threads)
    let proved = proof.findings(of: ends)
    (records, points) = (proved.map(\.record), proved.map(\.point))
    paths = starts.count
    // Again, carefully: what failed or is not proved, and paths that met.
    var again = Set(
      records.indices.filter { [.failed, .undecided].contains(records[$0].status) })
    again.formUnion(PathRecord.meetings(representatives(of: family), hasParity: false))
    paths += again.count
    guard again.count <= max(64, starts.count / 20) else { return }
    let places = again.sorted()
    let careful = Monodromy<Family>.follow(
      places.map { starts[$0] }, along: segment, of: family, settings: .careful, threads: threads)
    let renamed = zip(places, careful).map { $1.renamed($0) }
    for (place, found) in zip(places, proof.findings(of: renamed)) {
      (records[place], points[place]) = found
    }
  }

  /// The records with the marks of one image each, the same for all images.
  func representatives(of family: some PolynomialFamily) -> [PathRecord] {
    zip(records, points).map { record, point in
      record.status == .failed ? record : record.marked(family.representative(of: point))
    }
  }
}
