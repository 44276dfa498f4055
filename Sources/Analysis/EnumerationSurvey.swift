public import CriticalPoints
internal import KacRice
public import Models
internal import Requirements
internal import SpinGlasses
public import Statistics
internal import Synchronization

/// Every critical point of many disorder samples of one model, beside its exact mean numbers.
public struct EnumerationSurvey: Sendable {
  /// The model.
  package let mixture: Mixture
  /// The planted signal, if any.
  package let signal: Signal?
  /// The N of |σ|² = N.
  package let dimension: Int
  /// What each sample gave, by number.
  public let results: [EnumerationResult]

  /// Enumerates samples 0..<samples, each on one thread.
  ///
  /// - Parameters:
  ///   - mixture: the model, without its signal.
  ///   - signal: a planted one.
  ///   - dimension: N.
  ///   - samples: how many.
  ///   - seed: the seed of couplings and of the paths' starts.
  ///   - threads: results do not depend on it.
  ///   - known: the pieces of samples that an interrupted run had finished, by number. They are proved again, see
  ///     ``/CriticalPoints/Enumeration``.
  ///   - keep: called with the number of a sample that is done and the pieces that are not known, one call at a time.
  ///   - progress: told of the samples.
  /// - Throws: ``/CriticalPoints/EnumerationError``, of the first sample that fails.
  public init(
    _ mixture: Mixture, signal: Signal? = nil, dimension: Int, samples: Int, seed: UInt64,
    threads: Int = defaultThreads, resuming known: [Int: [EnumerationPiece]] = [:],
    keep: @escaping @Sendable (Int, [EnumerationPiece]) -> Void = { _, _ in },
    progress: @escaping ProgressHandler = { _ in }
  ) throws(EnumerationError) {
    demand(samples >= 1, "\(samples) samples are none to enumerate")
    @Sendable func model(_ sample: Int) -> PSpinHamiltonian {
      PSpinHamiltonian(mixture, dimension: dimension, signal: signal, seed: seed, sample: sample)
    }
    _ = try Enumeration.pathCount(
      degrees: PSpinHamiltonian.degrees(mixture, signal), dimension: dimension)
    let keeping = Mutex(())
    results = try concurrentMap(0..<samples, threads: threads, progress: progress) {
      (sample) throws(EnumerationError) in
      let pieces = Mutex<[EnumerationPiece]>([])
      let result = try Enumeration.run(
        model(sample), seed: seed, sample: sample, threads: 1, resuming: known[sample] ?? [],
        keep: { piece in pieces.withLock { $0.append(piece) } })
      keeping.withLock { _ in keep(sample, pieces.withLock { $0 }) }
      return result
    }
    self.mixture = mixture
    self.signal = signal
    self.dimension = dimension
  }

  /// Samples with the verdict `complete`.
  public var completeSamples: Int { results.count { $0.completeness == .proved } }

  /// Mean number of critical points of each index, over samples.
  public var meanByIndex: [Estimate] {
    (0..<dimension).map { k in
      Estimate(results.enumerated().map { ($0.offset, Double($0.element.byIndex[k])) })
    }
  }

  /// Mean energy of the points of each index, each point weighing the same.
  public var meanEnergyByIndex: [Estimate] {
    (0..<dimension).map { k in
      Estimate(points.filter { $0.index == k }.map { ($0.sample, $0.energy) })
    }
  }

  /// Sample, index and energy H/N of every point.
  public var points: [(sample: Int, index: Int, energy: Double)] {
    results.enumerated().flatMap { sample, result in
      result.points.map { (sample, $0.index, $0.value / Double(dimension)) }
    }
  }

  /// Numbers of each index against their exact means, and for models without a signal mean energies
  /// too; none for models beyond what ``/KacRice/CriticalPointCounts`` serves.
  ///
  /// - Parameter falsePositiveRate: of counts and of energies, each set.
  public func verdicts(falsePositiveRate: Double) -> [Verdict] {
    guard let exact = try? CriticalPointCounts(mixture, signal: signal, dimension: dimension)
    else { return [] }
    let counts = results.map(\.byIndex)
    return Verdict.counts(counts, against: exact, falsePositiveRate: falsePositiveRate)
      + (signal == nil
        ? Verdict.meanEnergies(points, against: exact, falsePositiveRate: falsePositiveRate) : [])
  }
}
