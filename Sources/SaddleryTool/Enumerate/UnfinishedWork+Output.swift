import Saddlery

extension UnfinishedWork {
  /// The work for what `--output` names; where a piece cannot be kept that is said, once.
  convenience init(forOutput output: String?, of origin: Provenance) throws(FileError) {
    let file = output == OutputTarget.standardOutput ? nil : output
    try self.init(for: file, of: origin) { error in
      StandardStreams.report(
        "saddlery: \(error); the run goes on, but could not be taken up again\n")
    }
  }

  /// How to go on after an interruption.
  var remedy: String { "run the same command again \(isKept ? "to go on" : "for the same result")" }
}
