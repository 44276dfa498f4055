import CriticalPoints
import Landscapes
import LinearAlgebra
import SpinGlasses
import Testing

/// All critical points, with proof.
@Suite struct EnumerationTests {
  @Test(arguments: [
    ("3:1", 2...9), ("4:1", 2...6), ("5:1", 2...4), ("1:0.5,3:1", 2...6), ("2:1,3:1", 2...6),
    ("3:1,4:1", 2...5), ("2:1,4:1", 2...5),
  ])
  func isComplete(_ text: String, _ sizes: ClosedRange<Int>) throws {
    let mixture = try Mixture(parsing: text)
    for n in sizes {
      for sample in 0..<4 {
        let model = PSpinHamiltonian(mixture, dimension: n, seed: 1, sample: sample)
        let result = try Enumeration.run(model, sample: sample)
        #expect(result.verdict == .complete, "\(text), N = \(n), sample \(sample)")
        let d = Double(mixture.topDegree)
        var power = 1.0
        for _ in 0..<n { power *= d - 1 }
        #expect(Double(result.expectedComplex) == 2 * (power - 1) / (d - 2))
        #expect(result.foundComplex == result.expectedComplex)
      }
    }
  }

  @Test func print() throws {
    for n in [8, 12, 16] {
      let model = PSpinHamiltonian(.pure(3), dimension: n, seed: 1)
      let clock = ContinuousClock()
      var r: EnumerationResult?
      let t = try clock.measure { r = try Enumeration.run(model) }
      Swift.print("EE", n, t, r!.verdict, r!.byIndex, r!.meanSteps, r!.attempts)
    }
  }
}
