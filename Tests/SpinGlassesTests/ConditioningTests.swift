import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Testing

@Suite struct ConditioningTests {
  static let mixtures = [
    Mixture.pure(3), .pure(4), try! Mixture([1: 0.7, 2: 0.5, 3: 1]), try! Mixture([2: 1, 4: 0.3]),
  ]

  private func jet(_ model: PSpinHamiltonian, at point: [Double]) -> LocalModel {
    let place = Matrix<Double>(columns: [point])
    var local = LocalModel(of: model.domain)
    model.domain.expand(
      model.jets(at: place, upTo: .hessian), at: place, column: 0, into: &local)
    for j in 0..<local.dimension {
      for i in 0..<j { local.hessian[i, j] = local.hessian[j, i] }
    }
    return local
  }

  private func conditioned(
    _ model: PSpinHamiltonian, on target: LocalModel, at point: [Double], gradient: [Double]? = nil
  ) -> PSpinHamiltonian {
    model.conditioned(
      at: point, energy: target.value / Double(model.dimension),
      radialDerivative: target.radialDerivative, gradient: gradient ?? target.gradient,
      hessian: target.hessian)
  }

  /// The jet is what was asked for; so it is with a signal in the couplings.
  @Test(arguments: mixtures)
  func hasTheJet(mixture: Mixture) throws {
    let n = 6
    let point = genericPoint(n, seed: 3)
    for signal in [nil, try Signal([2: 0.8])] {
      let model = PSpinHamiltonian(mixture, dimension: n, signal: signal, seed: 1)
      let target = jet(
        PSpinHamiltonian(mixture, dimension: n, signal: signal, seed: 2), at: point)
      let result = jet(conditioned(model, on: target, at: point), at: point)
      #expect(abs(result.value - target.value) < 1e-12)
      #expect(abs(result.radialDerivative - target.radialDerivative) < 1e-12)
      #expect(zip(result.gradient, target.gradient).allSatisfy { abs($0 - $1) < 1e-12 })
      #expect(
        zip(result.hessian.elements, target.hessian.elements).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  /// Conditioned on the jet of an independent sample a Hamiltonian is one more sample of the ensemble: its
  /// distinct couplings are independent of variance a_p² over the orderings. 4000 samples, rate 1e-6;
  /// control: conditioned on a vanishing gradient they are not.
  @Test(arguments: mixtures)
  func isTheEnsemblesLaw(mixture: Mixture) {
    let n = 3
    let point = genericPoint(n, seed: 4)
    func check(gradient: [Double]?) -> GaussianCheck {
      let samples = (0..<4000).map { sample in
        let target = jet(
          PSpinHamiltonian(mixture, dimension: n, seed: 6, sample: sample), at: point)
        let free = PSpinHamiltonian(mixture, dimension: n, seed: 5, sample: sample)
        return conditioned(free, on: target, at: point, gradient: gradient)
          .parts.flatMap(\.tensor.elements)
      }
      var variances: [Double] = []
      for term in mixture.terms {
        SymmetricTensor.forEachEntry(degree: term.degree, dimension: n) { _, _, orderings in
          variances.append(term.weight / orderings)
        }
      }
      var covariance = Matrix<Double>(rows: variances.count, columns: variances.count)
      for (i, variance) in variances.enumerated() { covariance[i, i] = variance }
      return GaussianCheck(samples, covariance: covariance)
    }
    #expect(!check(gradient: nil).rejects)
    #expect(check(gradient: [0, 0]).rejects)
  }
}
