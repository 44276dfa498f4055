import Foundation
import SpecialFunctions
import Testing

@Suite struct SeriesTests {
  /// Derivatives of √(1+τ) e^{-τ} cos τ / (2+τ) by products of series, against finite Taylor sums nearby: the error
  /// falls with the fifth power.
  @Test func taylor() {
    func f(_ τ: Taylor) -> Taylor {
      Taylor.sqrt(1 + τ) * Taylor.exp(-τ) * Taylor.cos(τ) / (2 + τ) + Taylor.log(3 + Taylor.sin(τ))
    }
    let series = f(.variable(0.4))
    func error(_ h: Double) -> Double {
      let sum = (0..<Taylor.count).reduce(0.0) { $0 + series[$1] * pow(h, Double($1)) }
      return abs(sum - f(Taylor(0.4 + h))[0])
    }
    #expect(abs(log2(error(0.04) / error(0.02)) - 5) < 0.3)
    #expect(series.derivative(2) == 2 * series[2])
  }

  @Test func dual() {
    let x = Dual(2, slope: 1)
    let y = (x * x + Dual(1)).squareRoot / x - x.logarithm
    #expect(abs(y.value - (5.0.squareRoot() / 2 - log(2.0))) < 1e-15)
    // d/dx √(x²+1)/x = -1/(x²√(x²+1))
    #expect(abs(y.slope + 1 / (4 * 5.0.squareRoot()) + 0.5) < 1e-15)
  }

  /// K_{1/2} = √(π/2x) e^{-x}; ₀F₁(1/2; -x²/4) = cos x, near, between and beyond the first wave.
  @Test func bessel() {
    for x in [1e-9, 0.3, 7, 400] {
      let expected = 0.5 * log(Double.pi / (2 * x)) - x
      #expect(abs(BesselFunction.logK(0.5, x) - expected) < 1e-13 * max(1, abs(expected)))
    }
    for x in [0.1, 1, 3, 20] {
      #expect(abs(BesselFunction.hypergeometric(0.5, -x * x / 4) - cos(x)) < 1e-13)
    }
  }

  /// P(1, x) = 1 - e^{-x}; the uniform expansion at a = 60 against the finite sum of Poisson's law.
  @Test func incompleteGamma() {
    for x in [0.01, 1, 30] {
      #expect(abs(IncompleteGamma.lower(1, x) + expm1(-x)) < 1e-15)
    }
    let a = 60
    for δ in [-0.4, -0.01, 0.2] {
      let x = Double(a) * (1 + δ)
      let sum = (0..<a).reduce(0.0) { $0 + exp(Double($1) * log(x) - x - lgamma(Double($1 + 1))) }
      let value = IncompleteGamma.lower(Double(a), excess: δ - log1p(δ), isBelow: δ < 0)
      #expect(abs(value - (1 - sum)) < 1e-14)
    }
  }
}
