import Saddlery

extension UnfinishedWork {
  /// The work for what `--output` names; where a piece cannot be kept that is said, once.
  convenience init(
    forOutput output: String?, of origin: Provenance, samples: Int = 1
  ) throws {
    let file = output == OutputTarget.standardOutput ? nil : output
    try self.init(for: file, of: origin, samples: samples) { error in
      StandardStreams.report(
        "saddlery: \(error); the run goes on, but would be taken up again only from here\n")
    }
    Interrupt.closing { [weak self] in self?.close() }
  }

  /// How to go on after an interruption.
  var remedy: String { "run the same command again \(isKept ? "to go on" : "for the same result")" }
}
