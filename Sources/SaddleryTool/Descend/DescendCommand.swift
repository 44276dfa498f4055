import ArgumentParser
import Commands
import Foundation
import Saddlery

/// `saddlery descend`: what optimisers do on a p-spin landscape.
struct DescendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descend",
    abstract:
      "Run an optimiser or Langevin dynamics from many starts and plot energy against time.",
    discussion: """
      Writes to the output folder: energies-table.csv (mean energy against time), runs.csv (where each run ends), \
      trajectories.csv (every run at every time), correlations-table.csv (overlaps of runs with themselves) and the \
      figures energies, ends and correlations. Starts are uniform on the sphere, which is infinite temperature. Times are of \
      dσ/dt = -grad H.
      """)

  @OptionGroup var model: ModelOptions

  @Option(parsing: .unconditional, help: "Number of disorder samples.")
  var samples = 4

  @Option(parsing: .unconditional, help: "Number of runs in each sample.")
  var starts = 32

  @OptionGroup var descent: DescentOptions

  @OptionGroup var folder: FolderOptions

  /// Runs that are evaluated together.
  static let batch = 32

  /// - Parameter kept: samples whose runs are in memory together.
  private func requested(kept: Int) throws -> (Model, DescentPlan, dimension: Int) {
    let drawn = Model(mixture: try model.model.requested())
    let plan = try DescentPlan(descent, unit: DescentPlan.unit(of: drawn.mixture))
    try require("samples", samples, in: Domain.count)
    try require("starts", starts, in: Domain.count)
    let n = try model.requestedDimension(default: 100)
    try check(plan, drawn, n, kept)
    return (drawn, plan, n)
  }

  private func provenance(_ drawn: Model, _ plan: DescentPlan, _ n: Int) -> Provenance {
    Provenance(
      model: "\(drawn.name), N = \(n)", convention: Mixture.convention, seed: model.seed,
      notes: plan.notes + ["\(samples) samples x \(starts) starts"])
  }

  /// What it does, for a store.
  func task() throws -> any StoredTask {
    let (drawn, plan, n) = try requested(kept: 1)
    return DescentTask(
      plan: plan, model: drawn, dimension: n, provenance: provenance(drawn, plan, n),
      samples: samples, starts: starts, seed: model.seed)
  }

  func run() throws {
    let start = ContinuousClock.now
    let (drawn, plan, n) = try requested(kept: samples)
    let names = ["energies", "ends", "correlations"]
    let target = try OutputTarget(
      folder: folder.output,
      for: ["energies-table.csv", "runs.csv", "trajectories.csv", "correlations-table.csv"]
        + (folder.figure ? names.flatMap(Figure.fileNames) : []))
    let survey = try survey(plan, drawn, n)
    let provenance = provenance(drawn, plan, n)
    try target.write([
      ("energies-table.csv", survey.meanTable(provenance: provenance)),
      ("runs.csv", survey.endTable(provenance: provenance)),
      ("trajectories.csv", survey.trajectoryTable(provenance: provenance)),
      ("correlations-table.csv", survey.correlationTable(provenance: provenance)),
    ])
    let levels = plan.levels(drawn.mixture)
    if folder.figure, !survey.finished.isEmpty {
      let run = (["seed \(model.seed)"] + provenance.notes).joined(separator: "; ")
      let caption = ["\(provenance.model); \(run)", provenance.convention]
      let minima = try plan.minima(drawn.mixture, dimension: n, threads: folder.threading.count)
      for (name, figure) in [
        ("energies", Figure.energyAgainstTime(survey, levels: levels, caption: caption)),
        ("ends", .finalEnergies(survey, levels: levels, minima: minima, caption: caption)),
        ("correlations", .correlations(survey, caption: caption)),
      ] { target.draw(folder.figures.applied(to: figure), name: name, provenance) }
    }
    try report(survey, levels, provenance, drawn, n, target, start.seconds)
  }

  /// Throws unless time and memory allow it.
  private func check(_ plan: DescentPlan, _ model: Model, _ n: Int, _ kept: Int) throws {
    let runs = Double(samples) * Double(starts)
    let looks = Double(plan.times.count)
    try model.requireMemory(dimension: n) {
      Double(Self.batch) * looks * 8 * Double($0)
    }
    let couplings = PSpinHamiltonian.memory(mixture: model.mixture, dimension: n)
    try Cost.requireMemory(
      Double(plan.miniBatches) * couplings
        + Double(kept) * Double(starts) * (200 + 8 * looks * (looks + 4)),
      remedy: "choose fewer --mini-batches, --samples or --starts")
    let hessian = plan.options.method.isCounted ? 20 * pow(Double(n), 3) : 0
    try Cost.requireTime(
      runs * plan.steps * (couplings / 4 + hessian + 100 * Double(n)) / 2e10,
      threads: folder.threading.count,
      remedy: "choose a shorter --time, a longer --step, or fewer --samples or --starts")
  }

  /// All runs: sample after sample, as many at a time as there are threads and memory for, and in each some starts at a time.
  private func survey(_ plan: DescentPlan, _ model: Model, _ n: Int) throws -> DescentSurvey {
    let (seed, threads, count) = (self.model.seed, folder.threading.count, plan.miniBatches)
    let bytes = Double(count) * PSpinHamiltonian.memory(mixture: model.mixture, dimension: n)
    let together =
      (1...max(1, min(samples, threads))).last { isMemoryAvailable(Double($0) * bytes) } ?? 1
    let parts = stride(from: 0, to: starts, by: Self.batch).map {
      $0..<min($0 + Self.batch, starts)
    }
    let progress = Progress(total: samples * parts.count, unit: "batches of runs", folder.progress)
    var all = DescentSurvey(dimension: n)
    for first in stride(from: 0, to: samples, by: together) {
      let group = first..<min(first + together, samples)
      let hamiltonians = concurrentMap(group, threads: together) { sample in
        (0..<count).map { model.hamiltonian(dimension: n, seed: seed, sample: sample * count + $0) }
      }
      let jobs = group.flatMap { sample in parts.map { (sample, $0) } }
      let found = concurrentMap(0..<jobs.count, threads: threads, progress: progress.show) { job in
        let (sample, starts) = jobs[job]
        return plan.run(hamiltonians[sample - first], seed: seed, sample: sample, starts: starts)
      }
      for part in found { all.add(part) }
    }
    return all
  }

  private func report(
    _ survey: DescentSurvey, _ levels: [EnergyLevel], _ provenance: Provenance, _ model: Model,
    _ n: Int,
    _ target: OutputTarget, _ seconds: Double
  ) throws {
    let final = survey.final
    let energies = survey.times.indices.map(survey.value)
    let outcomes = Dictionary(grouping: survey.runs, by: \.outcome.rawValue).mapValues(\.count)
    let diverged = survey.runs.count - survey.finished.count
    let minima = survey.finished.count { $0.index == 0 }
    let object: [String: Any?] = [
      "n": n, "samples": samples, "starts": starts, "seed": self.model.seed,
      "method": descent.method.rawValue,
      "finalEnergy": ["mean": final.mean, "standardError": final.standardError],
      "time": survey.times, "energy": energies.map(\.mean),
      "energyStandardError": energies.map(\.standardError),
      "correlation": survey.times.indices.map { i in
        (0...i).map { survey.correlation(i, $0).mean }
      },
      "outcomes": outcomes, "threshold": (try? LimitingIndexCurve(model.mixture))?.threshold,
      "seconds": seconds,
    ]
    let error =
      final.standardError.isFinite
      ? String(format: "± %#.2g", final.standardError) : "(one sample, no standard error)"
    var lines = ["\(provenance.model), seed \(self.model.seed); \(provenance.notes[0])"]
    if survey.finished.isEmpty {
      lines.append("all runs diverged; give a smaller --step")
    } else {
      lines.append(
        String(format: "final energy %.4f ", final.mean) + error
          + levels.map { "; \($0.label.replacing("_", with: "")) = \(fixed($0.energy, 4))" }
          .joined())
      lines.append(
        "\(minima) of \(survey.runs.count) runs end where the Hessian has no negative eigenvalue"
          + (diverged > 0 ? ", \(diverged) diverged" : "") + ", \(fixed(seconds, 1)) s")
    }
    try folder.reporting.print(object.merging(model.keys([:])) { $1 }, lines, writing: target)
  }
}
