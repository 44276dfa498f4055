import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery network train`: ways down the loss of a network.
struct NetworkTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network from many random starts and plot loss against time.",
    discussion: """
      The loss is the mean over examples and λ/2 |w|² of weight decay. Times are of dw/dt = -grad; without --step it is \
      a part of the inverse of the Hessian's largest eigenvalue at the starts. Writes to the output folder: \
      losses-table.csv (mean loss against time), runs.csv (where each run ends), trajectories.csv (every run at every \
      time), spectra.csv (the Hessian at the start, half-way down and the end of the first run; beyond \
      \(TrainingSpectrum.exactLimit) parameters from its products with random vectors) and the figures losses and \
      hessians.
      """)

  @OptionGroup var options: NetworkOptions

  @Option(
    parsing: .unconditional,
    help: "Examples more that are not trained on; of a file its last ones (default: none).")
  var heldOut: Int?

  @OptionGroup var drawing: SeedOptions

  @Option(parsing: .unconditional, help: "Number of runs.")
  var starts = 16

  @Option(
    parsing: .unconditional,
    help: "Random weights of a layer of n inputs have deviation x/√n at the start.")
  var spread = 1.0

  @OptionGroup var descent: DescentOptions

  @OptionGroup var folder: FolderOptions

  func run() throws {
    let begin = ContinuousClock.now
    try descent.check()
    try require("starts", starts, in: Domain.count)
    try require("spread", spread, in: 1e-6...1e6)
    try checkMemory()
    let (network, heldOut, words) = try options.networks(seed: drawing.seed, heldOut: heldOut)
    let training = try NetworkTraining(
      network, heldOut: heldOut, options: descent, starts: starts, spread: spread,
      seed: drawing.seed, threads: folder.threading.count,
      progress: folder.progress)
    try check(training)
    let tables = ["losses-table.csv", "runs.csv", "trajectories.csv", "spectra.csv"]
    let names = ["losses", "hessians"]
    let target = try OutputTarget(
      folder: folder.output,
      for: tables + (folder.figure ? names.flatMap(Figure.fileNames) : []))
    let survey = training.run()
    let spectra = training.spectra(survey)
    let provenance = Provenance(
      model: "\(network.activation.rawValue) network \(network.architecture), \(words)",
      convention: "mean \(network.loss.rawValue) loss over examples + 1/2 sum lambda w^2",
      seed: drawing.seed,
      notes: training.plan.notes + [
        "decay \(plainText(network.decay[0])), \(starts) starts, spread \(plainText(spread))"
      ] + (heldOut.map { ["\($0.data.count) examples held out, their loss without decay"] } ?? []))
    try target.write([
      (tables[0], survey.meanTable(provenance: provenance)),
      (tables[1], survey.endTable(provenance: provenance)),
      (tables[2], survey.trajectoryTable(provenance: provenance)),
      (tables[3], spectra.table(provenance: provenance)),
    ])
    if folder.figure, !survey.finished.isEmpty {
      let run = (["seed \(drawing.seed)"] + provenance.notes).joined(separator: "; ")
      let caption = ["\(provenance.model); \(run)", provenance.convention]
      for (name, figure) in [
        (names[0], Figure.lossAgainstTime(survey, caption: caption)),
        (names[1], .hessiansOnTheWay(spectra, caption: caption)),
      ] { target.draw(folder.figures.applied(to: figure), name: name, provenance) }
    }
    try report(network, survey, spectra, provenance, target, begin.seconds)
  }

  /// Throws unless there is memory for weights; before data are made.
  private func checkMemory() throws {
    let architecture = try options.requestedArchitecture()
    let p = Double(architecture.parameterCount)
    let hessians = descent.method.isCounted ? 200 * p * p : 0
    try Cost.requireMemory(
      p * (100 * Double(starts) + 8000) + hessians, remedy: "choose fewer --starts or units")
  }

  /// Throws unless time allows it.
  private func check(_ training: NetworkTraining) throws {
    let (p, m) = (
      Double(training.network.architecture.parameterCount), Double(training.network.data.count)
    )
    let step = descent.method.isCounted ? m * p * p + 20 * p * p * p : 6 * m * p + 100 * p
    try Cost.requireTime(
      Double(starts) * training.plan.steps * step / Double(training.plan.miniBatches) / 2e10,
      threads: folder.threading.count,
      remedy: "choose a shorter --time, a longer --step, or fewer --starts, --examples or units")
  }

  private func report(
    _ network: Perceptron, _ survey: DescentSurvey, _ spectra: [TrainingSpectrum],
    _ provenance: Provenance, _ target: OutputTarget, _ seconds: Double
  ) throws {
    let (last, final) = (survey.times.count - 1, survey.final)
    let outcomes = Dictionary(grouping: survey.runs, by: \.outcome.rawValue).mapValues(\.count)
    let losses = survey.times.indices.map(survey.value)
    let fractions = spectra.map(\.indexFraction)
    let object: [String: Any?] = [
      "model": provenance.model, "convention": provenance.convention,
      "architecture": network.architecture.description,
      "parameters": network.architecture.parameterCount, "seed": drawing.seed, "starts": starts,
      "method": descent.method.rawValue, "time": survey.times, "loss": losses.map(\.mean),
      "lossStandardError": losses.map(\.standardError),
      "finalLoss": ["mean": final.mean, "standardError": final.standardError],
      "finalOthers": Dictionary(
        uniqueKeysWithValues: survey.others.enumerated().map { k, name in
          (name, survey.other(k, last).mean)
        }),
      "outcomes": outcomes, "hessianTime": spectra.map(\.time),
      "hessianLoss": spectra.map(\.loss), "hessianIndexFraction": fractions.map(\.mean),
      "hessianIndexFractionStandardError": fractions.map(\.standardError),
      "hessianLowest": spectra.map(\.spectrum.lowest),
      "hessianHighest": spectra.map(\.spectrum.highest), "seconds": seconds,
    ]
    func text(_ estimate: Estimate) -> String {
      significant(estimate.mean, 4)
        + (estimate.standardError.isFinite ? " ± \(significant(estimate.standardError))" : "")
    }
    var lines = ["\(provenance.model), seed \(drawing.seed); \(provenance.notes[0])"]
    if survey.finished.isEmpty {
      lines.append("all runs diverged; give a smaller --step")
    } else {
      lines.append("final loss \(text(final)), mean over \(survey.finished.count) starts")
      for (k, name) in survey.others.enumerated() {
        lines.append(
          "\(name.replacing("held_out", with: "held-out").replacing("_", with: " ")) \(text(survey.other(k, last)))"
        )
      }
      if survey.runs.allSatisfy({ $0.index != nil }) {
        lines.append(
          "\(survey.finished.count { $0.index == 0 }) of \(survey.runs.count) runs end where the Hessian has no "
            + "negative eigenvalue")
      }
      for one in spectra {
        lines.append(
          "Hessian at t = \(significant(one.time, 3)), loss \(significant(one.loss, 4)): index fraction "
            + "\(text(one.indexFraction)), eigenvalues from \(significant(one.spectrum.lowest, 3)) to "
            + significant(one.spectrum.highest, 3))
      }
    }
    let diverged = survey.runs.count - survey.finished.count
    lines.append((diverged > 0 ? "\(diverged) runs diverged; " : "") + "\(fixed(seconds, 1)) s")
    try folder.reporting.print(object, lines, writing: target)
  }
}
