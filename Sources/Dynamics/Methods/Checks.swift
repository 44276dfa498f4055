internal import Requirements

func demandStep(_ step: Double) -> Double {
  demand(step.isFinite && step != 0, "a step of \(step) goes nowhere")
  return step
}

func demandFraction(_ name: String, _ value: Double) -> Double {
  demand(value >= 0 && value < 1, "\(name) is at least 0 and below 1, not \(value)")
  return value
}
