import ArgumentParser

/// The methods of `saddlery descend`, with the options that each takes.
enum DescentMethod: String, Choice {
  case gradientDescent = "gradient-descent"
  case gradientFlow = "gradient-flow"
  case momentum, nesterov, rmsprop, adam, sgd, langevin, kicked
  case saddleFree = "saddle-free"
  case shiftedNewton = "shifted-newton"
  case newton

  var about: (text: String, options: [(name: String, value: String?)]) {
    switch self {
    case .gradientDescent: ("steps along -grad H", [("step", nil)])
    case .gradientFlow:
      ("dσ/dt = -grad H, steps as long as the error allows", [("tolerance", "1e-6")])
    case .momentum: ("heavy ball", [("step", nil), ("momentum", "0.9")])
    case .nesterov: ("gradients where the momentum leads", [("step", nil), ("momentum", "0.9")])
    case .rmsprop: ("steps in units of recent gradients, axis by axis", [("step", nil)])
    case .adam: ("momentum in units of recent gradients, axis by axis", [("step", nil)])
    case .sgd:
      (
        "gradient descent on one of several independent Hamiltonians, whose sum is H, after the other",
        [("step", nil), ("mini-batches", "10")]
      )
    case .langevin: ("noise of a temperature", [("step", nil), ("temperature", nil)])
    case .kicked:
      ("gradient descent with kicks where it is flat", [("step", nil), ("kick", "0.001")])
    case .saddleFree: ("Newton's steps downhill in every mode; a step is a unit of time", [])
    case .shiftedNewton: ("Newton's steps of a Hessian made positive; a step is a unit of time", [])
    case .newton: ("Newton's steps, bounded; ends at saddles; a step is a unit of time", [])
    }
  }

  /// Whether a step is no time.
  var isCounted: Bool { [.saddleFree, .shiftedNewton, .newton].contains(self) }

  /// The step, in units of the longest that does not overshoot a minimum at the threshold, where none is given; a length of
  /// methods whose steps are lengths.
  var standardStep: Double {
    switch self {
    case .momentum, .nesterov, .sgd, .langevin: 0.1
    case .rmsprop, .adam: 0.02
    default: 1
    }
  }
}
