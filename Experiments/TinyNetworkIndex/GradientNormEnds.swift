import Foundation
import Saddlery

/// One sample of a small network at one decay: where descent on |g|² ends, and critical points.
struct GradientNormEnds: Sendable {
  /// Standard deviations of the weights that starts have in turn.
  static let deviations = [0.1, 0.3, 1]

  /// How much is made.
  struct Size: Sendable {
    let randomStarts, descents, searches: Int
  }

  /// A place with what is seen there, losses over that of zero weights.
  struct Place: Sendable {
    let loss: Double
    /// Negative eigenvalues of the Hessian.
    let index: Int
    /// |g| over the mean of |g| at the random starts.
    var gradient = 0.0
    /// |Hg|/(|H||g|).
    var flatness = 0.0
    /// Root mean square weight.
    var weight = 0.0
    /// A zero of the gradient, isolated or not to be told from a degenerate one.
    var isCritical = false
    /// Deviation of the random start, or nil if it was on the way of gradient descent.
    var deviation: Double?
    /// Units that are not dead.
    var units = 0

    /// What is accepted by its gradient alone.
    var isAccepted: Bool { gradient <= 1e-3 }
  }

  let sample: Int
  /// Ends of Levenberg-Marquardt on |g|², of whatever outcome.
  let ends: [Place]
  /// Whether each index-targeted search arrived.
  let isFound: [Bool]
  /// Critical points of either, one of each orbit, and those of Levenberg-Marquardt alone.
  let points, ownPoints: [Place]
  /// The largest |g| of these over the mean at random starts, and the largest ratio of error and isolation.
  let worst: (gradient: Double, error: Double)
  /// Along descent, from which half of the ends come.
  let descent: [Place]
  /// At zero weights: the index, and that by singular values.
  let zero: (index: Int, expected: Int)

  init(decay: Double, size: Size, seed: UInt64, sample: Int) throws {
    self.sample = sample
    let network = try TinyNetwork.learner(decay: decay, seed: seed, sample: sample)
    let n = network.domain.dimension
    let unit = network.value(at: [Double](repeating: 0, count: n))
    func deviations(_ count: Int) -> [Double] { (0..<count).map { Self.deviations[$0 % 3] } }
    let starts = TinyNetwork.weights(
      network, deviations: deviations(size.randomStarts), seed: seed, sample: sample)
    let slopes = (0..<starts.columns).map { norm(network.euclideanGradient(at: starts.column($0))) }
    let slope = slopes.reduce(0, +) / Double(slopes.count)

    var run = Trajectories(
      network,
      from: TinyNetwork.weights(
        network, deviations: deviations(size.descents), seed: seed, sample: 100_000 + sample),
      by: GradientDescent(step: 0.1))
    let way = run.record(
      at: logarithmicTimes(from: 1, to: 1000, perDecade: 2), [], keepsPlaces: true
    ).places
    let prefixes = way.flatMap { places in (0..<places.columns).map { places.column($0) } }
    let passed = Matrix<Double>(columns: prefixes)
    let indices = network.indices(at: passed)
    let losses = network.jets(at: passed, upTo: .value).values
    descent = prefixes.indices.compactMap { i in
      indices[i].map { Place(loss: losses[i] / unit, index: $0) }
    }

    var rule = StoppingRule()
    rule.iterationLimit = 300
    let all = (0..<starts.columns).map { starts.column($0) } + prefixes
    let found = Search(network, method: .levenbergMarquardt, rule: rule).run(
      starts: Matrix(columns: all), targets: all.map { _ in 0 }, threads: 1)
    func place(_ point: CriticalPoint) -> Place? {
      let gradient = point.gradientNorm * Double(n).squareRoot()
      guard point.outcome != .nonFinite, gradient.isFinite else { return nil }
      return Place(
        loss: point.value / unit, index: point.index ?? network.spectrumIndex(at: point.position),
        gradient: gradient / slope, flatness: network.flatness(at: point.position),
        weight: norm(point.position) / Double(n).squareRoot(),
        isCritical: [.converged, .degenerate].contains(point.outcome),
        units: network.activeUnits(point.position))
    }
    ends = found.enumerated().compactMap { i, point in
      var end = place(point)
      end?.deviation = i < starts.columns ? deviations(starts.columns)[i] : nil
      return end
    }
    let aimed = Search(network).run(
      points: size.searches, indices: Array(0...15), seed: seed, sample: 200_000 + sample,
      threads: 1)
    isFound = aimed.map { $0.outcome == .converged }
    func orbits(_ points: [CriticalPoint]) -> [CriticalPoint] {
      Orbits(points, under: network.symmetries).orbits.map(\.representative)
    }
    let representatives = orbits(found + aimed)
    points = representatives.compactMap(place)
    ownPoints = orbits(found).compactMap(place)
    worst = (
      points.map(\.gradient).max() ?? 0,
      representatives.map { $0.error / $0.isolation }.max() ?? 0
    )
    zero = (
      network.indices(at: Matrix(rows: n, columns: 1))[0] ?? -1,
      TinyNetwork.indexAtZero(network, decay: decay)
    )
  }
}

extension Landscape {
  /// Eigenvalues below zero.
  fileprivate func spectrumIndex(at point: [Double]) -> Int {
    spectrum(at: point).count { $0 < 0 }
  }
}
