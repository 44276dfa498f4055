internal import Landscapes
internal import LinearAlgebra

/// Proposes steps in tangent coordinates; owns the factorisations' workspace.
struct Stepper: Sendable {
  let method: SearchMethod
  let rule: StoppingRule
  /// Steps before giving up.
  let iterationLimit: Int
  /// The landscape's scale, which step lengths are measured by.
  let scale: Double
  /// Of up to eight models at a time.
  var lanes: SpectralLanes
  var solver: HermitianEigensolver<Double>

  init(method: SearchMethod, rule: StoppingRule, domain: some Domain, scale: Double) {
    self.method = method
    self.rule = rule
    iterationLimit = rule.iterationLimit ?? max(200, domain.ambientDimension)
    self.scale = scale
    lanes = SpectralLanes(size: domain.dimension)
    solver = HermitianEigensolver<Double>(size: domain.dimension)
  }

  /// What a walker does next.
  enum Plan {
    /// This step; nil if the method has none.
    case step([Double]?)
    /// One that aims at an index, to be made of the spectrum.
    case aim(Int)
  }

  /// The method's step for the model in a lane. `newton` is the Newton step of the same model.
  mutating func plan(
    _ model: LocalModel, lane: Int, newton: [Double]?, walker: inout Walker
  ) -> Plan {
    switch method(of: walker) {
    case .newton: .step(newton)
    case .cappedNewton: .step(newton.map(capped))
    case .levenbergMarquardt: .step(levenbergMarquardtStep(model, walker: &walker))
    case .saddleFree: aimed(at: 0, lane: lane, newton: newton)
    case .indexTargeted: aimed(at: walker.target, lane: lane, newton: newton)
    }
  }

  /// The method in use: an index-targeted walker that is still on its way after half its steps
  /// descends on |g|² to whatever is near, since a landscape need not have critical points of every
  /// index.
  func method(of walker: Walker) -> SearchMethod {
    method == .indexTargeted && walker.iterations >= iterationLimit / 2
      ? .levenbergMarquardt : method
  }

  /// The longest step.
  var cap: Double { rule.stepCap * scale }

  /// The step shortened to the cap.
  func capped(_ step: [Double]) -> [Double] {
    let length = norm(step)
    return length > cap ? step.map { $0 * (cap / length) } : step
  }
}
