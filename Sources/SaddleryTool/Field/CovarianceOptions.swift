import ArgumentParser
import Commands
import Saddlery

/// Options that name the covariance of a Gaussian field.
struct CovarianceOptions: ParsableArguments {
  enum Family: String, CaseIterable, ExpressibleByArgument {
    case squaredExponential = "squared-exponential"
    case matern
    case exponential
    case rationalQuadratic = "rational-quadratic"
    case cauchy
    case spherical
  }

  @Option(help: "Family of the covariance.")
  var covariance = Family.squaredExponential

  @Option(parsing: .unconditional, help: "Variance of the field.")
  var variance = 1.0

  @Option(parsing: .unconditional, help: "Correlation length.")
  var length = 1.0

  @Option(
    parsing: .unconditional,
    help: "Smoothness of matern, above 2 for critical points; inf is squared-exponential.")
  var smoothness: Double?

  @Option(parsing: .unconditional, help: "Exponent of rational-quadratic, also inf, and cauchy.")
  var exponent: Double?

  /// The covariance, checked.
  func requested() throws -> IsotropicCovariance {
    let needs: (smoothness: Bool, exponent: Bool) =
      switch covariance {
      case .matern: (true, false)
      case .rationalQuadratic, .cauchy: (false, true)
      default: (false, false)
      }
    for (name, value, isNeeded) in [
      ("smoothness", smoothness, needs.smoothness), ("exponent", exponent, needs.exponent),
    ] where (value != nil) != isNeeded {
      throw Failure.usage(
        isNeeded
          ? "--covariance \(covariance.rawValue) needs --\(name)"
          : "--\(name) is not for --covariance \(covariance.rawValue); leave it out")
    }
    do {
      return switch covariance {
      case .squaredExponential: try .squaredExponential(variance: variance, length: length)
      case .matern:
        try .matern(smoothness: smoothness ?? 0, variance: variance, length: length)
      case .exponential: try .exponential(variance: variance, length: length)
      case .rationalQuadratic:
        try .rationalQuadratic(exponent: exponent ?? 0, variance: variance, length: length)
      case .cauchy: try .cauchy(exponent: exponent ?? 0, variance: variance, length: length)
      case .spherical: try .spherical(variance: variance, length: length)
      }
    } catch {
      throw Failure.usage("--\(error)")
    }
  }

  /// In the field's words.
  var name: String {
    let shape = (smoothness ?? exponent).map {
      ", \(smoothness == nil ? "exponent" : "smoothness") \($0)"
    }
    return "\(covariance.rawValue) covariance, variance \(variance), length \(length)\(shape ?? "")"
  }
}
