import Saddlery

/// What a report says of what a store holds.
struct Findings {
  /// Sentences.
  var lines: [String] = []
  var figures: [Figure] = []
  var tables: [(title: String, table: DataTable)] = []
  /// Of a set with one false-positive rate.
  var verdicts: [Verdict] = []
}

/// A task whose stores can be reported on.
protocol StoredTask: RunTask {
  /// What the finished samples show, of which there is one at least.
  func findings(_ part: StoredPart, threads: Int) throws -> Findings

  /// What all parts of a sweep over N show together, this task being of the first; nil if that is no more than they show alone.
  func overview(_ parts: [(task: any StoredTask, part: StoredPart)]) -> Findings?
}

extension StoredTask {
  /// Nothing.
  func overview(_ parts: [(task: any StoredTask, part: StoredPart)]) -> Findings? { nil }

  /// The small print of figures.
  func caption(_ part: StoredPart) -> [String] {
    let seed = provenance.seed.map { "; seed \($0)" } ?? ""
    return ["\(provenance.model)\(seed); \(part.samples.count) samples", provenance.convention]
  }
}
