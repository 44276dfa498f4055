import OutputFiles
import Runs
import Statistics
import Synchronization

/// A task whose rows say which sample they are of: sample s has s + 1 rows.
struct CountingTask: RunTask {
  let samples: Int
  var block = 1
  /// Samples that have been done, in any order.
  let done = Done()

  final class Done: Sendable {
    private let all = Mutex<[Int]>([])
    func add(_ sample: Int) { all.withLock { $0.append(sample) } }
    var samples: [Int] { all.withLock { $0 } }
  }

  let provenance = Provenance(model: "counting", convention: "ones", seed: 3)
  let columns = [
    StoreColumn("value", .real), StoreColumn("word", .text), StoreColumn("first", .integer),
  ]
  let rowReferences: Set<String> = ["first"]
  let memory = 0.0

  func run(
    sample: Int, threads: Int, resuming pieces: [[UInt64]],
    keep: @escaping @Sendable ([UInt64]) -> Void, progress: @escaping ProgressHandler
  ) throws -> SampleRecord {
    done.add(sample)
    let values = [Double.nan, .infinity, -0.1, Double.leastNonzeroMagnitude, -.infinity]
    return SampleRecord(
      rows: (0...sample).map { row in
        [
          .real(values[(sample + row) % 5]), row == 0 ? .missing : .text("a, \"b\" \(sample)"),
          row == 0 ? .missing : .integer(1),
        ]
      }, positions: (0...sample).map { [Double(sample), Double($0)] },
      verdict: sample.isMultiple(of: 2) ? "even" : nil)
  }

  /// The table that one run without a store would write.
  func table(_ samples: [Int]) throws -> String {
    var cells: [[DataTable.Cell]] = []
    for sample in samples {
      let before = cells.count
      for row in try run(
        sample: sample, threads: 1, resuming: [], keep: { _ in }, progress: { _ in }
      ).rows {
        var row = row
        if case .integer(let own) = row[2] { row[2] = .integer(own + before) }
        cells.append([.integer(sample)] + row)
      }
    }
    return DataTable(
      comments: provenance.comments,
      columns: (["sample"] + columns.map(\.name)).enumerated().map { place, name in
        DataTable.Column(name, cells: cells.map { $0[place] })
      }
    ).csv()
  }
}
