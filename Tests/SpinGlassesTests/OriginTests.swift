import ArrayFiles
import LinearAlgebra
import Models
import OutputFiles
import RandomStreams
import SpinGlasses
import TestSupport
import Testing

/// What is drawn knows its draw, and files say it.
@Suite struct OriginTests {
  @Test func couplingsCarryTheirDraw() throws {
    let folder = try TemporaryFolder()
    let drawn = PSpinHamiltonian(.pure(3), dimension: 4, seed: 7, sample: 2)
    #expect(drawn.origin == Draw(seed: 7, purpose: .disorder, sample: 2))
    let tensors = drawn.parts.map(\.tensor)
    let given = PSpinHamiltonian(.pure(3), dimension: 4, tensors: tensors)
    #expect(given.origin == nil)
    try drawn.writeCouplings(to: folder("drawn.h5"))
    try given.writeCouplings(to: folder("given.h5"))
    let written = try ["drawn", "given"].map {
      try ArrayFile(folder($0 + ".h5")).read("/couplings/3")
    }
    #expect(written[0].values == written[1].values)
    #expect(written[0].attributes["seed"] == .unsigned(7))
    #expect(written[0].attributes["sample"] == .integer(2))
    #expect(written[1].attributes["seed"] == nil && written[1].attributes["sample"] == nil)
  }

  /// A table with the Hamiltonian's origin leads back to the mixture, the seed and so to the Hamiltonian.
  @Test(arguments: ["3:1", "2:0.5,3:1", "1:0.25,2:1e-07,10:3", "4:2.5e+20"])
  func tablesLeadToTheModel(text: String) throws {
    let mixture = try Mixture(parsing: text)
    let drawn = PSpinHamiltonian(mixture, dimension: 2, seed: UInt64.max, sample: 3)
    let table = DataTable(comments: drawn.provenance.comments, columns: [.init("x", [1.5])])
    let copy = try DataTable(csv: table.csv())
    let origin = try #require(copy.provenance)
    #expect(origin == drawn.provenance)
    #expect(try Mixture(parsing: origin.model) == mixture)
    #expect(origin.seed == UInt64.max && origin.notes == ["sample 3"])
  }

  @Test func tablesOfOthersHaveNoOrigin() throws {
    #expect(try DataTable(csv: "x\n1\n").provenance == nil)
    #expect(try DataTable(csv: "# model: mine\nx\n1\n").provenance == nil)
    #expect(throws: TermsError.self) { try Mixture(parsing: "mixed, ξ(q) = q^2 + x, N = 3") }
    #expect(throws: TermsError.self) { try Mixture(parsing: "mixed, ξ(q) = ") }
  }
}
