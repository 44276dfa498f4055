public import Landscapes
internal import LinearAlgebra
internal import Requirements

/// Gradient descent with a random kick where it is nearly flat: saddles are left in a time that grows as the logarithm of the
/// kick, however many there are.
///
///     x ← x + r u           where |grad f| ≤ φ max |grad f|, the largest met, and no kick came in the last steps
///     x ← x - η grad f      elsewhere
///
/// r is the length of kicks, u a unit vector along the domain of random direction, φ the flatness.
///
/// Reference: Jin, Ge, Netrapalli, Kakade and Jordan, *How to escape saddle points efficiently*, ICML 2017,
/// arXiv:1703.00887, with a sphere for their ball.
public struct KickedGradientDescent: Method {
  /// The step η.
  public let timeStep: Double
  /// The length of kicks.
  public let kick: Double
  /// The part of the largest gradient below which it is nearly flat.
  public let flatness: Double
  /// Steps between kicks.
  public let pause: Int

  /// - Parameters:
  ///   - step: η.
  ///   - kick: in units of x.
  ///   - flatness: in (0, 1).
  ///   - pause: steps after a kick without another.
  public init(step: Double, kick: Double, flatness: Double = 1e-3, pause: Int = 100) {
    demand(kick > 0 && kick.isFinite, "a kick is positive and finite, not \(kick)")
    (timeStep, self.kick) = (demandStep(step), kick)
    (self.flatness, self.pause) = (demandFraction("a flatness", flatness), pause)
  }

  /// The largest |grad f|², and steps to go before the next kick.
  public func memory(dimension: Int) -> [Int] { [1, 1] }

  /// A step costs a gradient and n normal numbers.
  public func step<L: Landscape>(_ replicas: inout Replicas<L>) {
    var step = replicas.gradients().scaled(by: -timeStep)
    let squares = step.squaredColumnNorms
    let noise = replicas.noise()
    let lengths = noise.squaredColumnNorms
    for b in squares.indices {
      let largest = max(replicas.memory[0][0, b], squares[b])
      let wait = replicas.memory[1][0, b]
      let isKicked = wait <= 0 && squares[b] <= flatness * flatness * largest
      (replicas.memory[0][0, b], replicas.memory[1][0, b]) = (
        largest, isKicked ? Double(pause) : wait - 1
      )
      guard isKicked else { continue }
      let factor = kick / lengths[b].squareRoot()
      for i in 0..<step.rows { step[i, b] = factor * noise[i, b] }
    }
    replicas.move(along: step, taking: timeStep)
  }
}
