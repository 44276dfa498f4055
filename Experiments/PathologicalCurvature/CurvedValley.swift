import Requirements
import Foundation
import Saddlery

/// f(x) = x·Wx/2.
struct QuadraticForm: Landscape {
  let matrix: Matrix<Double>
  var domain: EuclideanSpace { EuclideanSpace(dimension: matrix.rows, length: 1) }

  func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.gradients = matrix * points
    for b in jets.values.indices {
      jets.values[b] =
        zip(points.column(b), jets.gradients.column(b)).reduce(0) { $0 + $1.0 * $1.1 } / 2
    }
    guard jets.order == .hessian else { return }
    for b in jets.values.indices {
      for i in 0..<matrix.rows { for j in 0...i { jets[hessian: i, j, at: b] = matrix[i, j] } }
    }
  }
}

/// One sample covariance, and the steps that methods take down its valley from a normal point.
struct CurvedValley {
  enum Gradient: Int { case gradientDescent, momentum }

  /// κ.
  let condition: Double
  /// Steps of Adam with coordinates along the eigenvectors, and along axes turned at random.
  let adamAlong, adamTurned: Int
  private let gradientSteps: [Int]

  private static let limit = 6000

  init(size n: Int, ratio: Double, seed: UInt64, sample: Int) {
    let observations = Int((Double(n) / ratio).rounded())
    guard let ensemble = try? WishartEnsemble(size: n, observations: observations) else {
      fail("no covariance of \(n) variables in \(observations) observations")
    }
    let turned = ensemble.sample(seed: seed, sample: sample)
    var solver = HermitianEigensolver<Double>(size: n)
    demand(solver.diagonalize(turned, vectors: true), "no eigenvalues of sample \(sample)")
    let λ = solver.eigenvalues
    var along = Matrix<Double>(rows: n, columns: n)
    for i in 0..<n { along[i, i] = λ[i] }
    let (low, high) = (λ[0], λ[n - 1])
    condition = high / low
    var stream = RandomStream(seed: seed, purpose: .starts, sample: sample)
    // The same point in both coordinates.
    let start = Matrix<Double>(columns: [stream.normals(count: n)])
    let startTurned = solver.eigenvectors * start
    func steps(_ method: some Method) -> Int {
      var run = Trajectories(QuadraticForm(matrix: along), from: start, by: method)
      run.advance(
        until: HaltingRule(steps: 100_000, gradient: PathologicalCurvature.reduction))
      return run.outcomes == [.settled] ? run.steps : 100_000
    }
    let roots = (low: low.squareRoot(), high: high.squareRoot())
    let momentum = (roots.high - roots.low) / (roots.high + roots.low)
    gradientSteps = [
      steps(GradientDescent(step: 2 / (low + high))),
      steps(
        Momentum(
          step: 4 / ((roots.low + roots.high) * (roots.low + roots.high)),
          momentum: momentum * momentum)),
    ]
    func adam(_ matrix: Matrix<Double>, _ start: Matrix<Double>) -> Int {
      let form = QuadraticForm(matrix: matrix)
      let goal = PathologicalCurvature.reduction * form.value(at: start.column(0))
      return (2...7).map { k -> Int in
        var run = Trajectories(form, from: start, by: Adam(step: pow(10, -Double(k) / 2)))
        run.advance(until: HaltingRule(steps: Self.limit, value: goal))
        return run.outcomes == [.reached] ? run.steps : Self.limit
      }.min()!
    }
    (adamAlong, adamTurned) = (adam(along, start), adam(turned, startTurned))
  }

  func steps(_ method: Gradient) -> Int { gradientSteps[method.rawValue] }

  func expected(_ method: Gradient) -> Double { Self.steps(method, condition: condition) }

  /// Those at the exact rate of the best step.
  static func steps(_ method: Gradient, condition κ: Double) -> Double {
    let x = method == .momentum ? κ.squareRoot() : κ
    return log(PathologicalCurvature.reduction) / log((x - 1) / (x + 1))
  }
}
