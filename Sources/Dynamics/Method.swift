public import Landscapes

/// A method: how a batch of replicas moves in one step.
///
/// The methods of this module are those people compare: ``GradientFlow``, ``GradientDescent``, ``Momentum``,
/// ``NesterovMomentum``, ``RMSProp``, ``Adam``, ``Langevin``, ``KickedGradientDescent``, ``CurvatureDescent``. All are meant
/// for any domain: moves are along it, and what is remembered as a vector is projected to the tangent space of the
/// place it is used at.
public protocol Method: Sendable {
  /// The time that one step takes, 1 for methods that know no time; of an adaptive method its longest step.
  var timeStep: Double { get }
  /// Whether it chooses its steps, none beyond ``Replicas/deadline``.
  var isAdaptive: Bool { get }
  /// What a replica remembers from step to step: rows of the matrices of ``Replicas/memory``, zeros at first.
  func memory(dimension: Int) -> [Int]
  /// Takes one step.
  func step<L: Landscape>(_ replicas: inout Replicas<L>)
}

extension Method {
  /// No, unless a method says so.
  public var isAdaptive: Bool { false }

  /// Nothing is remembered, unless a method says so.
  public func memory(dimension: Int) -> [Int] { [] }
}
