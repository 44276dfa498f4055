import ArgumentParser
import Commands
import Saddlery

/// Couplings that are read instead of drawn.
struct CouplingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Use the couplings in this HDF5 file.", valueName: "file"))
  var couplings: String?

  @Option(
    help: ArgumentHelp(
      """
      Where they are in it: a dataset with p axes, or a group of datasets named by p (default: /couplings).
      """, valueName: "path"))
  var dataset: String?

  func validate() throws {
    guard dataset == nil || couplings != nil else {
      throw ValidationError(
        "--dataset \(dataset ?? "") names a place in a couplings file; give the file with --couplings"
      )
    }
  }

  /// The Hamiltonian of the file.
  func hamiltonian(_ file: String) throws -> PSpinHamiltonian {
    try asInput { try PSpinHamiltonian(readingCouplings: file, at: dataset ?? "/couplings") }
  }

  /// The origin of the couplings for the name of a model; empty if they are drawn.
  var origin: String {
    guard let couplings else { return "" }
    return ", couplings from \(ArrayFile(couplings).name)" + (dataset.map { " at \($0)" } ?? "")
  }
}
