internal import ArrayFiles
internal import LinearAlgebra
package import Models
public import OutputFiles
internal import RandomStreams
internal import Requirements

extension PSpinHamiltonian {
  /// Writes the couplings to an HDF5 file, one dataset `/couplings/<p>` per degree.
  ///
  /// A dataset is the full symmetrised array of shape N^p, row-major, with a_p and the signal
  /// included, so that H = Σ_p N^{-(p-1)/2} Σ J σ...σ. Attributes of each dataset: n, p, convention, version, and seed
  /// and sample of couplings that were drawn; of the file: mixture, which names the weights, and signal, which names
  /// the strengths, where there is one.
  ///
  /// - Throws: ``CouplingsError`` if the arrays do not fit into memory or the file cannot be written.
  public func writeCouplings(to path: String) throws(CouplingsError) {
    let size = Self.fileSize(mixture: mixture, dimension: dimension, signal: signal)
    guard isMemoryAvailable(3 * size) else {
      throw .tooLarge(
        degrees: parts.map(\.tensor.degree), dimension: dimension, bytes: 3 * size, path: path)
    }
    let convention = Mixture.convention + (signal == nil ? "" : "; " + Signal.convention)
    var drawn: [String: Attribute] = [:]
    if let origin { drawn = ["seed": .unsigned(origin.seed), "sample": .integer(origin.sample)] }
    let datasets = parts.map { part in
      let tensor = part.tensor
      return Dataset(
        "/couplings/\(tensor.degree)",
        shape: [Int](repeating: dimension, count: tensor.degree), values: tensor.fullElements,
        attributes: drawn.merging([
          "n": .integer(dimension), "p": .integer(tensor.degree),
          "convention": .text(convention), "version": .text(Provenance.version),
        ]) { $1 })
    }
    var attributes: [String: Attribute] = ["mixture": .text(mixture.description)]
    if let signal { attributes["signal"] = .text(signal.description) }
    do {
      try ArrayFile(path).write(datasets, attributes: attributes)
    } catch {
      throw .file(error)
    }
  }

  /// Where a table of this Hamiltonian comes from.
  public var provenance: Provenance {
    Provenance(
      model: mixture.name + (signal.map { ", signal \($0)" } ?? "") + ", N = \(dimension)",
      convention: Mixture.convention, seed: origin?.seed,
      notes: origin.map { ["sample \($0.sample)"] } ?? [])
  }

  /// Bytes of the full arrays of a couplings file.
  package static func fileSize(
    mixture: Mixture, dimension: Int, signal: Signal? = nil
  ) -> Double {
    degrees(mixture, signal).reduce(0) { sum, degree in
      sum + (0..<degree).reduce(8.0) { size, _ in size * Double(dimension) }
    }
  }
}
