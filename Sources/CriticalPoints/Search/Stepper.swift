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
  var factorization: LDLFactorization
  var spectrum: Tridiagonalization
  var solver: HermitianEigensolver<Double>

  init(method: SearchMethod, rule: StoppingRule, domain: some Domain, scale: Double) {
    self.method = method
    self.rule = rule
    iterationLimit = rule.iterationLimit ?? max(200, domain.ambientDimension)
    self.scale = scale
    factorization = LDLFactorization(size: domain.dimension)
    spectrum = Tridiagonalization(size: domain.dimension)
    solver = HermitianEigensolver<Double>(size: domain.dimension)
  }

  /// The Newton step -H⁻¹g, or nil if H is singular. Leaves the inertia in `factorization`.
  mutating func newtonStep(_ model: LocalModel) -> [Double]? {
    factorization.factorize(model.hessian)
    return factorization.solution(of: model.gradient.map { -$0 })
  }

  /// The method's step, or nil if it has none. `newton` is the Newton step of the same model.
  mutating func step(
    _ model: LocalModel, newton: [Double]?, walker: inout Walker
  ) -> [Double]? {
    switch method(of: walker) {
    case .newton: newton
    case .cappedNewton: newton.map(capped)
    case .levenbergMarquardt: levenbergMarquardtStep(model, walker: &walker)
    case .saddleFree: targetedStep(model, newton: newton, target: 0)
    case .indexTargeted: targetedStep(model, newton: newton, target: walker.target)
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
