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
      assembly.add(
        StratumPoints(stratum, from: monodromy, &stream, threads: threads), of: stratum)
      progress(WorkProgress(done: done + 1, total: strata.count))
    }
    return assembly.result
  }
}
