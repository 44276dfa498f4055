/// What a step along a path may do.
struct PathSettings: Sendable {
  /// Largest first correction, over the size of the solution.
  var tolerance = 0.05
  /// Largest second correction. A path that is lost for it is found out at the end, where it meets another or has no
  /// proof, and followed again with care: at 1e-5 that happens as rarely, and steps are a third shorter.
  var convergence = 1e-3
  /// Second correction at the end after which the next one changes nothing.
  var sharpness = 1e-8
  var safety = 0.25
  var firstStep = 0.02
  var largestStep = 0.2
  var smallestStep = 1e-9
  var stepLimit = 5000

  /// For paths that failed, or met another one.
  static let careful = PathSettings(
    tolerance: 0.002, convergence: 1e-7, firstStep: 0.001, largestStep: 0.02,
    smallestStep: 1e-12, stepLimit: 100_000)
}
