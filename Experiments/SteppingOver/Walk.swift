import Saddlery

/// Steps of gradient descent, each looked at along the way from where it starts to where it ends.
struct Walk: Sendable {
  let steps: Int
  /// Of each step, whether somewhere on the way it is higher than both ends; and, if not, lower than both.
  private(set) var barriers: [Bool] = []
  private(set) var valleys: [Bool] = []
  /// Lengths η|grad f|/√n; on a sphere the angles of steps along great circles.
  private(set) var lengths: [Double] = []
  /// f/n after each step.
  private(set) var energies: [Double] = []
  /// f/n along the last steps.
  private(set) var profiles: [[Double]] = []

  /// In the last quarter of the walk.
  var lateValleys: Double {
    let last = valleys.suffix(steps / 4)
    return Double(last.count { $0 }) / Double(last.count)
  }
  var valleyShare: Double { Double(valleys.count { $0 }) / Double(steps) }
  var barrierShare: Double { Double(barriers.count { $0 }) / Double(steps) }
  /// Mean energy of the last tenth.
  var late: Double {
    let last = energies.suffix(max(1, steps / 10))
    return last.reduce(0, +) / Double(last.count)
  }

  /// - Parameters:
  ///   - scale: of the values.
  ///   - keeps: how many profiles of last steps.
  ///   - parts: into which the way of a step is cut.
  init<L: Landscape>(
    _ landscape: L, from start: [Double], by method: some Method, steps: Int, scale: Double,
    parts: Int, keeps: Int = 0
  ) where L.Space: SliceDomain {
    self.steps = steps
    var run = Trajectories(landscape, from: Matrix(columns: [start]), by: method)
    let n = Double(start.count)
    var here = start
    for number in 0..<steps {
      lengths.append(method.timeStep * run.gradientNorms[0])
      run.step()
      let there = run.points.column(0)
      let places = landscape.domain.way(from: here, to: there, parts: parts)
      let values = landscape.jets(at: places ?? run.points, upTo: .value).values
      let profile = Profile(values, scale: scale)
      barriers.append(profile.hasBarrier)
      valleys.append(profile.hasValley && !profile.hasBarrier)
      energies.append(values.last! / n)
      if number >= steps - keeps { profiles.append(values.map { $0 / n }) }
      here = there
    }
  }
}

/// Gradient descent with the step taken straight and what it leads to scaled back to the domain: x - η grad f, restored. On a
/// sphere no step turns by a right angle, where ``GradientDescent`` goes along the great circle as far as the step is long.
struct StraightDescent: Method {
  let timeStep: Double

  func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    let gradients = replicas.gradients()
    var places = replicas.points
    places.add(gradients, times: -timeStep)
    replicas.landscape.domain.restore(&places)
    replicas.arrive(at: places, taking: [Double](repeating: timeStep, count: replicas.count))
  }
}
