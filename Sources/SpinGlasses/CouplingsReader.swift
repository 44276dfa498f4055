internal import ArrayFiles
internal import LinearAlgebra
internal import Requirements

/// The arrays of couplings at a place in a file: one dataset, whose number of axes is its degree, or a group of
/// datasets named by their degrees.
struct CouplingsReader {
  /// A dataset whose name, shape and type are as they must be.
  private struct Source {
    let degree: Int
    let dimension: Int
    let epsilon: Double
    let entry: ArrayFile.Entry
  }

  private let file: ArrayFile
  private let place: String

  init(_ file: ArrayFile, at place: String) {
    self.file = file
    self.place = place
  }

  /// The tensors, ascending in degree, at least one; a signal is contained in them.
  func tensors() throws(CouplingsError) -> [SymmetricTensor] {
    var tensors: [SymmetricTensor] = []
    for source in try sources() {
      let dataset: Dataset
      do { dataset = try file.read(source.entry.path) } catch { throw .file(error) }
      // Another program may have written to the file.
      guard dataset.shape == source.entry.shape else {
        throw .shape(dataset.shape, dataset: dataset.path, path: file.path)
      }
      tensors.append(try tensor(of: dataset, source))
    }
    return tensors
  }

  /// The datasets by degree, ascending, once it is clear that they can be used.
  private func sources() throws(CouplingsError) -> [Source] {
    let entries: [ArrayFile.Entry]
    do { entries = try file.datasets(at: place) } catch {
      guard case .noObject = error, place == "/couplings" else { throw .file(error) }
      throw noCouplings
    }
    var found: [Int: Source] = [:]
    for entry in entries {
      let source = try source(entry)
      if let other = found.updateValue(source, forKey: source.degree) {
        throw .twoNames(other.entry.path, entry.path, degree: source.degree, path: file.path)
      }
    }
    let sources = found.values.sorted { $0.degree < $1.degree }
    guard let n = sources.first?.dimension else { throw noCouplings }
    for source in sources where source.dimension != n {
      throw .shape(source.entry.shape, dataset: source.entry.path, path: file.path)
    }
    let degrees = sources.map(\.degree)
    // Beside the packed arrays: of one array at a time the entries, their places, and what they differ by.
    let bytes =
      PSpinHamiltonian.memory(degrees: degrees, dimension: n)
      + (sources.map { 24 * Double($0.entry.count) }.max() ?? 0)
    guard isMemoryAvailable(bytes) else {
      throw .tooLarge(degrees: degrees, dimension: n, bytes: bytes, path: file.path)
    }
    return sources
  }

  private var noCouplings: CouplingsError {
    .noCouplings(at: Self.names(place).map { "/" + $0 }.joined(), path: file.path)
  }

  private func source(_ entry: ArrayFile.Entry) throws(CouplingsError) -> Source {
    let name = Self.names(entry.path).dropFirst(Self.names(place).count)
    var (degree, shape) = (entry.shape.count, entry.shape)
    if !name.isEmpty {
      guard name.count == 1, let named = Int(name[name.startIndex]), named >= 1 else {
        throw .name(entry.path, path: file.path)
      }
      degree = named
      // Some tools have no vectors, but rows and columns.
      if degree == 1, shape.count == 2, shape.contains(1) {
        shape.remove(at: shape[0] == 1 ? 0 : 1)
      }
    }
    let epsilon: Double
    switch entry.elements {
    case .numbers(let spacing): epsilon = spacing
    case .other(let words):
      throw .file(.notNumeric(entry.path, path: file.path, holds: words))
    }
    guard shape.count == degree, let n = shape.first, n >= 2, shape.allSatisfy({ $0 == n }) else {
      throw .shape(entry.shape, dataset: entry.path, path: file.path)
    }
    return Source(degree: degree, dimension: n, epsilon: epsilon, entry: entry)
  }

  /// The names in a path; a slash before a combining mark is one too.
  private static func names(_ path: String) -> [String] {
    path.unicodeScalars.split(separator: "/").map { String($0) }
  }

  /// How much of the largest entry two entries may differ by whose indices are the same but for order.
  ///
  /// A mean of p! numbers is off by at most p!·ε/2 of the largest of them, and two in other orders differ by
  /// at most twice that. Arrays without symmetry differ by far more than 0.01, where p!·ε is more.
  private static func tolerance(degree: Int, epsilon: Double) -> Double {
    let orderings = (1...degree).reduce(1.0) { $0 * Double($1) }
    return max(1e-12, min(orderings * epsilon, 0.01))
  }

  /// The mean of a full array over the orderings of its indices, which has the same energies.
  private func tensor(
    of dataset: Dataset, _ source: Source
  ) throws(CouplingsError) -> SymmetricTensor {
    let (values, degree, n) = (dataset.values, source.degree, source.dimension)
    func indices(_ offset: Int) -> [Int] {
      var rest = offset
      return (0..<degree).map { _ in
        defer { rest /= n }
        return rest % n
      }.reversed()
    }
    func offset(_ indices: [Int]) -> Int { indices.reduce(0) { $0 * n + $1 } }
    if let k = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(values[k], at: indices(k), dataset: dataset.path, path: file.path)
    }
    var tensor = SymmetricTensor(degree: degree, dimension: n)
    SymmetricTensor.forEachEntry(degree: degree, dimension: n) { position, indices, _ in
      tensor.elements[position] = values[offset(indices)]
    }
    let places = SymmetricTensor(
      degree: degree, dimension: n, elements: tensor.elements.indices.map(Double.init)
    ).fullElements
    let tolerance =
      Self.tolerance(degree: degree, epsilon: source.epsilon)
      * values.reduce(0) { max($0, abs($1)) }
    var differences = [Double](repeating: 0, count: tensor.elements.count)
    for k in values.indices {
      let twin = tensor.elements[Int(places[k])]
      guard abs(values[k] - twin) <= tolerance else {
        throw .notSymmetric(values[k], twin, at: indices(k), dataset: dataset.path, path: file.path)
      }
      differences[Int(places[k])] += values[k] - twin
    }
    SymmetricTensor.forEachEntry(degree: degree, dimension: n) { position, _, orderings in
      tensor.elements[position] += differences[position] / orderings
    }
    return tensor
  }
}
