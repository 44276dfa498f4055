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
  /// Gaps to the global minimum, by width s of the law of ηw: where descent on the convolved function and then on f ends.
  let convolved: [Double]
  /// Wells of the convolved function.
  let wells: [Int]
  /// By step, then by width, of descent with noise σ = s/η: gaps after a last descent without noise.
  let noisy: [[Double]]
  /// By width: Σ (y - y')/η (f*)' - (f*)'² over some y, which vanishes in the mean, and the same with f' in the place of (f*)'.
  let drift: [Double]
  let plain: [Double]

  /// nil if the wells are not proved to be all.
  init?(widths: [Double], steps: [Double], time: Double, replicas: Int, seed: UInt64, sample: Int) {
    let bowl = RuggedBowl(seed: seed, sample: sample)
    let smoothed = widths.map(bowl.smoothed)
    let proved = smoothed.compactMap(\.wells)
    guard let own = bowl.wells, proved.count == widths.count else { return nil }
    wells = proved.map(\.bottoms.count)
    let starts = RuggedBowl.starts(replicas, seed: seed, sample: sample)
    func mean(_ places: [Double]) -> Double {
      places.reduce(0) { $0 + own.gap(from: $1) } / Double(places.count)
    }
    convolved = proved.map { wells in mean(starts.map { wells.bottoms[wells.well(of: $0)] }) }
    let landscape = bowl.landscape
    noisy = steps.enumerated().map { i, step in
      widths.enumerated().map { j, width in
        // √(2Tη) is the width of the noise in one step.
        let method = Langevin(step: step, temperature: width * width / (2 * step))
        var run = Trajectories(
          landscape, from: Matrix(rows: 1, columns: replicas, elements: starts), by: method,
          seed: seed, sample: 10_000_000 + 1000 * sample + 100 * i + j)
        run.advance(until: HaltingRule(time: time))
        return mean(run.points.elements)
      }
    }
    let step = steps.last!
    var stream = RandomStream(seed: seed, purpose: .noise, sample: sample, item: 1_000_000)
    let kicks = stream.normals(count: starts.count)
    func products(_ j: Int, _ slope: (Double) -> Double) -> Double {
      zip(starts, kicks).reduce(0) { sum, one in
        let (y, x) = (one.0, one.0 - widths[j] * one.1)
        let next = x - step * bowl.slope(x)
        return sum + ((y - next) / step - slope(y)) * slope(y)
      } / Double(starts.count)
    }
    drift = widths.indices.map { products($0, smoothed[$0].slope) }
    plain = widths.indices.map { products($0, bowl.slope) }
  }
}
