import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery network index-loss`: the critical points of a network's loss, index against loss.
struct NetworkIndexLossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-loss",
    abstract: "Find critical points of a small network's loss and plot Morse index against loss.",
    discussion: """
      The loss is the mean over examples and λ/2 |w|² of weight decay. Searches start from random weights, and then \
      beside every new critical point, until none leads to another. Points are counted up to exchanges of hidden \
      units and turns of their signs. With decay (-1)^index over all critical points adds up to 1: a sum of 1 is a \
      check, no proof, and any other ends with status 1. Writes to the output folder: orbits.csv, searches.csv, \
      training.csv (gradient flow, whose places are not critical) and the figures index-loss and spectra.
      """)

  @OptionGroup var options: NetworkOptions

  @Option(
    help: ArgumentHelp(
      "JSON file with one object of the keys sizes, activation, lam, X and Y, an example a row; in place of all "
        + "options above.", valueName: "file"))
  var instance: String?

  @OptionGroup var drawing: SeedOptions

  @Option(parsing: .unconditional, help: "Number of searches from random starts.")
  var points = 60

  @Option(parsing: .unconditional, help: "No more searches than this, --points included.")
  var limit = 100_000

  @OptionGroup var folder: FolderOptions

  func run() throws {
    let start = ContinuousClock.now
    try require("points", points, in: Domain.count)
    try require("limit", limit, in: Domain.count)
    guard points <= limit else {
      throw Failure.usage("--points \(points) is more than --limit \(limit); give at most \(limit)")
    }
    let (network, words) = try network()
    try check(network)
    let tables = ["orbits.csv", "searches.csv", "training.csv"]
    let names = ["index-loss", "spectra"]
    let target = try OutputTarget(
      folder: folder.output,
      for: tables + (folder.figure ? names.flatMap(Figure.fileNames) : []))
    let progress = SearchProgress(limit: limit, folder.progress)
    let survey = NetworkSurvey(
      network, points: points, limit: limit, seed: drawing.seed, threads: folder.threading.count,
      progress: progress.show)
    let provenance = Provenance(
      model: "\(network.activation.rawValue) network \(network.architecture), \(words)",
      convention: "mean \(network.loss.rawValue) loss over examples + 1/2 sum lambda w^2",
      seed: drawing.seed,
      notes: [
        "decay \(plainText(network.decay[0])), \(points) searches from random starts",
        survey.verdict,
      ])
    try target.write([
      (tables[0], survey.orbitTable(provenance: provenance)),
      (tables[1], survey.searchTable(provenance: provenance)),
      (tables[2], survey.trainingTable(provenance: provenance)),
    ])
    if folder.figure, !survey.orbits.isEmpty {
      let run = (["seed \(drawing.seed)"] + provenance.notes).joined(separator: "; ")
      let caption = ["\(provenance.model); \(run)", provenance.convention]
      for (name, figure) in [
        (names[0], Figure.indexVersusLoss(survey, caption: caption)),
        (names[1], .lossSpectra(survey, caption: caption)),
      ] { target.draw(folder.figures.applied(to: figure), name: name, provenance) }
    }
    try report(survey, provenance, target, start.seconds)
    guard survey.isChecked else {
      throw Failure.unproved("the critical points are not checked; the verdict says why")
    }
  }

  private func network() throws -> (Perceptron, String) {
    let threads = folder.threading.count
    guard let instance else { return try options.network(seed: drawing.seed, threads: threads) }
    if let option = options.given.first {
      throw Failure.usage("--instance holds the network and its data; leave out --\(option)")
    }
    let network = try PerceptronInstance(file: instance).network(threads: threads)
    return (network, "\(network.data.count) examples of a file")
  }

  /// Throws unless memory and time allow the searches from random starts.
  private func check(_ network: Perceptron) throws {
    let (p, m) = (Double(network.architecture.parameterCount), Double(network.data.count))
    try Cost.requireMemory(
      Double(points) * (500 + 24 * p) + 16 * m * Double(network.architecture.widths.max() ?? 1) * p,
      remedy: "choose fewer --points, --examples or units")
    try Cost.requireTime(
      Double(points) * 20 * (m * p * p + 10 * p * p * p) / 5e9, threads: folder.threading.count,
      remedy: "choose fewer --points, --examples or units")
  }

  private func report(
    _ survey: NetworkSurvey, _ provenance: Provenance, _ target: OutputTarget, _ seconds: Double
  ) throws {
    let critical = survey.orbits.map(\.representative)
    let correlation = survey.rankCorrelation
    let outcomes = Dictionary(
      uniqueKeysWithValues: survey.outcomes.map { ($0.key.rawValue, $0.value) })
    let converged = survey.outcomes[.converged] ?? 0
    let ends = [
      "\(converged) of \(survey.searches.count) searches converged",
      "\(survey.outcomes[.degenerate] ?? 0) ended at degenerate points",
      "\(survey.flatEnds.count) where the gradient is small but not zero",
      "\(survey.lost) nowhere",
    ].joined(separator: ", ")
    let error =
      correlation.standardError.isFinite
      ? " ± \(significant(correlation.standardError))" : " (no standard error)"
    let sum = survey.signedSum.map(String.init) ?? "more than 2^63"
    var lines = [
      "\(provenance.model), seed \(drawing.seed)", "\(ends); \(fixed(seconds, 1)) s",
      "\(survey.orbits.count) critical points up to symmetry, \(survey.rounds) rounds",
    ]
    if !survey.orbits.isEmpty {
      lines += listing(
        ["number", "loss", "index", "size"],
        survey.orbits.prefix(40).map { orbit in
          [
            significant(orbit.representative.value, 9),
            orbit.representative.index.map(String.init) ?? "?",
            orbit.size.map(String.init) ?? "more than 2^63",
          ]
        })
      if survey.orbits.count > 40 { lines.append("... the rest is in orbits.csv") }
      lines.append(
        "Spearman's correlation of loss and index over orbits: "
          + (correlation.value.isFinite ? fixed(correlation.value, 3) + error : "not defined"))
    }
    lines += ["(-1)^index over all points of the orbits adds up to \(sum)"]
    lines += ["verdict: \(survey.verdict)"]
    try folder.reporting.print(
      [
        "model": provenance.model, "convention": provenance.convention,
        "architecture": survey.network.architecture.description,
        "parameters": survey.parameters, "seed": drawing.seed,
        "attempted": survey.searches.count, "converged": converged, "outcomes": outcomes,
        "flat": survey.flatEnds.count, "orbits": survey.orbits.count,
        "losses": critical.map(\.value), "index": critical.map(\.index),
        "orbitSizes": survey.orbits.map(\.size), "signedSum": survey.signedSum,
        "rankCorrelation": correlation.value,
        "rankCorrelationStandardError": correlation.standardError, "rounds": survey.rounds,
        "exhausted": survey.isExhausted, "verdict": survey.verdict, "seconds": seconds,
      ], lines, writing: target)
  }
}
