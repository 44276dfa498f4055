import Saddlery

/// Walks of all steps from one random point of a sample.
struct Walks: Sendable {
  /// Steps in units of the limit of stability at the threshold.
  static let factors = [0.1, 0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2.5, 4, 6]
  static let steps = 300
  static let parts = 12

  /// By factor, along great circles and straight.
  let walks: [Walk]
  let straight: [Walk]
  /// 2/λ_max at the minimum below the start.
  let ownLimit: Double
  /// At 0.9 and 1.1 of it, from beside that minimum: a ten-thousandth of the radius away.
  let below: Walk
  let above: Walk
  /// Between the minima below two starts.
  let hasBarrierBetweenMinima: Bool

  init(_ n: Int, sample: Int, p: Int, seed: UInt64) {
    let hamiltonian = PSpinHamiltonian(.pure(p), dimension: n, seed: seed, sample: sample)
    let sphere = hamiltonian.domain
    let places = hamiltonian.starts(2, seed: seed, sample: sample)
    let starts = [places.column(0), places.column(1)]
    let (limit, scale) = (0.5 / Double(p * (p - 1)).squareRoot(), Double(n).squareRoot())
    func walk(
      _ method: some Method, from start: [Double] = starts[0], steps: Int = Self.steps
    ) -> Walk {
      Walk(
        hamiltonian, from: start, by: method, steps: steps, scale: scale,
        parts: Self.parts, keeps: 10)
    }
    walks = Self.factors.map { walk(GradientDescent(step: $0 * limit)) }
    straight = Self.factors.map { walk(StraightDescent(timeStep: $0 * limit)) }
    var run = Trajectories(
      hamiltonian, from: places, by: GradientDescent(step: limit / 2))
    run.advance(until: HaltingRule(steps: 20_000, gradient: 1e-4))
    let minima = run.points
    ownLimit = 2 / hamiltonian.spectrum(at: minima.column(0)).last!
    var beside = Matrix<Double>(columns: [zip(minima.column(0), starts[1]).map { $0 + 1e-4 * $1 }])
    sphere.restore(&beside)
    // What grows by 1.2 a step is still small after so many.
    let (place, own) = (beside.column(0), ownLimit)
    (below, above) = (
      walk(GradientDescent(step: 0.9 * own), from: place, steps: 44),
      walk(GradientDescent(step: 1.1 * own), from: place, steps: 44)
    )
    let between = sphere.way(from: minima.column(0), to: minima.column(1), parts: Self.parts)!
    hasBarrierBetweenMinima =
      Profile(hamiltonian.jets(at: between, upTo: .value).values, scale: scale).hasBarrier
  }
}
