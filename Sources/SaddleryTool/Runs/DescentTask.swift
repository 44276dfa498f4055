import Commands
import Saddlery

/// Runs of an optimiser in samples of a p-spin model, to be stored: every run at every time, with its end beside its last row.
struct DescentTask: StoredTask {
  let plan: DescentPlan
  let model: Model
  let dimension: Int
  let provenance: Provenance
  let samples: Int
  let starts: Int
  let seed: UInt64

  var memory: Double {
    Double(plan.miniBatches) * PSpinHamiltonian.memory(mixture: model.mixture, dimension: dimension)
  }

  var comments: [String] {
    provenance.comments + [
      "gradient_norm = |grad_R H|/sqrt(N); outcome and index are those of the last time, which need not be critical"
    ]
  }

  let columns: [StoreColumn] = [
    StoreColumn("start", .integer), StoreColumn("time", .real), StoreColumn("energy", .real),
    StoreColumn("gradient_norm", .real), StoreColumn("outcome", .text),
    StoreColumn("index", .integer),
  ]

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    let count = plan.miniBatches
    let hamiltonians = (0..<count).map {
      model.hamiltonian(dimension: dimension, seed: seed, sample: sample * count + $0)
    }
    let groups = stride(from: 0, to: starts, by: DescendCommand.batch).map {
      $0..<min($0 + DescendCommand.batch, starts)
    }
    let parts = concurrentMap(0..<groups.count, threads: threads, progress: progress) {
      plan.run(hamiltonians, seed: seed, sample: sample, starts: groups[$0])
    }
    let rows = parts.flatMap { part in
      part.runs.flatMap { run in
        part.times.indices.map { i -> [DataTable.Cell] in
          let isLast = i == part.times.count - 1
          return [
            .integer(run.start), .real(part.times[i]), .real(run.values[i]),
            .real(run.gradientNorms[i]), isLast ? .text(run.outcome.rawValue) : .missing,
            isLast ? run.index.map(DataTable.Cell.integer) ?? .missing : .missing,
          ]
        }
      }
    }
    return SampleRecord(rows: rows)
  }
}
