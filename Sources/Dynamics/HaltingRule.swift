internal import Requirements

/// When a run ends: each replica at the first of what is given.
public struct HaltingRule: Sendable, Equatable {
  /// So many steps more.
  public let steps: Int?
  /// At this time, to half a step.
  public let time: Double?
  /// |grad f| is at most this part of the largest that the replica has met.
  public let gradient: Double?
  /// The value f is at most this.
  public let value: Double?

  /// - Parameters:
  ///   - steps: so many more, 0 or more.
  ///   - time: in units of the method.
  ///   - gradient: in (0, 1).
  ///   - value: of f, to fall to.
  public init(
    steps: Int? = nil, time: Double? = nil, gradient: Double? = nil, value: Double? = nil
  ) {
    demand(steps ?? 0 >= 0, "\(steps ?? 0) steps cannot be taken")
    if let gradient {
      demand(gradient > 0 && gradient < 1, "gradients to \(gradient) of the largest")
    }
    (self.steps, self.time, self.gradient, self.value) = (steps, time, gradient, value)
  }

  /// Whether it ends at last, whatever the landscape.
  var isFinite: Bool { steps != nil || time ?? .infinity < .infinity }
  /// Whether values and gradients are looked at.
  var looks: Bool { gradient != nil || value != nil }
}
