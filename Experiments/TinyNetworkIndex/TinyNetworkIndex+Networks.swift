import Foundation
import Saddlery

extension TinyNetworkIndex {
  /// A network whose critical points are explored from some searches on.
  private struct Explored {
    let name: String
    let network: Perceptron
    let result: Exploration<Perceptron>.Result
    /// How many points there are to be at least.
    let bound: Int

    var points: [CriticalPoint] { result.orbits.orbits.map(\.representative) }
    /// The largest |g| over the mean of |g| at weights of the network's scale.
    let gradient: Double

    init(
      _ name: String, _ network: Perceptron, starts: Int, indices: ClosedRange<Int>, limit: Int,
      bound: Int, seed: UInt64
    ) {
      (self.name, self.network, self.bound) = (name, network, bound)
      let found = Search(network).run(points: starts, indices: Array(indices), seed: seed)
      var exploration = Exploration(Search(network))
      exploration.searchLimit = limit
      result = exploration.run(from: found)
      let n = Double(network.domain.dimension)
      let places = TinyNetwork.weights(
        network,
        deviations: [Double](repeating: network.searchScale / n.squareRoot(), count: 20),
        seed: seed, sample: 300_000)
      let slopes = (0..<places.columns).map {
        norm(network.euclideanGradient(at: places.column($0)))
      }
      let largest = result.orbits.orbits.map { $0.representative.gradientNorm * n.squareRoot() }
        .max()
      gradient = (largest ?? .nan) * Double(slopes.count) / slopes.reduce(0, +)
    }
  }

  /// An 8-5-1 network that learns one of its own kind, and digits.
  func networks(_ report: inout Report) throws {
    let explored = [
      Explored(
        "8-5-1, teacher", try Self.student(seed: seed), starts: quick ? 60 : 200, indices: 0...8,
        limit: quick ? 500 : 10_000, bound: quick ? 10 : 40, seed: seed),
      Explored(
        "16-4-10, digits",
        try Perceptron(
          Architecture([16, 4, 10]), loss: .crossEntropy, data: Digits.trainingSet(), decay: 0.01),
        starts: quick ? 48 : 120, indices: 0...12, limit: quick ? 72 : 500, bound: quick ? 10 : 20,
        seed: seed),
    ]
    report.table(
      "networks",
      "| network | weights | searches | arrived | orbits | sum of (-1)^k | all explored | index | loss | largest \\|g\\| over that of starts "
        + "| rank correlation |")
    for one in explored {
      let points = one.points
      let (indices, losses) = (points.map { Double($0.index ?? -1) }, points.map(\.value))
      let correlation = Jackknife(points.count) { which in
        rankCorrelation(which.map { losses[$0] }, which.map { indices[$0] })
      }
      let arrived = one.result.points.count { $0.outcome == .converged }
      report.row(
        "| \(one.name) | \(one.network.domain.dimension) | \(one.result.points.count) | \(arrived) "
          + "| \(points.count) | \(one.result.orbits.morseSum.map(String.init) ?? "-") "
          + "| \(one.result.isExhausted ? "yes" : "no, limit") "
          + "| \(Int(indices.min() ?? .nan)) to \(Int(indices.max() ?? .nan)) "
          + "| \((losses.min() ?? .nan).text(3)) to \((losses.max() ?? .nan).text(3)) "
          + "| \(String(format: "%.0e", one.gradient)) | \(correlation.text(3)) |")
      report.check(
        Verdict("\(one.name): orbits", value: Double(points.count), above: Double(one.bound) - 0.5),
        Verdict("\(one.name): largest |g|", value: one.gradient, below: 1e-10),
        Verdict(
          "\(one.name): rank correlation",
          value: correlation.value - 3 * correlation.standardError, above: 0))
    }
    report.judge(
      "8-5-1 and digits: \(explored[0].bound) and \(explored[1].bound) orbits of critical points, index and loss correlated"
    )
    report.draw(
      "networks", title: "Larger networks: index and loss of critical points",
      caption: [
        "8-5-1 tanh, 51 weights, 200 examples of a teacher; 16-4-10 tanh, 118 weights, 200 digits; decay 0.01",
        "one point for each orbit of exchanges and signs of hidden units; seed \(seed)",
      ],
      x: Axis("loss over that of zero weights"), y: Axis("index k"),
      explored.enumerated().map { i, one in
        let zero = one.network.value(
          at: [Double](repeating: 0, count: one.network.domain.dimension))
        return Series(
          one.name, x: one.points.map { $0.value / zero },
          y: one.points.map { Double($0.index ?? -1) }, colour: i == 0 ? .black : .vermilion)
      })
    report.save(
      "networks-table.csv",
      DataTable(
        "network,loss,index,units,error,isolation",
        rows: explored.enumerated().flatMap { i, one in
          one.points.map {
            [
              Double(i), $0.value, Double($0.index ?? -1),
              Double(one.network.activeUnits($0.position)), $0.error, $0.isolation,
            ]
          }
        }))
  }

  /// Learns what a network of the same kind makes of 200 normal inputs, whose weights are normal, those in by a half.
  private static func student(seed: UInt64) throws -> Perceptron {
    let architecture = try Architecture([8, 5, 1])
    var stream = RandomStream(seed: seed, purpose: .disorder, sample: 1000)
    let inputs = Matrix<Double>(rows: 8, columns: 200, elements: stream.normals(count: 1600))
    var weights = stream.normals(count: architecture.parameterCount)
    for i in architecture.parameters(ofLayer: 0) { weights[i] /= 2 }
    let nothing = Matrix<Double>(rows: 1, columns: 200)
    let teacher = try Perceptron(
      architecture, data: TrainingSet(inputs: inputs, targets: nothing), decay: 0)
    return try Perceptron(
      architecture,
      data: TrainingSet(inputs: inputs, targets: teacher.outputs(weights, of: inputs)),
      decay: 0.01)
  }
}
