internal import LinearAlgebra
internal import Numerics

/// Follows solution paths from t = 0 to t = 1 with adaptive steps, eight at a time.
///
/// A step predicts by Hermite interpolation of up to three points and tangents behind (error h⁶), then
/// makes two Newton corrections. It is accepted if the first is small and the second much smaller, so that what is left is
/// of the order of its square; its size follows from both. Each correction costs one factorisation of all eight paths; the
/// tangent comes from the last one. A path that ends is replaced by the next, so that results depend
/// on which paths are tracked together in one call, never on threads.
///
/// Reference: Sommese and Wampler, The Numerical Solution of Systems of Polynomials (2005), chapter 2.
struct PathTracker<Lanes: PathLanes> {
  private let batch: Lanes
  private let settings: PathSettings

  init(_ batch: Lanes, settings: PathSettings = PathSettings()) {
    (self.batch, self.settings) = (batch, settings)
  }

  /// One of the eight places.
  private struct Lane {
    enum Phase { case idle, starting, tracking, arrived, polished }
    var phase = Phase.idle
    var path = 0
    var t = 0.0
    var step = 0.0
    var steps = 0
    /// Pairs of corrections at t = 1.
    var polishes = 0
    /// Times of the points behind, latest last; up to three.
    var times: [Double] = []
    /// Where in the history the latest stands.
    var slot = 0
  }

  /// Tracks the given paths; ends come in the order of the paths.
  ///
  /// - Parameter start: the unknowns of a path at t = 0.
  func track(_ paths: [Int], from start: (Int) -> [Complex<Double>]) -> [PathEnd] {
    let size = batch.size
    var lanes = [Lane](repeating: Lane(), count: 8)
    // Three points and tangents per lane: (slot, kind, component).
    let history = UnsafeMutablePointer<EightNumbers>.allocate(capacity: 6 * size)
    history.initialize(repeating: .zero, count: 6 * size)
    defer { history.deallocate() }
    var ends: [PathEnd] = []
    ends.reserveCapacity(paths.count)
    var next = 0

    while true {
      for l in 0..<8 where lanes[l].phase == .idle && next < paths.count {
        for (i, z) in start(paths[next]).enumerated() { batch.state[i][l] = (z.real, z.imaginary) }
        lanes[l] = Lane(phase: .starting, path: paths[next])
        next += 1
      }
      if lanes.allSatisfy({ $0.phase == .idle }) { break }

      // Predict.
      var times = SIMD8<Double>(repeating: 0)
      for l in 0..<8 {
        switch lanes[l].phase {
        case .idle: times[l] = 1
        case .starting: times[l] = 0
        case .arrived, .polished: times[l] = 1
        case .tracking: times[l] = min(1, lanes[l].t + lanes[l].step)
        }
      }
      predict(lanes, times, history)

      // Correct twice.
      batch.newton(times)
      for l in 0..<8 where lanes[l].phase == .polished {
        ends.append(end(lanes[l], l, isFinished: true))
        lanes[l].phase = .idle
      }
      let first = stepSizes()
      advance()
      batch.newton(times)
      batch.tangent()
      let second = stepSizes()
      advance()

      for l in 0..<8 where lanes[l].phase != .idle {
        lanes[l].steps += 1
        switch lanes[l].phase {
        case .idle: break
        case .starting:
          lanes[l].step = settings.firstStep
          lanes[l].phase = .tracking
          remember(&lanes[l], l, 0, history)
        case .arrived:
          lanes[l].polishes += 1
          if second[l] < settings.sharpness || lanes[l].polishes == 8 { lanes[l].phase = .polished }
        case .polished: break
        case .tracking:
          let isAccepted = first[l] < settings.tolerance && second[l] < settings.convergence
          let order = Double(2 * lanes[l].times.count)
          // The second correction is of the order of the first one's square.
          let ratio =
            settings.safety
            * min(
              settings.tolerance / max(first[l], 1e-300),
              (settings.convergence / max(second[l], 1e-300)).squareRoot())
          if isAccepted {
            remember(&lanes[l], l, times[l], history)
            lanes[l].t = times[l]
            let factor = min(2, max(0.5, power(ratio, 1 / order)))
            lanes[l].step = min(settings.largestStep, lanes[l].step * factor)
            if lanes[l].t >= 1 { lanes[l].phase = .arrived }
          } else {
            lanes[l].step = (times[l] - lanes[l].t) * min(0.5, max(0.1, power(ratio, 1 / order)))
          }
          if lanes[l].step < settings.smallestStep || lanes[l].steps > settings.stepLimit {
            ends.append(end(lanes[l], l, isFinished: false))
            lanes[l].phase = .idle
          }
        }
      }
    }
    return ends.sorted { $0.path < $1.path }
  }

  private func power(_ x: Double, _ e: Double) -> Double { x.isFinite ? Double.pow(x, e) : 0 }

  private func end(_ lane: Lane, _ l: Int, isFinished: Bool) -> PathEnd {
    let state = (0..<batch.size).map { i in
      let (re, im) = batch.state[i][l]
      return Complex(re, im)
    }
    return PathEnd(path: lane.path, isFinished: isFinished, state: state, steps: lane.steps)
  }

  /// |step|/|v| of the first unknowns in each lane.
  private func stepSizes() -> SIMD8<Double> {
    var (change, size) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    for i in 0..<batch.pointSize {
      change += batch.step[i].squaredNorm
      size += batch.state[i].squaredNorm
    }
    return (change / size).squareRoot()
  }

  private func advance() {
    for i in 0..<batch.size { batch.state[i] = batch.state[i] + batch.step[i] }
  }

  /// Puts the state and its tangent behind.
  private func remember(
    _ lane: inout Lane, _ l: Int, _ t: Double, _ history: UnsafeMutablePointer<EightNumbers>
  ) {
    lane.slot = (lane.slot + 1) % 3
    let size = batch.size
    let points = history + 2 * lane.slot * size
    for i in 0..<size {
      points[i][l] = batch.state[i][l]
      points[size + i][l] = batch.slope[i][l]
    }
    lane.times.append(t)
    if lane.times.count > 3 { lane.times.removeFirst() }
  }

  /// The Hermite interpolant through the points behind, at the times asked for. Lanes without
  /// history keep their state.
  private func predict(
    _ lanes: [Lane], _ times: SIMD8<Double>, _ history: UnsafeMutablePointer<EightNumbers>
  ) {
    // Per slot and lane: the weights of point and tangent.
    var weights = [(point: SIMD8<Double>, slope: SIMD8<Double>)](
      repeating: (.zero, .zero), count: 3)
    var keep = SIMD8<Double>(repeating: 0)
    for l in 0..<8 {
      let lane = lanes[l]
      guard lane.phase == .tracking else {
        keep[l] = 1
        continue
      }
      let nodes = lane.times
      for (k, node) in nodes.enumerated() {
        var (basis, derivative) = (1.0, 0.0)
        for (j, other) in nodes.enumerated() where j != k {
          basis *= (times[l] - other) / (node - other)
          derivative += 1 / (node - other)
        }
        let slot = (lane.slot + 3 - (nodes.count - 1 - k)) % 3
        let square = basis * basis
        weights[slot].point[l] = (1 - 2 * (times[l] - node) * derivative) * square
        weights[slot].slope[l] = (times[l] - node) * square
      }
    }
    let size = batch.size
    for i in 0..<size {
      var value = batch.state[i] * keep
      for slot in 0..<3 {
        value = value + history[2 * slot * size + i] * weights[slot].point
        value = value + history[(2 * slot + 1) * size + i] * weights[slot].slope
      }
      batch.state[i] = value
    }
  }
}
