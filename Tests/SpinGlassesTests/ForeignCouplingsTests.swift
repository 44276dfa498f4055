import ForeignFiles
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import TestSupport
import Testing

/// Couplings that other programs wrote.
@Suite struct ForeignCouplingsTests {
  private static let conventions =
    CouplingConvention.texts + CouplingConvention.types + CouplingConvention.layouts
    + CouplingConvention.units + CouplingConvention.refusedAttributes
    + CouplingConvention.refusedElements + CouplingConvention.refusedFilters
    + CouplingConvention.refusedPlaces + CouplingConvention.refusedValues

  @Test(arguments: conventions)
  func convention(_ convention: CouplingConvention) throws {
    let folder = try TemporaryFolder()
    let path = folder("J.h5")
    ForeignFile.make(path, convention.write)
    let read = Result { () throws(CouplingsError) in
      try PSpinHamiltonian(readingCouplings: path, at: convention.place)
    }
    switch (convention.outcome, read) {
    case (.refused(let texts), .failure(let error)):
      let line = error.description
      #expect(line.contains(path) && !line.contains("\n"))
      for text in texts { #expect(line.contains(text)) }
    case (.read(let cube, let rounding, let mixture, let signal), .success(let hamiltonian)):
      try expectEnergies(of: cube, hamiltonian, rounding)
      if let mixture {
        #expect(hamiltonian.mixture == (try Mixture(parsing: mixture)))
      } else {
        expectEstimate(of: cube, hamiltonian, rounding)
      }
      #expect(hamiltonian.signal == (try signal.map { try Signal(parsing: $0) }))
    case (_, .failure(let error)): Issue.record("\(error)")
    case (_, .success): Issue.record("read")
    }
  }

  /// Energies are those of the array in the file, at any point.
  private func expectEnergies(
    of cube: Cube, _ hamiltonian: PSpinHamiltonian, _ rounding: Double
  ) throws {
    let n = Cube.dimension
    try #require(hamiltonian.dimension == n && hamiltonian.parts.map(\.tensor.degree) == [3])
    for seed in 1...3 as ClosedRange<UInt64> {
      let point = genericPoint(n, seed: seed)
      let (energy, size) = cube.sums(at: point)
      let scale = 1 / Double(n)
      #expect(abs(hamiltonian.value(at: point) - scale * energy) <= rounding * scale * size)
    }
  }

  /// The weight is ΣJ² of the symmetric array over the number of distinct entries, 20.
  private func expectEstimate(
    of cube: Cube, _ hamiltonian: PSpinHamiltonian, _ rounding: Double
  ) {
    let unit = cube.values.map(abs).max() ?? 0
    let sum = Cube.indices.reduce(0.0) { sum, i in
      let entry = cube.mean(overOrderingsOf: i) / unit
      return sum + entry * entry
    }
    let amplitude = hamiltonian.mixture.terms[0].weight.squareRoot() / unit
    #expect(abs(amplitude / (sum / 20).squareRoot() - 1) <= 2 * rounding)
  }

  /// What rounding leaves of symmetry is there, and what is read is the mean over it.
  @Test(arguments: [(23, 32), (10, 16)])
  func averagesAreOff(_ bits: Int, _ width: Int) throws {
    let values = Cube(bits: bits).values
    let differences = zip(Cube.indices, values).map { i, value in
      let sorted = i.sorted()
      return abs(value - values[16 * sorted[0] + 4 * sorted[1] + sorted[2]])
    }
    #expect((differences.max() ?? 0) > 1e-12 * (values.map(abs).max() ?? 0))
  }

  /// Rows and columns in place of vectors, of a field beside couplings.
  @Test(arguments: [[4], [1, 4], [4, 1]] as [[UInt64]])
  func fields(_ shape: [UInt64]) throws {
    let folder = try TemporaryFolder()
    let path = folder("J.h5")
    ForeignFile.make(path) {
      $0.dataset("/couplings/1", shape, [0.5, -1, 2, 0.25])
      $0.dataset("/couplings/3", Cube.shape, Cube().values)
      $0.text("mixture", ["1:0.5,3:1"], [1])
    }
    let hamiltonian = try PSpinHamiltonian(readingCouplings: path)
    #expect(hamiltonian.parts.map(\.tensor.degree) == [1, 3])
    #expect(hamiltonian.parts[0].tensor.elements == [0.5, -1, 2, 0.25])
  }

  /// A file of this package, and any place in it, give the energies of the Hamiltonian that was written.
  @Test func places() throws {
    let folder = try TemporaryFolder()
    let path = folder("J.h5")
    let original = PSpinHamiltonian(.pure(4), dimension: 3, seed: 5)
    try original.writeCouplings(to: path)
    let point = genericPoint(3, seed: 2)
    for place in ["/couplings", "couplings/", "/couplings/4"] {
      let copy = try PSpinHamiltonian(readingCouplings: path, at: place)
      #expect(copy.value(at: point) == original.value(at: point))
      #expect(copy.mixture == original.mixture)
    }
  }
}
