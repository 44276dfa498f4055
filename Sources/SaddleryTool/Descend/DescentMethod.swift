import ArgumentParser

/// The methods of `saddlery descend` and `saddlery network train`, with the options that each takes.
enum DescentMethod: String, Choice {
  case gradientDescent = "gradient-descent"
  case gradientFlow = "gradient-flow"
  case momentum, nesterov, rmsprop, adam, sgd, langevin, kicked
  case saddleFree = "saddle-free"
  case shiftedNewton = "shifted-newton"
  case newton

  var about: (text: String, options: [(name: String, value: String?)]) {
    switch self {
    case .gradientDescent: ("steps along -grad", Self.fixed)
    case .gradientFlow:
      ("dx/dt = -grad, steps as long as the error allows", [("tolerance", "1e-6")])
    case .momentum: ("heavy ball", Self.fixed + [("momentum", "0.9")])
    case .nesterov: ("gradients where the momentum leads", Self.fixed + [("momentum", "0.9")])
    case .rmsprop: ("steps in units of recent gradients, axis by axis", Self.fixed)
    case .adam: ("momentum in units of recent gradients, axis by axis", Self.fixed)
    case .sgd: ("gradient descent on mini-batches", [("step", nil), ("mini-batches", "10")])
    case .langevin: ("noise of a temperature", Self.fixed + [("temperature", nil)])
    case .kicked: ("gradient descent with kicks where it is flat", Self.fixed + [("kick", "0.001")])
    case .saddleFree: ("Newton's steps downhill in every mode; a step is a unit of time", [])
    case .shiftedNewton: ("Newton's steps of a Hessian made positive; a step is a unit of time", [])
    case .newton: ("Newton's steps, bounded; ends at saddles; a step is a unit of time", [])
    }
  }

  /// Options of steps of one length, along gradients.
  private static let fixed: [(name: String, value: String?)] = [
    ("step", nil), ("mini-batches", "1"),
  ]

  /// Whether a step is no time.
  var isCounted: Bool { [.saddleFree, .shiftedNewton, .newton].contains(self) }

  /// Whether steps are lengths, and no times.
  var stepsAreLengths: Bool { [.rmsprop, .adam].contains(self) }

  /// The step where none is given, in the landscape's unit of time, or of length for methods whose steps are lengths.
  var standardStep: Double {
    switch self {
    case .momentum, .nesterov, .sgd, .langevin: 0.1
    case .rmsprop, .adam: 0.02
    default: 1
    }
  }
}
