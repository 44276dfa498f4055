public import Landscapes
internal import LinearAlgebra
public import Statistics

/// A search that goes from critical point to critical point.
///
///     let found = Exploration(Search(network)).run(from: 60, seed: 1)
///
/// From each new one searches start a little way along its flattest modes: downhill ones, on either side, aimed at the
/// index below, and uphill ones, aimed at the index above; each also at the point's own. It reaches points that hardly
/// any search from random starts does, and comes to an end: where no point leads to a new one.
///
///     starts at x* ± d s v_i,   v_i the modes of smallest |λ_i|, d a distance and s the landscape's scale
///
/// That it came to an end is no proof that all are found, nor is a right sum of (-1)^index: of an 8-5-1 network with decay 0.01
/// (51 weights) three explorations that differed in scale, ``modes`` and ``distances`` ended with 187, 193 and 202 orbits, all
/// with the sum 1. Of pure p-spin Hamiltonians of up to eight spins, where all are known, it finds all. Two distances along six
/// modes find as much as four along three, or more, by no more searches.
///
/// Reference: Yin, Wang, Chen, Zhang and Zhang, Phys. Rev. Lett. 124, 090601 (2020), who follow high-index saddle
/// dynamics down from a saddle; here both ways, by index-targeted steps.
public struct Exploration<L: Landscape>: Sendable {
  /// How the searches go.
  public var search: Search<L>
  /// Points that these carry to each other are one.
  public let symmetries: any Symmetries
  /// Downhill modes, and as many uphill ones, that are tried at a point: those of the smallest |λ|.
  public var modes = 6
  /// How far from a point searches start, as multiples of the landscape's scale.
  public var distances = [0.2, 0.6]
  /// No more searches than this are made, those of the points it starts from among them; the lowest points are explored first.
  public var searchLimit = 100_000

  /// An exploration by some kind of search.
  ///
  /// - Parameters:
  ///   - search: of the landscape, by the method and with the limits of all searches.
  ///   - symmetries: the landscape's; all points count if nil.
  public init(_ search: Search<L>, symmetries: (any Symmetries)? = nil) {
    self.search = search
    self.symmetries =
      symmetries
      ?? SymmetryGroup(dimension: search.landscape.domain.ambientDimension, generators: [])
  }

  /// An exploration of a landscape that names its symmetries.
  public init(_ search: Search<L>) where L: SymmetricLandscape {
    self.init(search, symmetries: search.landscape.symmetries)
  }

  /// Explores from what searches from random starts find first.
  ///
  /// - Parameters:
  ///   - points: how many these are.
  ///   - indices: the indices they aim at in turn; the lowest ones, 0...5, if nil.
  ///   - seed: the seed of their starts.
  ///   - threads: how many threads to use; the result does not depend on it.
  ///   - cancellation: ends the exploration with what it has, which came to no end then.
  ///   - progress: told of the searches of each round.
  ///   - found: told of the critical points so far, after each round.
  public func run(
    from points: Int, indices: [Int]? = nil, seed: UInt64, threads: Int = defaultThreads,
    cancellation: Cancellation? = nil, progress: @escaping ProgressHandler = { _ in },
    found: (Orbits) -> Void = { _ in }
  ) -> Result {
    let lowest = Array(0...min(5, search.landscape.domain.dimension))
    return run(
      from: search.run(
        points: points, indices: indices ?? lowest, seed: seed, threads: threads,
        cancellation: cancellation, progress: progress),
      threads: threads, cancellation: cancellation, progress: progress, found: found)
  }

  /// Explores from points already found.
  public func run(
    from points: [CriticalPoint], threads: Int = defaultThreads,
    cancellation: Cancellation? = nil, progress: @escaping ProgressHandler = { _ in },
    found: (Orbits) -> Void = { _ in }
  ) -> Result {
    var search = search
    let scale = search.scale ?? search.landscape.searchScale
    search.scale = scale
    var orbits = Orbits(points, under: symmetries)
    var (all, explored, rounds, isExhausted) = (points, Set<Int>(), 0, true)
    while true {
      found(orbits)
      guard cancellation?.isCancelled != true else {
        isExhausted = false
        break
      }
      var room = searchLimit - all.count
      let next = unexplored(orbits, explored)
      let frontier = next.prefix { number in
        room -= goals(of: orbits.orbits[number].representative).count
        return room >= 0
      }
      isExhausted = frontier.count == next.count
      guard !frontier.isEmpty else { break }
      let (starts, targets) = neighbours(
        of: frontier.map { orbits.orbits[$0].representative }, scale: scale)
      explored.formUnion(frontier)
      all += search.run(
        starts: starts, targets: targets, threads: threads, cancellation: cancellation,
        progress: progress)
      orbits = Orbits(all, under: symmetries)
      rounds += 1
    }
    return Result(points: all, orbits: orbits, rounds: rounds, isExhausted: isExhausted)
  }

  /// The numbers of orbits that nothing was started from, the lowest first.
  private func unexplored(_ orbits: Orbits, _ explored: Set<Int>) -> [Int] {
    orbits.orbits.indices.filter { !explored.contains($0) }
      .sorted {
        (orbits.orbits[$0].representative.value, $0) < (orbits.orbits[$1].representative.value, $1)
      }
  }

  /// The searches from beside a point: along which mode they start, how far, and the index they aim at.
  private func goals(of point: CriticalPoint) -> [(mode: Int, distance: Double, target: Int)] {
    guard let index = point.index else { return [] }
    let dimension = search.landscape.domain.dimension
    let nearest = max(0, index - modes)..<min(dimension, index + modes)
    return nearest.flatMap { mode in
      distances.flatMap { [-$0, $0] }.flatMap { distance in
        [mode < index ? index - 1 : index + 1, index].filter { $0 <= dimension }
          .map { (mode, distance, $0) }
      }
    }
  }

  /// Starts beside some points and the indices to aim at from there.
  private func neighbours(
    of points: [CriticalPoint], scale: Double
  ) -> (starts: Matrix<Double>, targets: [Int]) {
    let domain = search.landscape.domain
    var solver = HermitianEigensolver<Double>(size: domain.dimension)
    var model = LocalModel(of: domain)
    var (starts, targets) = ([[Double]](), [Int]())
    for point in points {
      let place = Matrix<Double>(columns: [point.position])
      domain.expand(
        search.landscape.jets(at: place, upTo: .hessian), at: place, column: 0, into: &model)
      model.hessian.mirrorLowerTriangle()
      guard solver.diagonalize(model.hessian, vectors: true) else { continue }
      let vectors = solver.eigenvectors
      for (mode, distance, target) in goals(of: point) {
        var start = place
        domain.move(
          &start, column: 0, by: vectors.column(mode).map { distance * scale * $0 }, in: model)
        starts.append(start.column(0))
        targets.append(target)
      }
    }
    return (Matrix<Double>(columns: starts), targets)
  }
}

extension Exploration {
  /// What an exploration found.
  public struct Result: Sendable {
    /// A record for each search, in the order of rounds.
    public let points: [CriticalPoint]
    /// The critical points among them, up to symmetries.
    public let orbits: Orbits
    /// How many times searches were started from what the ones before had found.
    public let rounds: Int
    /// Whether it came to an end, so that no point leads to another.
    public let isExhausted: Bool
  }
}
