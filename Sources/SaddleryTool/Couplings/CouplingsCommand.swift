import ArgumentParser
import Saddlery

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
  @OptionGroup var disorder: SampleOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    let drawn = Model(mixture: try model.model.requested(), signal: try planted.requested())
    let (sample, seed) = (try disorder.requested(), model.seed)
    let n = try model.requestedDimension(default: 8)
    try drawn.requireMemory(dimension: n) {
      3 * PSpinHamiltonian.fileSize(mixture: drawn.mixture, dimension: $0, signal: drawn.signal)
    }
    let target = try OutputTarget(file: file.output)
    let hamiltonian = drawn.hamiltonian(dimension: n, seed: seed, sample: sample)
    try target.write { try hamiltonian.writeCouplings(to: $0) }
    try file.reporting.print(
      drawn.keys(["n": n, "seed": seed, "sample": sample, "convention": Mixture.convention]),
      ["\(drawn.name), N = \(n), seed \(seed), sample \(sample)"], writing: target)
  }
}
