import Foundation
import Saddlery

/// Of one ``RuggedBowl``: stochastic descent with normal noise w in its gradients beside f convolved with the law of ηw.
///
/// With y = x - η f'(x) a step x ← y - ηw leads to y' = y - ηw - ηf'(y - ηw), so that
///
///     E(y' - y) = -η (f * law of ηw)'(y)
///
/// exactly. What that says of where descent ends is another question.
struct SmoothingRuns: Sendable {
  /// Of one width s of the law of ηw.
  struct Width: Sendable {
    /// Wells of the convolved function.
    let wells: Int
    /// Gaps to the global minimum of f: where descent on the convolved function and then on f ends; after noise of
    /// this width and a last descent; by the exact diffusion of the same temperature s²/(2η).
    let convolved: Double
    let noisy: Double
    let diffusion: Double
    /// ((y - y')/η - g) g in the mean over some y, 0 if g is the mean drift: of the convolved g, and of g = f'.
    let drift: Double
    let plainDrift: Double
    /// If the convolved function has one well, at x*: the mean of (y - x*)² at the end, and its bound
    /// E(y' - y)²/(2ηc), where the convolved g(y)(y - x*) is at least c(y - x*)².
    let distance: (square: Double, bound: Double)?
  }

  let widths: [Width]

  /// nil if the wells are not proved to be all.
  init?(widths: [Double], step: Double, time: Double, replicas: Int, seed: UInt64, sample: Int) {
    let bowl = RuggedBowl(seed: seed, sample: sample)
    guard let own = bowl.wells else { return nil }
    let starts = RuggedBowl.starts(replicas, seed: seed, sample: sample)
    let line = LineDiffusion(bowl.value, reach: LineRuns.reach, points: 601)
    let gaps = line.places.map(own.gap)
    var stream = RandomStream(seed: seed, purpose: .noise, sample: sample, item: 1_000_000)
    let kicks = stream.normals(count: replicas)
    var results: [Width] = []
    for (j, s) in widths.enumerated() {
      let smooth = bowl.smoothed(by: s)
      guard let wells = smooth.wells else { return nil }
      let temperature = s * s / (2 * step)
      let ends = bowl.noisyEnds(
        from: starts, step: step, temperature: temperature, time: time, seed: seed,
        sample: 10_000_000 + 100 * sample + j)
      let law = line.law(
        startsOfDeviation: RuggedBowl.spread, temperature: temperature, time: time,
        steps: LineDiffusion.steps)
      /// y' - y at some places y.
      func moves(_ places: [Double]) -> [Double] {
        zip(places, kicks).map { y, kick in -s * kick - step * bowl.slope(y - s * kick) }
      }
      func excess(_ g: (Double) -> Double) -> Double {
        zip(starts, moves(starts)).map { y, move in (-move / step - g(y)) * g(y) }.mean
      }
      var distance: (Double, Double)?
      if wells.bottoms.count == 1 {
        let centre = wells.bottoms[0]
        let convexity = line.places.filter { abs($0 - centre) > line.spacing }.map {
          smooth.slope($0) / ($0 - centre)
        }.min()!
        let places = ends.map { $0 - step * bowl.slope($0) }
        distance = (
          places.map { ($0 - centre) * ($0 - centre) }.mean,
          moves(places).map { $0 * $0 }.mean / (2 * step * convexity)
        )
      }
      results.append(
        Width(
          wells: wells.bottoms.count,
          convolved: starts.map { own.gap(from: wells.bottoms[wells.well(of: $0)]) }.mean,
          noisy: ends.map(own.gap).mean, diffusion: zip(law, gaps).reduce(0) { $0 + $1.0 * $1.1 },
          drift: excess(smooth.slope), plainDrift: excess(bowl.slope), distance: distance))
    }
    self.widths = results
  }
}
