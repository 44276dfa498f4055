public import Landscapes
public import LinearAlgebra
public import Requirements

/// The loss of a network without nonlinearities, a polynomial of degree 2L in the weights of L layers, as a landscape all of
/// whose critical points can be enumerated:
///
///     ½ Σ_m |W_L ... W_1 x_m - y_m|² + ½ Σ_i λ_i w_i².
///
/// Examples may have weights. Every weight needs a decay λ_i > 0, so that the loss goes to infinity with it; if decays of a
/// layer are equal critical points are not isolated but fill orbits of rotations, and no enumeration is complete.
///
/// Reference: Mehta, Chen, Tang and Hauenstein, IEEE Trans. Pattern Anal. Mach. Intell. 44, 5664 (2022), arXiv:1810.07716.
public struct DeepLinearNetwork: CoercivePolynomial, SymmetricLandscape {
  /// The network as any other.
  public let network: Perceptron

  /// A network of some widths, inputs and outputs among them.
  ///
  /// - Parameters:
  ///   - widths: of the layers, from the inputs to the outputs.
  ///   - data: examples; their loss is added up with their weights.
  ///   - decay: a number > 0 for each weight, laid out as ``Architecture`` says.
  /// - Throws: ``/Requirements/ParameterError`` if widths, examples or decays do not fit each other.
  public init(
    _ widths: [Int], data: TrainingSet, decay: [Double]
  ) throws(ParameterError) {
    for value in decay { try ParameterError.requirePositive("decay", value) }
    network = try Perceptron(
      Architecture(widths, hasBiases: false), activation: .linear, data: data, decay: decay)
  }

  /// R^n, n the number of weights.
  public var domain: EuclideanSpace { network.domain }
  /// Signs of units, and units whose decays are equal.
  public var symmetries: UnitSymmetries { network.symmetries }

  /// As ``Perceptron`` with linear units.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    network.evaluate(points, into: &jets)
  }

  /// With each choice of hidden units, at least one of each layer, those networks in which the other units have no weight.
  ///
  /// - Complexity: Π_l (2^n_l - 1) of them.
  public var strata: [FamilyStratum<DeepLinearFamily>] {
    let units = scales
    let widths = network.architecture.widths
    let (inputs, targets) = (network.data.inputs, network.data.targets)
    let roots = network.data.weights.map { $0.squareRoot() }
    let examples = (0..<inputs.columns).flatMap { m in
      inputs.column(m).map { roots[m] * $0 / units.input }
    }
    let answers = (0..<targets.columns).flatMap { m in
      targets.column(m).map { roots[m] * $0 / units.target }
    }
    var choices = [[Array(0..<widths[0])]]
    for width in widths.dropFirst().dropLast() {
      let some = (1..<(1 << width)).map { bits in (0..<width).filter { bits >> $0 & 1 == 1 } }
      choices = choices.flatMap { choice in some.map { choice + [$0] } }
    }
    var families: [[Int]: DeepLinearFamily] = [:]
    return choices.map { choice in
      let layers = choice + [Array(0..<widths[widths.count - 1])]
      let places = zip(layers, layers.dropFirst()).enumerated().flatMap { l, ends in
        ends.0.flatMap { from in
          ends.1.map { network.architecture.parameter(layer: l, from: from, to: $0) }
        }
      }
      let shape = layers.map(\.count)
      let family = families[shape] ?? DeepLinearFamily(shape, examples: inputs.columns)
      families[shape] = family
      let decays = places.map { place in
        network.decay[place] * units.coordinates[place] * units.coordinates[place] / units.value
      }
      return FamilyStratum(family, parameters: examples + answers + decays, places: places)
    }
  }

  /// Such that moments are of order one and the decays of all layers alike.
  public var units: (coordinates: [Double], value: Double) {
    let units = scales
    return (units.coordinates, units.value)
  }

  /// Powers of two that inputs, targets, weights and the loss are multiples of.
  private var scales: (input: Double, target: Double, coordinates: [Double], value: Double) {
    func size(_ matrix: Matrix<Double>) -> Double {
      let sizes = (0..<matrix.columns).map {
        norm(matrix.column($0)) * network.data.weights[$0].squareRoot()
      }
      return norm(sizes)
    }
    let input = Self.power(size(network.data.inputs))
    let target = Self.power(size(network.data.targets))
    // The product of all layers, times the inputs' size, is of the targets' size.
    let architecture = network.architecture
    let layers = architecture.widths.count - 1
    let means = (0..<layers).map { l in
      let range = architecture.parameters(ofLayer: l)
      return Self.exponent(network.decay[range].reduce(0) { $0 + $1 / Double(range.count) })
    }
    let total = Self.exponent(target) - Self.exponent(input)
    let exponents = means.map { own in
      ((total - (means.map { own - $0 }.reduce(0, +)) / 2) / Double(layers)).rounded()
    }
    let coordinates = exponents.enumerated().flatMap { l, exponent in
      [Double](
        repeating: Double(sign: .plus, exponent: Int(exponent), significand: 1),
        count: architecture.parameters(ofLayer: l).count)
    }
    let product = exponents.reduce(0, +)
    let answer = Double(sign: .plus, exponent: Int(product), significand: 1) * input
    return (input, answer, coordinates, answer * answer)
  }

  private static func exponent(_ x: Double) -> Double {
    x > 0 && x.isFinite ? Double(x.exponent) : 0
  }

  private static func power(_ x: Double) -> Double {
    Double(sign: .plus, exponent: Int(exponent(x)), significand: 1)
  }
}
