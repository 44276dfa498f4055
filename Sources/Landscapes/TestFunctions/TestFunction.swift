internal import Numerics

/// Functions that searches are tried on, whose critical points are known, each on the box it is used on.
///
///     let result = Sweep(TestFunction.himmelblau).run()
///
/// proves that Himmelblau's function has nine there.
public enum TestFunction {
  /// f = (x² + y - 11)² + (x + y² - 7)² on [-6, 6]²: four minima of value 0, one of them at (3, 2), four saddles, the
  /// lowest of value 13.3119, and a maximum of 181.617.
  ///
  /// *Reference:* Himmelblau, *Applied Nonlinear Programming* (1972).
  public static var himmelblau: FunctionLandscape<Box> {
    FunctionLandscape(on: Box(-6...6, dimension: 2, length: 2)) { x in
      let (a, b) = (x[0] * x[0] + x[1] - 11, x[0] + x[1] * x[1] - 7)
      return a * a + b * b
    }
  }

  /// f = (4 - 2.1x² + x⁴/3) x² + xy + (4y² - 4) y² on [-3, 3] x [-2, 2]: six minima, the lowest pair of value -1.0316285 at
  /// ±(0.0898420, -0.7126564), two maxima and seven saddles.
  ///
  /// *Reference:* Dixon and Szegő, *Towards Global Optimisation 2* (1978).
  public static var sixHumpCamel: FunctionLandscape<Box> {
    FunctionLandscape(on: Box([-3...3, -2...2], length: 0.7)) { x in
      let (a, b) = (x[0] * x[0], x[1] * x[1])
      let first = (4 - 2.1 * a + a * a / 3) * a
      return first + x[0] * x[1] + (4 * b - 4) * b
    }
  }

  /// f = (x₁² - 1)² + Σ_{i>1} xᵢ² on [-2, 2]ⁿ: minima of value 0 at (±1, 0, ...), and between them a saddle of value 1.
  public static func doubleWell(dimension n: Int = 2) -> FunctionLandscape<Box> {
    FunctionLandscape(on: Box(-2...2, dimension: n, length: 0.5)) { x in
      let well = x[0] * x[0] - 1
      return x.dropFirst().reduce(well * well) { $0 + $1 * $1 }
    }
  }

  /// f = 10n + Σ (xᵢ² - 10 cos 2πxᵢ) on [-5.12, 5.12]ⁿ: critical points are those in one dimension in every combination, 11
  /// minima and 10 maxima in each; the lowest is 0, at the origin.
  ///
  /// *Reference:* Rastrigin, *Systems of Extremal Control* (1974).
  public static func rastrigin(dimension n: Int = 2) -> FunctionLandscape<Box> {
    FunctionLandscape(on: Box(-5.12...5.12, dimension: n, length: 0.25)) { x in
      x.reduce(TracedNumber(10 * n)) { $0 + $1 * $1 - 10 * cos(2 * .pi * $1) }
    }
  }

  /// f = -20 exp(-√(Σxᵢ²/n)/5) - exp(Σ cos(2πxᵢ)/n) + 20 + e on [-5, 5]ⁿ. Its lowest value, 0 at the origin, is the tip of
  /// a cone and no critical point.
  ///
  /// *Reference:* Ackley, *A Connectionist Machine for Genetic Hillclimbing* (1987). There the box is [-32.768, 32.768]ⁿ.
  public static func ackley(dimension n: Int = 2) -> FunctionLandscape<Box> {
    FunctionLandscape(on: Box(-5...5, dimension: n, length: 0.25)) { x in
      let square = x.reduce(TracedNumber(0)) { $0 + $1 * $1 }
      let waves = x.reduce(TracedNumber(0)) { $0 + cos(2 * .pi * $1) }
      let cone = -20 * exp(-0.2 * sqrt(square / Double(n)))
      return cone - exp(waves / Double(n)) + (20 + Double.exp(1))
    }
  }

  /// f = -(y + 47) sin √|x/2 + y + 47| - x sin √|x - y - 47| on [-512, 512]²: 295 critical points, 75 minima and 72 maxima
  /// among them, away from the two lines where it has no derivative (proved but for 0.12 % of the area around them). Its
  /// best known value, -959.6407 at (512, 404.2319), is on the wall and no critical point; the lowest minimum inside is
  /// -956.9182 at (482.3533, 432.8790).
  ///
  /// *Reference:* Whitley, Mathias, Rana and Dzubera, *Evaluating evolutionary algorithms*, Artif. Intell. 85 (1996), DOI
  /// 10.1016/0004-3702(95)00124-7.
  public static var eggholder: FunctionLandscape<Box> {
    FunctionLandscape(on: Box(-512...512, dimension: 2, length: 100)) { x in
      let (a, b) = (x[0] / 2 + x[1] + 47, x[0] - x[1] - 47)
      return -(x[1] + 47) * sin(sqrt(abs(a))) - x[0] * sin(sqrt(abs(b)))
    }
  }

  /// f = Σ Aₖ exp(aₖ(x - x⁰ₖ)² + bₖ(x - x⁰ₖ)(y - y⁰ₖ) + cₖ(y - y⁰ₖ)²), four terms, on [-1.5, 1.2] x [-0.2, 2], a model of
  /// a chemical reaction: minima -146.6995, -108.1667 and -80.7678, the saddles between them -40.6648 and -72.2489.
  ///
  /// *Reference:* Müller and Brown, *Location of saddle points and minimum energy paths*, Theor. Chim. Acta 53 (1979), DOI
  /// 10.1007/BF00547608.
  public static var muellerBrown: FunctionLandscape<Box> {
    let terms: [(height: Double, a: Double, b: Double, c: Double, x: Double, y: Double)] = [
      (-200, -1, 0, -10, 1, 0), (-100, -1, 0, -10, 0, 0.5), (-170, -6.5, 11, -6.5, -0.5, 1.5),
      (15, 0.7, 0.6, 0.7, -1, 1),
    ]
    return FunctionLandscape(on: Box([-1.5...1.2, -0.2...2], length: 0.3)) { x in
      terms.reduce(TracedNumber(0)) { sum, term in
        let (u, v) = (x[0] - term.x, x[1] - term.y)
        let exponent = term.a * u * u + term.b * u * v + term.c * v * v
        return sum + term.height * exp(exponent)
      }
    }
  }
}
