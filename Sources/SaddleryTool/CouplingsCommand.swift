import ArgumentParser
import ArrayFiles
import Models
import SpinGlasses

/// `saddlery couplings`: draw a Hamiltonian and write its couplings.
struct CouplingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "couplings",
    abstract: "Draw the couplings of a p-spin Hamiltonian and write them to an HDF5 file.",
    discussion: """
      Dataset /couplings/<p>: the symmetrised array of shape N^p, row-major, a_p included, with \
      H(sigma) = sum_p N^{-(p-1)/2} sum J sigma...sigma. h5py, Julia and MATLAB read it. A signal \
      is a part of the couplings: it adds -lambda_p N^{-(p-1)/2} to every entry.
      """)

  @OptionGroup var model: ModelOptions

  @OptionGroup var planted: SignalOptions

  @Option(parsing: .unconditional, help: "Number of the disorder sample, counted from 0.")
  var sample = 0

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    let mixture = try model.model.requested() ?? .pure(3)
    let signal = try planted.requested()
    guard sample >= 0 else {
      throw Failure.usage("--sample \(sample) is not valid; samples are counted from 0")
    }
    let n = try model.requestedDimension(default: 8)
    try ModelOptions.requireMemory(mixture, dimension: n, signal: signal) {
      3 * PSpinHamiltonian.fileSize(mixture: mixture, dimension: $0, signal: signal)
    }
    let target = try OutputTarget(file: output)
    let hamiltonian = PSpinHamiltonian(
      mixture, dimension: n, signal: signal, seed: model.seed, sample: sample)
    do {
      try hamiltonian.writeCouplings(to: output, seed: model.seed, sample: sample)
    } catch {
      throw Failure.input(error)
    }
    target.release()
    if json {
      try JSONOutput.print([
        "file": output, "model": mixture.name, "mixture": mixture.description,
        "signal": signal?.description, "n": n, "seed": model.seed, "sample": sample,
        "convention": Mixture.convention,
      ])
    } else {
      let name = mixture.name + (signal.map { ", signal \($0)" } ?? "")
      print("\(name), N = \(n), seed \(model.seed), sample \(sample): \(output)")
    }
  }
}
