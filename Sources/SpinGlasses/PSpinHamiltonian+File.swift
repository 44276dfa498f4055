internal import ArrayFiles
internal import LinearAlgebra
internal import OutputFiles
internal import Requirements

extension PSpinHamiltonian {
  /// Writes the couplings to an HDF5 file, one dataset `/couplings/<p>` per degree.
  ///
  /// A dataset is the full symmetrised array of shape N^p, row-major, with a_p and the signal
  /// included, so that H = Σ_p N^{-(p-1)/2} Σ J σ...σ. Attributes of each dataset: seed, sample, n,
  /// p, convention, version; of the file: mixture, which names the weights, and signal, which names
  /// the strengths, where there is one.
  public func writeCouplings(to path: String, seed: UInt64, sample: Int) throws(CouplingsError) {
    let size = Self.fileSize(mixture: mixture, dimension: dimension, signal: signal)
    guard isMemoryAvailable(3 * size) else {
      throw .tooLarge(
        degrees: parts.map(\.tensor.degree), dimension: dimension, bytes: 3 * size, path: path)
    }
    let convention = Mixture.convention + (signal == nil ? "" : "; " + Signal.convention)
    let datasets = parts.map { part in
      let tensor = part.tensor
      return Dataset(
        "/couplings/\(tensor.degree)",
        shape: [Int](repeating: dimension, count: tensor.degree), values: tensor.fullElements,
        attributes: [
          "seed": .unsigned(seed), "sample": .integer(sample), "n": .integer(dimension),
          "p": .integer(tensor.degree), "convention": .text(convention),
          "version": .text(Provenance.version),
        ])
    }
    var attributes: [String: Attribute] = ["mixture": .text(mixture.description)]
    if let signal { attributes["signal"] = .text(signal.description) }
    do {
      try ArrayFile(path).write(datasets, attributes: attributes)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a Hamiltonian from an HDF5 file as ``writeCouplings(to:seed:sample:)`` makes it.
  ///
  /// The arrays must be finite and symmetric (to 1e-12 of their largest entry). Without the
  /// attribute `mixture`, as in files from other tools, the weight of each degree is estimated
  /// from the couplings themselves: a_p² = ΣJ²/C(N+p-1, p), exact on average. With the attribute
  /// `signal` the mixture must be named too, and the degrees of both are those of the datasets.
  public init(readingCouplings path: String) throws(CouplingsError) {
    var tensors: [SymmetricTensor] = []
    var attributes: [String: Attribute] = [:]
    do {
      let file = ArrayFile(path)
      for (degree, entry) in try Self.couplings(in: file) {
        let dataset = try file.read(entry.path)
        guard dataset.shape == entry.shape else {
          throw CouplingsError.shape(dataset.shape, dataset: entry.path, path: path)
        }
        tensors.append(
          try Self.tensor(of: dataset, degree: degree, dimension: entry.shape[0], path: path))
      }
      attributes = try file.attributes()
    } catch let error as ArrayFileError {
      throw .file(error)
    } catch let error as CouplingsError {
      throw error
    } catch {
      fail("unexpected error \(error)")
    }
    let signal = try Self.signal(attribute: attributes["signal"], path: path)
    let mixture = try Self.mixture(
      of: tensors, attribute: attributes["mixture"], beside: signal, path: path)
    self.init(mixture, dimension: tensors[0].dimension, signal: signal, tensors: tensors)
  }

  /// Bytes of the full arrays of a couplings file.
  public static func fileSize(
    mixture: Mixture, dimension: Int, signal: Signal? = nil
  ) -> Double {
    degrees(mixture, signal).reduce(0) { sum, degree in
      sum + (0..<degree).reduce(8.0) { size, _ in size * Double(dimension) }
    }
  }

  /// The datasets `/couplings/<p>` by degree, ascending, once it is clear that they can be used.
  private static func couplings(
    in file: ArrayFile
  ) throws -> [(degree: Int, entry: ArrayFile.Entry)] {
    let path = file.path
    let entries: [ArrayFile.Entry]
    do { entries = try file.entries(in: "/couplings") } catch {
      guard case .noObject = error else { throw error }
      throw CouplingsError.noCouplings(path: path)
    }
    var found: [Int: ArrayFile.Entry] = [:]
    for entry in entries {
      let degree = try degree(of: entry, path: path)
      if let other = found.updateValue(entry, forKey: degree) {
        throw CouplingsError.twoNames(other.path, entry.path, degree: degree, path: path)
      }
    }
    let sorted = found.sorted { $0.key < $1.key }
    guard let n = sorted.first?.value.shape[0] else {
      throw CouplingsError.noCouplings(path: path)
    }
    for (_, entry) in sorted where entry.shape[0] != n {
      throw CouplingsError.shape(entry.shape, dataset: entry.path, path: path)
    }
    let degrees = sorted.map(\.key)
    // Beside the packed arrays one full array at a time is compared with what its symmetry makes of it.
    let bytes =
      memory(degrees: degrees, dimension: n)
      + (sorted.map { 16 * Double($0.value.count) }.max() ?? 0)
    guard isMemoryAvailable(bytes) else {
      throw CouplingsError.tooLarge(degrees: degrees, dimension: n, bytes: bytes, path: path)
    }
    return sorted.map { ($0.key, $0.value) }
  }

  private static func degree(of entry: ArrayFile.Entry, path: String) throws(CouplingsError) -> Int
  {
    guard let degree = Int(entry.path.dropFirst("/couplings/".count)), degree >= 1 else {
      throw .name(entry.path, path: path)
    }
    guard entry.shape.count == degree, entry.shape[0] >= 2,
      entry.shape.allSatisfy({ $0 == entry.shape[0] })
    else { throw .shape(entry.shape, dataset: entry.path, path: path) }
    return degree
  }

  /// The packed tensor of a full array, after checking it.
  private static func tensor(
    of dataset: Dataset, degree: Int, dimension n: Int, path: String
  ) throws(CouplingsError) -> SymmetricTensor {
    let values = dataset.values
    func indices(_ offset: Int) -> [Int] {
      var rest = offset
      return (0..<degree).map { _ in
        defer { rest /= n }
        return rest % n
      }.reversed()
    }
    func offset(_ indices: [Int]) -> Int { indices.reduce(0) { $0 * n + $1 } }
    if let k = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(values[k], at: indices(k), dataset: dataset.path, path: path)
    }
    let tolerance = 1e-12 * values.reduce(0) { max($0, abs($1)) }
    var tensor = SymmetricTensor(degree: degree, dimension: n)
    SymmetricTensor.forEachEntry(degree: degree, dimension: n) { position, indices, _ in
      tensor.elements[position] = values[offset(indices)]
    }
    let twins = tensor.fullElements
    if let k = values.indices.first(where: { abs(values[$0] - twins[$0]) > tolerance }) {
      throw .notSymmetric(values[k], twins[k], at: indices(k), dataset: dataset.path, path: path)
    }
    return tensor
  }

  private static func signal(
    attribute: Attribute?, path: String
  ) throws(CouplingsError) -> Signal? {
    guard let attribute else { return nil }
    guard case .text(let text) = attribute else { throw .signal("\(attribute)", path: path) }
    guard let signal = try? Signal(parsing: text) else { throw .signal(text, path: path) }
    return signal
  }

  private static func mixture(
    of tensors: [SymmetricTensor], attribute: Attribute?, beside signal: Signal?, path: String
  ) throws(CouplingsError) -> Mixture {
    if case .text(let text)? = attribute {
      guard let mixture = try? Mixture(parsing: text) else { throw .mixture(text, path: path) }
      let given = tensors.map(\.degree)
      guard given == degrees(mixture, signal) else {
        guard let signal else { throw .mixture(text, path: path) }
        throw .degrees(given, mixture: mixture, signal: signal, path: path)
      }
      return mixture
    }
    // The signal is a part of the couplings: the weights cannot be told from them.
    guard signal == nil else { throw .mixture("absent, though there is a signal", path: path) }
    var weights: [Int: Double] = [:]
    for tensor in tensors {
      var square = 0.0
      SymmetricTensor.forEachEntry(degree: tensor.degree, dimension: tensor.dimension) {
        square += $2 * tensor.elements[$0] * tensor.elements[$0]
      }
      weights[tensor.degree] = square / Double(tensor.elements.count)
    }
    guard let mixture = try? Mixture(weights) else {
      throw .mixture("absent, couplings zero", path: path)
    }
    return mixture
  }
}
