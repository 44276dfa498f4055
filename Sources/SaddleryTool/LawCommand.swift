import ArgumentParser
import RandomMatrices

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

  @Flag(help: "Print one JSON object on standard output.")
  var json = false

  func run() throws {
    guard at == nil || quantile == nil else {
      throw Failure.usage("--quantile is not for --at; leave one of them out")
    }
    if let at, at.isNaN { throw Failure.usage("--at nan is not valid; give a number") }
    if let quantile, !(0...1).contains(quantile) {
      throw Failure.usage("--quantile \(quantile) is not valid; give a number from 0 to 1")
    }
    let law = try parameters.requested(name)
    var values: [(key: String, value: Double)]
    if let x = at ?? quantile.map(law.quantile) {
      values = [("at", x), ("pdf", law.density(x)), ("cdf", law.distribution(x))]
      if let edge = law as? any EdgeLaw { values.append(("survival", edge.survival(x))) }
    } else {
      values = [("mean", law.mean)]
      if let edge = law as? any EdgeLaw {
        values += [
          ("variance", edge.variance), ("skewness", edge.skewness),
          ("excessKurtosis", edge.excessKurtosis),
        ]
      } else {
        values.append(("variance", law.variance))
      }
    }
    // Points at infinity and infinite densities are right; what is no number is none of the law's.
    if let (key, value) = values.first(where: {
      at == nil && quantile == nil ? !$0.value.isFinite : $0.value.isNaN
    }) {
      throw Failure(
        message: "\(key) of \(name.rawValue) is \(value), beyond the range of a double; "
          + "choose moderate parameters",
        status: 65)
    }
    let given = parameters.given
    guard json else {
      let text = given.map { ", \($0.name) \($0.text)" }.joined()
      print("\(name.rawValue)\(text)")
      for (key, value) in values { print("\(key) \(value)") }
      return
    }
    var object: [String: Any?] = ["law": name.rawValue]
    // "variance" is the law's.
    for parameter in given {
      object[parameter.name == "variance" ? "entryVariance" : parameter.name] = parameter.value
    }
    for (key, value) in values { object[key] = value }
    try JSONOutput.print(object)
  }
}
