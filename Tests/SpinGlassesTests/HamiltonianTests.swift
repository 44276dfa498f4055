import LandscapeConformance
import Landscapes
import LinearAlgebra
import Models
import SpinGlasses
import Testing

struct HamiltonianTests {
  /// Batches, orders of derivatives and Taylor slopes 2 and 3.
  @Test(
    arguments: (1...6).map { Mixture.pure($0) } + mixtures.filter { !$0.isPure }, [2, 3, 7, 12])
  func conforms(mixture: Mixture, n: Int) {
    let model = PSpinHamiltonian(mixture, dimension: n, seed: 1)
    #expect(landscapeViolations(model) == [])
  }

  /// H = N⁻¹ Σ J σᵢσⱼσₖ over all 27 tuples, by hand; sums of numbers of order one.
  @Test func threeSpinsOfDegreeThree() {
    let model = PSpinHamiltonian(.pure(3), dimension: 3, seed: 4)
    let j = model.parts[0].tensor
    let sigma = genericPoint(3, seed: 2)
    var value = 0.0
    var gradient = [0.0, 0, 0]
    for a in 0..<3 {
      for b in 0..<3 {
        for c in 0..<3 {
          value += j[a, b, c] * sigma[a] * sigma[b] * sigma[c] / 3
          gradient[a] += j[a, b, c] * sigma[b] * sigma[c]
        }
      }
    }
    #expect(abs(model.value(at: sigma) - value) <= 1e-14)
    for (x, y) in zip(model.euclideanGradient(at: sigma), gradient) { #expect(abs(x - y) <= 1e-14) }
  }

  /// p = 2 is N^{-1/2} σᵀTσ, with Hessian 2T/√N.
  @Test(arguments: [2, 5, 11]) func degreeTwoIsAQuadraticForm(n: Int) {
    let model = PSpinHamiltonian(.pure(2), dimension: n, seed: 9)
    var t = Matrix<Double>(rows: n, columns: n)
    for j in 0..<n { for i in 0..<n { t[i, j] = model.parts[0].tensor[i, j] } }
    let sigma = genericPoint(n, seed: 3)
    let root = Double(n).squareRoot()
    let form = dot((t * Matrix<Double>(columns: [sigma])).elements, sigma) / root
    #expect(abs(model.value(at: sigma) - form) <= 1e-13)
    let hessian = model.euclideanHessian(at: sigma)
    for k in t.elements.indices {
      #expect(abs(hessian.elements[k] - 2 * t.elements[k] / root) <= 1e-15)
    }
  }

  /// A field: H = Σ Jᵢσᵢ, no Hessian.
  @Test func degreeOneIsAField() {
    let model = PSpinHamiltonian(.pure(1), dimension: 4, seed: 9)
    let sigma = genericPoint(4, seed: 3)
    #expect(abs(model.value(at: sigma) - dot(model.parts[0].tensor.elements, sigma)) <= 1e-14)
    #expect(model.euclideanGradient(at: sigma) == model.parts[0].tensor.elements)
    #expect(model.euclideanHessian(at: sigma) == Matrix<Double>(rows: 4, columns: 4))
  }

  /// A mixture is the sum of its parts: y = Σ p Hₚ/N (Euler), H(-σ) = Σ (-1)ᵖ Hₚ(σ).
  @Test func parts() throws {
    let n = 6
    let model = PSpinHamiltonian(try Mixture([1: 1, 2: 0.5, 5: 0.25]), dimension: n, seed: 2)
    let sigma = genericPoint(n, seed: 5)
    let values = model.parts.map { part in
      PSpinHamiltonian(.pure(part.tensor.degree), dimension: n, tensors: [part.tensor])
        .value(at: sigma)
    }
    let y = dot(model.euclideanGradient(at: sigma), sigma) / Double(n)
    #expect(abs(y - dot([1, 2, 5], values) / Double(n)) <= 1e-13)
    #expect(abs(model.value(at: sigma.map(-)) - dot([-1, 1, -1], values)) <= 1e-13)
  }

  @Test func scalesAndMemory() throws {
    let model = PSpinHamiltonian(.pure(3), dimension: 4, seed: 1)
    #expect((1...5).map { model.scale(ofDegree: $0) } == [1, 0.5, 0.25, 0.125, 0.0625])
    // Entries 4, 10, 20; unfoldings 10 x 1 and 10 x 4.
    let mixture = try Mixture([1: 1, 2: 1, 3: 1])
    #expect(PSpinHamiltonian.memory(mixture: mixture, dimension: 4) == 8 * (34 + 10 + 40))
  }

  @Test func misuse() async {
    await #expect(processExitsWith: .failure) { _ = Mixture.pure(0) }
    await #expect(processExitsWith: .failure) {
      _ = PSpinHamiltonian(.pure(3), dimension: 1, seed: 1)
    }
    await #expect(processExitsWith: .failure) {
      let tensor = SymmetricTensor(degree: 3, dimension: 4)
      _ = PSpinHamiltonian(.pure(2), dimension: 4, tensors: [tensor])
    }
    await #expect(processExitsWith: .failure) {
      let tensor = SymmetricTensor(degree: 3, dimension: 4)
      _ = PSpinHamiltonian(.pure(3), dimension: 5, tensors: [tensor])
    }
    await #expect(processExitsWith: .failure) {
      let model = PSpinHamiltonian(.pure(3), dimension: 4, seed: 1)
      print(model.value(at: [1, 1, 1]))
    }
  }
}
