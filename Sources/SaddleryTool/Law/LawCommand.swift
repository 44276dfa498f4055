import ArgumentParser
import Commands
import Saddlery

/// `saddlery law`: laws of random spectra.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law",
    abstract: "Density, distribution function and quantiles of a law of random spectra.",
    discussion: """
      With --at the density (pdf) and F (cdf) there, with --quantile the point with that F; without both \
      mean and variance. Laws and their options:

      \(LawName.help)
      """)

  @Argument(help: ArgumentHelp("The law.", valueName: "name"))
  var name: LawName

  @OptionGroup var parameters: LawOptions

  @Option(parsing: .unconditional, help: "The point.")
  var at: Double?

  @Option(parsing: .unconditional, help: "A probability.")
  var quantile: Double?

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    guard at == nil || quantile == nil else {
      throw Failure.usage("--quantile is not for --at; leave one of them out")
    }
    if let at, at.isNaN { throw Failure.usage("--at nan is not valid; give a number") }
    if let quantile { try require("quantile", quantile, in: 0...1) }
    let law = try parameters.requested(name)
    let values = values(law)
    // Points at infinity and infinite densities are right; what is no number is none of the law's.
    if let (key, value) = values.first(where: {
      at == nil && quantile == nil ? !$0.value.isFinite : $0.value.isNaN
    }) {
      throw Failure.input(
        "\(key) of \(name.rawValue) is \(value), beyond the range of a double; choose moderate "
          + "parameters")
    }
    let given = parameters.given
    var object: [String: Any?] = ["law": name.rawValue]
    // "variance" is the law's.
    for parameter in given {
      object[parameter.name == "variance" ? "entryVariance" : parameter.name] = parameter.value
    }
    for (key, value) in values { object[key] = value }
    try reporting.print(
      object,
      [name.rawValue + given.map { ", \($0.name) \($0.text)" }.joined()]
        + values.map { "\($0.key) \($0.value)" })
  }

  private func values(_ law: any SpectralLaw) -> [(key: String, value: Double)] {
    let edge = law as? any EdgeLaw
    if let x = at ?? quantile.map(law.quantile) {
      return [("at", x), ("pdf", law.density(x)), ("cdf", law.distribution(x))]
        + (edge.map { [("survival", $0.survival(x))] } ?? [])
    }
    return [("mean", law.mean), ("variance", law.variance)]
      + (edge.map { [("skewness", $0.skewness), ("excessKurtosis", $0.excessKurtosis)] } ?? [])
  }
}
