import Foundation
import Saddlery

/// Gradient descents of n students against k orthonormal teachers, and what they end in.
struct StudentRuns: Sendable {
  /// F below this part of F(0) is the teacher.
  static let solved = 1e-6

  let landscape: TeacherStudent
  /// F/F(0) at the ends of descents.
  let values: [Double]
  /// Ends that were no solutions and from which Newton's method goes down to one.
  let slow: Int
  /// Critical points that Newton's method makes of the others.
  let stuck: [CriticalPoint]
  /// Of these, how far Newton's method went, over the length of all weights.
  let moves: [Double]

  init(
    students n: Int, teachers k: Int, starts: Int, steps: Int, seed: UInt64
  ) {
    let landscape = TeacherStudent(students: n, teachers: k)
    let width = 4
    let parts = concurrentMap(0..<(starts / width)) { part -> ([Double], Matrix<Double>) in
      let places = Matrix<Double>(
        columns: (0..<width).map { i in
          var stream = RandomStream(
            seed: seed, purpose: .starts, sample: 1000 * n + k, item: width * part + i)
          return landscape.domain.point(fromNormals: stream.normals(count: n * k))
        })
      var run = Trajectories(landscape, from: places, by: GradientDescent(step: Self.step(n)))
      run.advance(
        until: HaltingRule(
          steps: steps, gradient: 1e-6, value: Self.solved / 10 * landscape.scale))
      return (run.values, run.points)
    }
    let values = parts.flatMap { $0.0.map { $0 / landscape.scale } }
    let places = parts.flatMap { part in (0..<width).map { part.1.column($0) } }
    let those = values.indices.filter { values[$0] >= Self.solved }.map { places[$0] }
    (self.landscape, self.values) = (landscape, values)
    let ends =
      those.isEmpty
      ? []
      : Search(landscape).run(starts: Matrix(columns: those), targets: those.map { _ in 0 })
    let bad = those.indices.filter { ends[$0].value >= Self.solved * landscape.scale }
    slow = those.count - bad.count
    stuck = bad.map { ends[$0] }
    moves = bad.map { i in
      norm(zip(those[i], ends[i].position).map { $0 - $1 }) / norm(those[i])
    }
  }

  /// F is stiffest, with n/4 and some, where all students move as one.
  static func step(_ n: Int) -> Double { 2 / Double(n + 4) }

  var share: Estimate { SpuriousMinima.share(stuck.count, of: values.count) }
  /// Strict minima: every eigenvalue of the Hessian is positive beyond its error.
  var strict: [CriticalPoint] { stuck.filter { $0.outcome == .converged && $0.index == 0 } }
  /// Different values of F among them, to a millionth.
  var levels: Int {
    let values = strict.map(\.value).sorted()
    return zip(values, values.dropFirst()).count { $1 > $0 * (1 + 1e-6) } + (values.isEmpty ? 0 : 1)
  }
}
