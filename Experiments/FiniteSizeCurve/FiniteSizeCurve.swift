import ArgumentParser
import Foundation
import Saddlery

/// How far is the index-energy curve of finite N from its limit? Exact theory on both sides, no
/// sampling. See README.md.
@main
struct FiniteSizeCurve: ParsableCommand {
  @Flag(help: "Smaller sizes, a second.")
  var quick = false

  @Option(help: "Folder for tables and figures.")
  var output = "Experiments/FiniteSizeCurve/results"

  func run() throws {
    let model = Mixture.pure(3)
    let limit = LimitingIndexCurve(model)
    let sizes = quick ? [8, 20] : [8, 20, 40, 100]
    let energies = (0...160).map { limit.threshold * (Double($0) / 80 - 1) }
    let limiting = energies.map { limit.indexFraction(energy: $0) }
    var curves = [Series("N → ∞", x: energies, y: limiting, style: .line, colour: .black)]
    var scaled: [Series] = []
    var table = DataTable(columns: [.init("energy", energies), .init("limit", limiting)])
    var largest: [Double] = []
    print("| N | largest distance from the limit | times N |")
    print("|---|---|---|")
    for (number, n) in sizes.enumerated() {
      let density = CriticalPointDensity(model, dimension: n)
      let exact = energies.map { density.indexFraction(energy: $0) }
      let distance = zip(exact, limiting).map { $0 - $1 }
      largest.append(distance.map(abs).max()!)
      print(String(format: "| %d | %.5f | %.3f |", n, largest[number], Double(n) * largest[number]))
      let colour = Colour.sample(number)
      curves.append(Series("N = \(n)", x: energies, y: exact, style: .line, colour: colour))
      scaled.append(
        Series(
          "N = \(n)", x: energies, y: distance.map { Double(n) * $0 }, style: .line,
          colour: colour))
      table.columns.append(.init("N\(n)", exact))
    }
    let slope =
      log(largest[largest.count - 1] / largest[0])
      / log(Double(sizes[sizes.count - 1]) / Double(sizes[0]))
    print(String(format: "\nslope of log distance against log N: %.2f", slope))

    let origin = Provenance(
      model: model.name, convention: Mixture.convention, seed: nil,
      notes: ["exact mean index fraction of the critical points of an energy"])
    table.comments = origin.comments
    try OutputFolder(output).write([("finite-size-curve.csv", table.csv())])
    let caption = ["pure 3-spin; exact means over all critical points", Mixture.convention]
    let x = Axis("energy per spin E = H/N")
    try Figure(
      title: "Index against energy at finite N", caption: caption, x: x,
      y: Axis("mean index fraction α_N(E)"), series: Array(curves.dropFirst()) + [curves[0]]
    ).write(to: output, name: "curves", provenance: origin.comments)
    try Figure(
      title: "The approach to the limit, scaled by N", caption: caption, x: x,
      y: Axis("N (α_N(E) - α_∞(E))"), series: scaled
    ).write(to: output, name: "scaled", provenance: origin.comments)

    let isReproduced = abs(slope + 1) < 0.05
    print("verdict: \(isReproduced ? "reproduced" : "contradicted")")
    if !isReproduced { throw ExitCode(1) }
  }
}
