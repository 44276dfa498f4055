import ArgumentParser
import Commands
import Saddlery

/// The parameters of an ensemble.
struct MatrixOptions: ParsableArguments {
  enum Entries: String, CaseIterable, ExpressibleByArgument {
    case normal, sign, uniform, exponential
  }

  @Option(parsing: .unconditional, help: "Size n; rows of quaternions for the symplectic ones.")
  var n = 100

  @Option(parsing: .unconditional, help: "Variance of an entry.")
  var variance: Double?

  @Option(
    parsing: .unconditional, help: "Dyson index, from 0, where levels are independent, to 1e290.")
  var beta: Double?

  @Option(parsing: .unconditional, help: "Columns of X.")
  var observations: Int?

  @Option(parsing: .unconditional, help: "Columns of A, or the parameter a.")
  var first: Double?

  @Option(parsing: .unconditional, help: "Columns of B, or the parameter b.")
  var second: Double?

  @Option(help: "Law of the entries.")
  var entries: Entries?

  @Option(parsing: .unconditional, help: "Mean number of entries in a row.")
  var degree: Double?

  @Option(parsing: .unconditional, help: "Index α of stability, from 0.05 to 2.")
  var stability: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Strengths θ (wigner) or variances ℓ (wishart) of the spikes, with commas.",
      valueName: "numbers"))
  var spikes: String?

  /// What was given beside n.
  var given: [Parameter] {
    parameters([
      ("variance", variance), ("beta", beta), ("observations", observations), ("first", first),
      ("second", second), ("entries", entries?.rawValue), ("degree", degree),
      ("stability", stability), ("spikes", spikes),
    ])
  }

  /// The ensemble's spectra, if it takes what was given.
  func requested(_ name: MatrixName) throws -> MatrixSpectra {
    try name.checked(given, others: ["n"]) {
      try require("n", n, in: 1...1_000_000)
      return try spectra(name)
    }
  }

  private func spectra(_ name: MatrixName) throws -> MatrixSpectra {
    let variance = variance ?? name.variance
    let pair = Double(n) * ((first ?? 0) + (second ?? 0))
    let disc = try? CircularLaw(radius: Double(n).squareRoot() * variance.squareRoot())
    let angle = EvenAngleLaw()
    func columns() throws -> Int { try name.required(observations, "observations") }
    func whole(_ value: Double?, _ option: String) throws -> Int {
      let value = try name.required(value, option)
      guard let number = Int(exactly: value), Domain.count.contains(number) else {
        throw Failure.usage(
          "--\(option) \(value) is not valid; give a whole number from 1 to 1000000000")
      }
      return number
    }
    return switch name {
    case .goe: .real(try GaussianOrthogonalEnsemble(size: n, variance: variance))
    case .gue: .real(try GaussianUnitaryEnsemble(size: n, variance: variance))
    case .gse: .real(try GaussianSymplecticEnsemble(size: n, variance: variance))
    case .hermite: .real(try BetaEnsemble.hermite(size: n, beta: beta ?? 1))
    case .laguerre:
      .real(
        try BetaEnsemble.laguerre(
          size: n, parameter: name.required(first, "first"), beta: beta ?? 1))
    case .jacobi:
      .real(
        try BetaEnsemble.jacobi(
          size: n, first: name.required(first, "first"), second: name.required(second, "second"),
          beta: beta ?? 1))
    case .wishart: .real(try WishartEnsemble(size: n, observations: columns(), variance: variance))
    case .complexWishart:
      .real(try ComplexWishartEnsemble(size: n, observations: columns(), variance: variance))
    case .quaternionWishart:
      .real(try QuaternionWishartEnsemble(size: n, observations: columns(), variance: variance))
    case .manova:
      .real(
        try ManovaEnsemble(size: n, first: whole(first, "first"), second: whole(second, "second")),
        factor: pair)
    case .complexManova:
      .real(
        try ComplexManovaEnsemble(
          size: n, first: whole(first, "first"), second: whole(second, "second")), factor: pair)
    case .quaternionManova:
      .real(
        try QuaternionManovaEnsemble(
          size: n, first: whole(first, "first"), second: whole(second, "second")), factor: pair)
    case .wigner:
      .real(try SymmetricEnsemble.wigner(size: n, entries: entryLaw, variance: variance))
    case .sparse:
      .real(
        try SymmetricEnsemble.sparse(
          size: n, degree: name.required(degree, "degree"), entries: entryLaw))
    case .levy:
      .real(try SymmetricEnsemble.levy(size: n, stability: name.required(stability, "stability")))
    case .spikedWigner: .real(try SymmetricEnsemble.spikedWigner(size: n, strengths: numbers(name)))
    case .spikedWishart:
      .real(
        try SymmetricEnsemble.spikedWishart(
          size: n, observations: columns(), spikes: numbers(name)),
        factor: Double(n) * Double(observations ?? 0))
    case .ginibre: .dense(try GinibreEnsemble(rows: n, columns: n, variance: variance), law: disc)
    case .complexGinibre:
      .dense(try ComplexGinibreEnsemble(rows: n, columns: n, variance: variance), law: disc)
    case .quaternionGinibre:
      .dense(try QuaternionGinibreEnsemble(rows: n, columns: n, variance: variance), law: disc)
    case .haarOrthogonal: .dense(try HaarOrthogonal(size: n), law: angle)
    case .haarSymplectic: .dense(try HaarSymplectic(size: n), law: angle)
    case .coe: .dense(try CircularOrthogonalEnsemble(size: n), law: angle)
    case .cue: .dense(try HaarUnitary(size: n), law: angle)
    case .cse: .circle(try BetaEnsemble.circular(size: n, beta: 4))
    case .circular: .circle(try BetaEnsemble.circular(size: n, beta: beta ?? 1))
    }
  }

  private var entryLaw: EntryLaw {
    switch entries ?? .sign {
    case .normal: .normal
    case .sign: .sign
    case .uniform: .uniform
    case .exponential: .exponential
    }
  }

  private func numbers(_ name: MatrixName) throws -> [Double] {
    let text = try name.required(spikes, "spikes")
    return try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = Double(part) else {
        throw Failure.usage("--spikes \(text) is not valid; give numbers with commas, like 3,1.5")
      }
      return number
    }
  }
}
