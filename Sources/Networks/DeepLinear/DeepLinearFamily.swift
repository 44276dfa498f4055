public import Landscapes
public import LinearAlgebra
public import Numerics

/// The losses of deep linear networks of one shape on so many examples, as polynomials in the weights:
/// ½ Σ_m |W_L ... W_1 x_m - y_m|² + ½ Σ λ_i w_i².
///
/// Parameters are the inputs, the targets and the decay of each weight, coefficients XXᵀ, YXᵀ and the decays. Every
/// member has the symmetry that turns all weights into and out of a hidden unit.
public struct DeepLinearFamily: PolynomialFamily {
  /// Inputs, units of each hidden layer, outputs.
  let widths: [Int]
  /// The number of examples.
  let examples: Int
  private let program: DeepLinearProgram

  init(_ widths: [Int], examples: Int) {
    (self.widths, self.examples) = (widths, examples)
    program = DeepLinearProgram(widths)
  }

  /// The same shape is the same family.
  public static func == (a: DeepLinearFamily, b: DeepLinearFamily) -> Bool {
    (a.widths, a.examples) == (b.widths, b.examples)
  }

  /// Of the shape.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(widths)
    hasher.combine(examples)
  }

  private var inputs: Int { widths[0] }
  private var outputs: Int { widths[widths.count - 1] }
  /// Layers of weights L.
  private var layers: Int { widths.count - 1 }

  /// The number of weights.
  public var dimension: Int { program.dimension }
  /// Inputs, targets, decays.
  public var parameterCount: Int { (inputs + outputs) * examples + dimension }
  /// XXᵀ, YXᵀ, decays.
  public var coefficientCount: Int { inputs * inputs + outputs * inputs + dimension }
  /// What products of layers take.
  public var scratchCount: Int { program.slots }
  /// The widths along all products.
  public var chainLength: Int { 2 * widths.reduce(0, +) + 4 * layers + examples + 8 }

  /// XXᵀ, YXᵀ and the decays.
  public func coefficients(_ parameters: [Complex<Double>]) -> [Complex<Double>] {
    let (d, k) = (inputs, outputs)
    var result = [Complex<Double>](repeating: .zero, count: d * d + k * d)
    for m in 0..<examples {
      let x = parameters[(d * m)..<(d * m + d)]
      let y = parameters[(d * examples + k * m)..<(d * examples + k * m + k)]
      for (j, xj) in x.enumerated() {
        for (i, xi) in x.enumerated() { result[i + d * j] += xi * xj }
        for (i, yi) in y.enumerated() { result[d * d + i + k * j] += yi * xj }
      }
    }
    return result + parameters[((d + k) * examples)...]
  }

  /// Moments of order one, decays of order a third.
  public func parameters(fromNormals normals: [Complex<Double>]) -> [Complex<Double>] {
    let (x, y) = (inputs * examples, (inputs + outputs) * examples)
    return normals.enumerated().map { i, z in
      z * Complex(i < x ? 1 / Double(x).squareRoot() : i < y ? 1 / Double(y - x).squareRoot() : 0.3)
    }
  }

  /// Weights whose products are of order one.
  public func point(fromNormals normals: [Complex<Double>]) -> [Complex<Double>] {
    normals.enumerated().map { i, z in
      z / Complex(Double(widths[program.layer(of: i)]).squareRoot())
    }
  }

  /// The decays that make the gradient vanish at given weights.
  public func parameters(
    _ parameters: [Complex<Double>], through point: [Complex<Double>]
  ) -> [Complex<Double>] {
    let data = Array(parameters[..<(parameterCount - dimension)])
    let slope = gradient(
      at: point,
      coefficients: coefficients(data + [Complex<Double>](repeating: .zero, count: dimension)))
    return data + zip(slope, point).map { -$0 / $1 }
  }

  /// As the protocol says.
  public func gradient(
    at point: [Complex<Double>], coefficients: [Complex<Double>]
  ) -> [Complex<Double>] {
    var slope = [PreciseComplex](repeating: .zero, count: dimension)
    var scratch = [PreciseComplex](repeating: .zero, count: scratchCount)
    program.run(
      point.map(PreciseComplex.init), coefficients: coefficients.map(PreciseComplex.init),
      gradient: &slope, hessian: nil, room: &scratch)
    return slope.map(\.rounded)
  }

  /// - Complexity: some n² products for the Hessian.
  public func evaluate(
    _ point: UnsafePointer<EightNumbers>, coefficients: UnsafePointer<EightNumbers>,
    gradient: UnsafeMutablePointer<EightNumbers>, hessian: UnsafeMutablePointer<EightNumbers>?,
    scratch: UnsafeMutablePointer<EightNumbers>
  ) {
    program.run(
      point, coefficients: coefficients, gradient: gradient, hessian: hessian, room: scratch)
  }

  /// Moduli, with -|YXᵀ|, which is taken away.
  public func majorant(of coefficients: [Complex<Double>]) -> [Double] {
    let square = inputs * inputs
    let data = square + outputs * inputs
    return coefficients.enumerated().map { i, z in
      (square..<data).contains(i) ? -z.length : z.length
    }
  }

  /// Signs of units turned, 2^units of them.
  public func images(of point: [Complex<Double>]) -> [[Complex<Double>]] {
    program.units.reduce([point]) { images, unit in
      images
        + images.map { image in
          var turned = image
          for place in unit.places { turned[place] = -turned[place] }
          return turned
        }
    }
  }

  /// The one in which the weights into each unit have a sum, with certain factors, of positive real part. The factors have
  /// a phase, as there are points of real and of imaginary weights.
  public func representative(of point: [Complex<Double>]) -> [Complex<Double>] {
    var point = point
    for unit in program.units {
      let sum = unit.places.prefix(unit.incoming).enumerated().reduce(0.0) {
        let weight = point[$1.element]
        return $0 + (1 + 0.381966 * Double($1.offset)) * (weight.real - 0.618034 * weight.imaginary)
      }
      if sum < 0 { for place in unit.places { point[place] = -point[place] } }
    }
    return point
  }
}
