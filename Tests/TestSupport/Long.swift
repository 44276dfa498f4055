import Foundation
public import Testing

/// Whether long runs are asked for: `SADDLERY_LONG=1`.
public let isLong = ProcessInfo.processInfo.environment["SADDLERY_LONG"] == "1"

extension Trait where Self == ConditionTrait {
  /// A run with more samples or larger sizes than the one beside it, made only where long runs are asked for.
  public static var long: Self { .enabled(if: isLong, "a long run; SADDLERY_LONG=1 asks for it") }
}
