internal import ArrayFiles
internal import LinearAlgebra
internal import Models
internal import Requirements

extension PSpinHamiltonian {
  /// Reads a Hamiltonian from an HDF5 file, of ``writeCouplings(to:)`` or of other tools.
  ///
  ///     H(σ) = Σ_p N^{-(p-1)/2} Σ J⁽ᵖ⁾_{i₁...i_p} σ_{i₁}...σ_{i_p}
  ///
  /// **Arrays** J⁽ᵖ⁾ have shape N^p with N at least 2, the same in all, and a_p and a signal included;
  /// of degree 1 in a group also N×1 or 1×N. Their elements are integers or floating-point numbers of
  /// any width and byte order, finite, and symmetric to p!·ε of the largest entry, ε being that of the
  /// type in the file (2⁻²³ for 32 bits): what rounding leaves of a mean over all orderings of the
  /// indices; between 1e-12 and 0.01 where p!·ε is not. What is left of asymmetry is averaged.
  ///
  /// **Attributes** of the file (of its root group), each one text, as a scalar or as an array of one:
  /// `mixture` names the weights a_p² as ``/Models/Mixture/init(parsing:)`` reads them, `signal` the strengths
  /// as ``/Models/Signal/init(parsing:)`` does. The degrees of both together are those of the arrays. Without
  /// `mixture` there must be no `signal`, and each weight is estimated from the couplings themselves:
  /// a_p² = ΣJ²/C(N+p-1, p), exact on average.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - place: where in the file the arrays are: one dataset, whose number of axes is p, or a group of
  ///     datasets named by p, such as `/couplings/3`. Links within the file are followed.
  /// - Throws: ``CouplingsError`` if anything is not so, also if an estimated weight is zero or no
  ///   normal double.
  /// - Complexity: of the order of the elements of the arrays; 24 bytes for each of the largest array
  ///   beside the Hamiltonian.
  public init(
    readingCouplings path: String, at place: String = "/couplings"
  ) throws(CouplingsError) {
    let file = ArrayFile(path)
    let tensors = try CouplingsReader(file, at: place).tensors()
    let attributes: [String: Attribute]
    do { attributes = try file.attributes() } catch { throw .file(error) }
    let signal = try Self.signal(attributes, path: path)
    let mixture: Mixture
    if let named = try Self.mixture(attributes, of: tensors, beside: signal, path: path) {
      mixture = named
    } else {
      mixture = try Self.estimatedMixture(of: tensors, path: path)
    }
    self.init(mixture, dimension: tensors[0].dimension, signal: signal, tensors: tensors)
  }

  /// The text of an attribute, if it is there.
  private static func text(
    _ name: String, _ attributes: [String: Attribute], path: String
  ) throws(CouplingsError) -> String? {
    guard let attribute = attributes[name] else { return nil }
    var text: String
    switch attribute {
    case .text(let one): text = one
    case .texts(let texts) where texts.count == 1: text = texts[0]
    default: throw .attribute(name, attribute, path: path)
    }
    // Tables of characters have rows of equal length.
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }

  private static func signal(
    _ attributes: [String: Attribute], path: String
  ) throws(CouplingsError) -> Signal? {
    guard let text = try text("signal", attributes, path: path) else { return nil }
    guard let signal = try? Signal(parsing: text) else { throw .signal(text, path: path) }
    return signal
  }

  private static func mixture(
    _ attributes: [String: Attribute], of tensors: [SymmetricTensor], beside signal: Signal?,
    path: String
  ) throws(CouplingsError) -> Mixture? {
    guard let text = try text("mixture", attributes, path: path) else {
      // The signal is a part of the couplings: the weights cannot be told from them.
      guard signal == nil else { throw .mixture("absent, though there is a signal", path: path) }
      return nil
    }
    guard let mixture = try? Mixture(parsing: text) else { throw .mixture(text, path: path) }
    let given = tensors.map(\.degree)
    guard given == degrees(mixture, signal) else {
      throw .degrees(given, mixture: mixture, signal: signal, path: path)
    }
    return mixture
  }

  private static func estimatedMixture(
    of tensors: [SymmetricTensor], path: String
  ) throws(CouplingsError) -> Mixture {
    var weights: [Int: Double] = [:]
    for tensor in tensors {
      let largest = tensor.elements.reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { throw .weight(0, degree: tensor.degree, path: path) }
      // Divided by a power of two, squares neither overflow nor lose digits.
      let scale = largest.binade
      var square = 0.0
      SymmetricTensor.forEachEntry(degree: tensor.degree, dimension: tensor.dimension) {
        let element = tensor.elements[$0] / scale
        square += $2 * element * element
      }
      let weight = square / Double(tensor.elements.count) * scale * scale
      guard weight.isNormal else { throw .weight(largest, degree: tensor.degree, path: path) }
      weights[tensor.degree] = weight
    }
    do { return try Mixture(weights) } catch { fail("unexpected error \(error)") }
  }
}
