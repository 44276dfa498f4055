import Foundation
import Saddlery

/// Gradient descent from random points into funnels of several strengths, on the same disorder and from the same starts.
struct FunnelRuns: Sendable {
  /// Of one sample at one strength, a number for each start.
  struct Ends: Sendable {
    /// m, of even k |m|.
    let overlaps: [Double]
    /// Runs that were still moving.
    let unfinished: Int
    /// How many ends differ.
    let distinct: Int
  }

  /// The overlap beyond which a run has found the funnel.
  static let goal = 0.5

  let degree: Int
  let n: Int
  let strengths: [Double]
  /// Sample by sample, strength by strength.
  let ends: [[Ends]]

  /// - Parameters:
  ///   - part: descent ends where the gradient is this part of the largest met.
  init(
    degree: Int, n: Int, strengths: [Double], samples: Int, starts: Int, seed: UInt64,
    toGradient part: Double = 1e-2
  ) {
    (self.degree, self.n, self.strengths) = (degree, n, strengths)
    // Samples of two sizes share nothing.
    let first = 1000 * n
    ends = concurrentMap(first..<(first + samples)) { sample in
      let noise = PSpinHamiltonian(.pure(3), dimension: n, seed: seed, sample: sample)
      let starts = noise.starts(starts, seed: seed, sample: sample)
      return strengths.map { strength in
        Self.ends(Funnel(noise: noise, degree: degree, strength: strength), starts, part)
      }
    }
  }

  private static func ends(_ funnel: Funnel, _ starts: Matrix<Double>, _ part: Double) -> Ends {
    var run = Trajectories(funnel, from: starts, by: GradientDescent(step: funnel.step))
    run.advance(until: HaltingRule(steps: 20_000, gradient: part))
    let points = (0..<starts.columns).map(run.points.column)
    let overlaps = points.map(funnel.noise.overlap)
    let radius = funnel.domain.scale
    var different: [[Double]] = []
    for point in points {
      let isNew = different.allSatisfy { other in
        norm(zip(point, other).map { $0 - $1 }) > 0.1 * radius
      }
      if isNew { different.append(point) }
    }
    return Ends(
      overlaps: funnel.isEven ? overlaps.map(abs) : overlaps,
      unfinished: run.outcomes.count { $0 == .moving }, distinct: different.count)
  }

  /// The share of runs that found the funnel: sample by sample, strength by strength.
  var successes: [[Double]] {
    ends.map { sample in
      sample.map { ends in
        Double(ends.overlaps.count { $0 > Self.goal }) / Double(ends.overlaps.count)
      }
    }
  }

  /// The same, of all samples.
  var rates: [Estimate] {
    strengths.indices.map { j in
      Estimate(
        bySample: ends.map { $0[j].overlaps.map { $0 > Self.goal ? 1 : 0 } })
    }
  }

  var meanOverlaps: [Estimate] {
    strengths.indices.map { j in Estimate(bySample: ends.map { $0[j].overlaps }) }
  }

  var unfinished: Int { ends.reduce(0) { $0 + $1.reduce(0) { $0 + $1.unfinished } } }

  var passage: Passage { Passage(strengths: strengths, successes: successes) }
}
