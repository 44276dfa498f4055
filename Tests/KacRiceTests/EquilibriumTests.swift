import Foundation
import KacRice
import Models
import Testing

@Suite struct EquilibriumTests {
  /// The ground state by replicas equals the ground state by counting minima: two theories without
  /// a formula in common.
  @Test(arguments: Array(3...20) + [35, 50]) func groundStatesAgree(_ p: Int) throws {
    let replicas = try #require(OneStepGroundState(.pure(p)))
    let counting = try #require(AnnealedComplexity(.pure(p)).groundState())
    #expect(abs(replicas.energy - counting) < 1e-12)
    #expect(replicas.isOptimal)
  }

  @Test func groundStatesOfMixturesAgree() throws {
    for weights in [[3: 0.5, 4: 0.5], [3: 0.5, 10: 0.5], [3: 2.0, 5: 0.3, 7: 0.1]] {
      let mixture = try Mixture(weights)
      let replicas = try #require(OneStepGroundState(mixture))
      let counting = try #require(AnnealedComplexity(mixture).groundState())
      #expect(abs(replicas.energy - counting) < 1e-12)
      #expect(replicas.isOptimal)
    }
  }

  /// Where one step is not enough the check says so: a 2-spin model with a little of degree 3 or
  /// more breaks replica symmetry continuously.
  @Test func notOptimalWhereReplicaSymmetryBreaksContinuously() throws {
    let mixture = try Mixture([2: 1, 4: 0.3])
    #expect(try #require(OneStepGroundState(mixture)).isOptimal == false)
    #expect(OneStepGroundState(.pure(2)) == nil)
    #expect(OneStepGroundState(try Mixture([1: 0.1, 3: 1])) == nil)
  }

  /// A and c of p = 3 from an independent minimisation over both, 16 digits.
  @Test func parametersOfTheThreeSpinModel() throws {
    let solution = try #require(OneStepGroundState(.pure(3)))
    #expect(abs(solution.breaking - 0.6250208221069989) < 1e-13)
    #expect(abs(solution.susceptibility - 0.3439925138068248) < 1e-13)
  }

  /// Pure models: q_d = (p-2)/(p-1) and T_d² = p(p-2)^{p-2}/(p-1)^{p-1}; Σ(T_d) equals the plateau
  /// of the fixed-index complexity, (1/2)log(p-1) - (p-2)/p.
  @Test(arguments: [3, 4, 5, 6, 10]) func dynamicTransition(_ p: Int) throws {
    let d = Double(p)
    let transitions = try #require(EquilibriumTransitions(.pure(p)))
    let square = d * pow(d - 2, d - 2) / pow(d - 1, d - 1)
    #expect(abs(transitions.dynamic.overlap - (d - 2) / (d - 1)) < 1e-14)
    #expect(abs(transitions.dynamic.temperature - square.squareRoot()) < 1e-14)
    let plateau = try AnnealedComplexity(.pure(p)).fixedIndex(0, energy: 0)
    #expect(abs(transitions.dynamic.complexity - plateau) < 1e-13)
  }

  /// Static transitions from an independent solution with 14 digits.
  @Test(arguments: [
    (3, 0.82880547607526, 0.64500745133458, -1.206555734568),
    (4, 0.71140507342106, 0.80452183479351, -1.4056689182593),
    (5, 0.65263108433094, 0.87114879460808, -1.5322592257848),
    (6, 0.61579728673381, 0.90633796015841, -1.6239110199787),
  ])
  func staticTransition(_ p: Int, _ temperature: Double, _ overlap: Double, _ energy: Double)
    throws
  {
    let point = try #require(EquilibriumTransitions(.pure(p))).static
    #expect(abs(point.temperature - temperature) < 1e-13)
    #expect(abs(point.overlap - overlap) < 1e-13)
    #expect(abs(point.energy - energy) < 1e-12)
    #expect(abs(point.complexity) < 1e-14)
  }

  /// (q³ + q⁴)/2: T_d = 0.8051659215 at q = 0.5902302.
  @Test func mixtureTransition() throws {
    let point = try #require(EquilibriumTransitions(try Mixture([3: 0.5, 4: 0.5]))).dynamic
    #expect(abs(point.temperature - 0.8051659215) < 1e-10)
    #expect(abs(point.overlap - 0.5902302) < 1e-7)
  }

  @Test func continuousTransitionsHaveNone() throws {
    #expect(EquilibriumTransitions(.pure(2)) == nil)
    #expect(EquilibriumTransitions(try Mixture([1: 1, 3: 1])) == nil)
  }
}
