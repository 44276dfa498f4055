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

  init(method: SearchMethod, rule: StoppingRule, domain: some Domain, scale: Double) {
    self.method = method
    self.rule = rule
    iterationLimit = rule.iterationLimit ?? max(200, domain.ambientDimension)
    self.scale = scale
    lanes = SpectralLanes(size: domain.dimension)
  }

  /// What a walker does next.
  enum Plan {
    /// This step; nil if the method has none.
    case step([Double]?)
    /// Σ aᵢ vᵢ with these amplitudes along the Hessian's eigenvectors.
    case amplitudes([Double])
  }

  /// The method's step for the model in a lane. `newton` is the Newton step of the same model.
  mutating func plan(lane: Int, newton: [Double]?, walker: inout Walker) -> Plan {
    let method = method(of: walker)
    switch method {
    case .newton: return .step(newton)
    case .cappedNewton: return .step(newton.map(capped))
    case .indexTargeted, .saddleFree:
      // Newton's step where the Hessian has the index aimed at and the step is short.
      let target = method == .saddleFree ? 0 : walker.target
      if let newton, lanes.negativeEigenvalues(lane: lane) == target, norm(newton) <= cap {
        return .step(newton)
      }
    case .levenbergMarquardt: break
    }
    let spectrum = lanes.spectrum(lane: lane)
    let amplitudes =
      switch method {
      case .levenbergMarquardt: levenbergMarquardt(spectrum, walker: &walker)
      case .saddleFree: saddleFree(spectrum)
      default: indexTargeted(spectrum, walker)
      }
    return amplitudes.map { .amplitudes($0) } ?? .step(nil)
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
