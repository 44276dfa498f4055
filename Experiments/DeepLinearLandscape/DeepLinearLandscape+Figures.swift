import Saddlery

extension DeepLinearLandscape {
  /// Index against loss of the points found in one sample, on its levels.
  func drawLevels(_ depths: [Int], _ samples: [LevelSearch], _ report: inout Report) {
    let top = Double(samples.flatMap(\.points).map(\.index).max() ?? 0) + 1
    let levels = samples[0].levels.enumerated().map { i, level in
      Series(
        i == 0 ? "exact levels" : nil, x: [level, level], y: [-0.5, top], style: .dashedLine,
        colour: .grey)
    }
    let colours: [Colour] = [.blue, .vermilion, .black]
    let points = zip(zip(depths, samples), colours).map { pair, colour in
      // Beside each other.
      let shift = 0.2 * Double(pair.0 - 3)
      return Series(
        "\(pair.0) layers of weights", x: pair.1.points.map(\.loss),
        y: pair.1.points.map { Double($0.index) + shift }, colour: colour)
    }
    report.draw(
      "levels",
      title: "Without decay: saddles on exact levels, flat ones with three and more layers",
      caption: [
        "points found by searches in one sample, 3 units in every layer; index: eigenvalues below -10⁻⁶ of the largest",
        "marks of two and four layers are drawn 0.2 lower and higher",
        "seed \(seed)",
      ],
      x: Axis("loss over that of zero weights"), y: Axis("index (number of negative eigenvalues)"),
      levels + points)
    report.save(
      "levels",
      DataTable(
        "layers,loss,index",
        rows: zip(depths, samples).flatMap { depth, sample in
          sample.points.map { [Double(depth), $0.loss, Double($0.index)] }
        }))
  }

  /// Losses of all critical points against the decay, in one sample.
  func drawDecay(
    _ shapes: [[Int]], _ decays: [Double], _ examples: [[DecayedNetwork]], _ report: inout Report
  ) {
    for (shape, row) in zip(shapes, examples) where shape == [2, 2, 2] || shape == [2, 1, 1, 2] {
      let name = shape.map(String.init).joined(separator: "-")
      func points(_ name: String, _ isMinimum: Bool, _ colour: Colour) -> Series {
        let some = zip(decays, row).flatMap { decay, network in
          zip(network.losses, network.index).filter { ($0.1 == 0) == isMinimum }
            .map { (decay, $0.0) }
        }
        return Series(name, x: some.map(\.0), y: some.map(\.1), colour: colour)
      }
      let levels = row[0].levels.enumerated().map { i, level in
        Series(
          i == 0 ? "levels without decay, exact" : nil, x: [5e-4, 0.2], y: [level, level],
          style: .dashedLine, colour: .grey)
      }
      report.draw(
        "decay-\(name)",
        title: shape.count == 3
          ? "Two layers with decay: every minimum is near the bottom"
          : "Three layers with decay: zero weights are a minimum, far above the bottom",
        caption: [
          "all critical points of a \(name) network, three examples, one sample; decays are ε times numbers from ½ to 1½",
          "seed \(seed)",
        ],
        x: Axis("decay ε", range: 5e-4...0.2, scale: .logarithmic),
        y: Axis("loss over that of zero weights"),
        levels + [points("saddles", false, .blue), points("minima", true, .vermilion)])
    }
    report.save(
      "decay",
      DataTable(
        "shape,decay,loss,index",
        rows: examples.enumerated().flatMap { s, row in
          zip(decays, row).flatMap { decay, network in
            zip(network.losses, network.index).map { [Double(s), decay, $0, Double($1)] }
          }
        }))
  }
}
