internal import CArrayReader
internal import Requirements

// A file that somebody else made may be damaged or hostile: the HDF5 library reads it in a process of its own, see
// `CArrayReader.h`. Only the file itself is read, no other one that it names.
//
// Cost: about a millisecond a call, and a copy of the elements.
extension ArrayFile {
  /// Name and size of a dataset, known without reading it.
  public struct Entry: Sendable, Hashable {
    /// Absolute path inside the file.
    public let path: String
    /// Extents, the slowest index first.
    public let shape: [Int]
    /// Number of elements.
    package var count: Int { shape.reduce(1, *) }
    /// What they are in the file.
    package let elements: Elements
  }

  /// The numeric datasets in a group and the groups inside it, in alphabetical order.
  ///
  /// Cheap: no array is read. Links within the file are followed, but for those back to a group that is being listed;
  /// a dataset with several names is listed under each.
  ///
  /// - Throws: ``ArrayFileError``; also if a link leads nowhere or to another file, if elements are kept in other
  ///   files, and beyond 10000 names or 64 groups inside one another.
  public func entries(in group: String = "/") throws(ArrayFileError) -> [Entry] {
    var result: [Entry] = []
    for dataset in try list(ARRAY_LIST, group) {
      guard case .numbers = dataset.elements else { continue }
      result.append(try entry(dataset))
    }
    return result
  }

  /// The dataset of a path, or every dataset in the group of that path, of numbers or not.
  package func datasets(at object: String) throws(ArrayFileError) -> [Entry] {
    var result: [Entry] = []
    for dataset in try list(ARRAY_FIND, object) { result.append(try entry(dataset)) }
    return result
  }

  /// The extents of a dataset, without reading it.
  ///
  /// - Throws: ``ArrayFileError`` if there is no such dataset or the file is damaged.
  public func shape(of dataset: String) throws(ArrayFileError) -> [Int] {
    try withDataset(dataset) { _, shape in shape }
  }

  /// Reads a dataset with its attributes. Other types of numbers are converted to double precision.
  ///
  /// - Parameters:
  ///   - dataset: its path in the file, such as `/couplings/3`.
  ///   - rank: the number of indices it must have, if given.
  /// - Throws: ``ArrayFileError``; before memory is taken, if the elements do not fit or are not in the file. A dataset
  ///   in chunks may have 64 MB that are not stored, a compressed one 1032 times what is.
  public func read(_ dataset: String, rank: Int? = nil) throws(ArrayFileError) -> Dataset {
    try withDataset(dataset) { reader, shape throws(ArrayFileError) in
      if let rank, rank != shape.count {
        throw .wrongRank(dataset, path: path, shape: shape, expected: rank)
      }
      var attributes: [String: Attribute] = [:]
      while case .attribute(let name, let value) = try reader.next() { attributes[name] = value }
      let count = shape.reduce(1, *)
      guard isMemoryAvailable(8 * Double(count)) else {
        throw .tooLarge(dataset, path: path, shape: shape)
      }
      return Dataset(
        absolute(dataset), shape: shape, values: try reader.values(count: count),
        attributes: attributes)
    }
  }

  /// Reads every dataset that ``entries(in:)`` lists.
  ///
  /// - Throws: ``ArrayFileError`` as ``read(_:rank:)``, of the first that cannot be read.
  public func readAll(in group: String = "/") throws(ArrayFileError) -> [Dataset] {
    var result: [Dataset] = []
    for entry in try entries(in: group) { result.append(try read(entry.path)) }
    return result
  }

  /// The attributes of a group or dataset; those of the file belong to the group `/`.
  ///
  /// - Throws: ``ArrayFileError`` if there is no such object or the file is damaged.
  public func attributes(of object: String = "/") throws(ArrayFileError) -> [String: Attribute] {
    try ask(ARRAY_ATTRIBUTES, about: object) { reader throws(ArrayFileError) in
      var result: [String: Attribute] = [:]
      while case .attribute(let name, let value) = try reader.next() { result[name] = value }
      return result
    }
  }
}

extension ArrayFile {
  private func ask<Value>(
    _ question: Int, about object: String,
    _ body: (ReaderProcess) throws(ArrayFileError) -> Value
  ) throws(ArrayFileError) -> Value {
    try HDF5.run { () throws(ArrayFileError) in
      try body(try ReaderProcess(path, question: question, about: object))
    }
  }

  private typealias Listed = (path: String, elements: Elements, extents: [UInt64])

  /// The datasets that a question is answered with.
  private func list(_ question: Int, _ object: String) throws(ArrayFileError) -> [Listed] {
    try ask(question, about: object) { reader throws(ArrayFileError) in
      var result: [Listed] = []
      while case .dataset(let name, let elements, let extents) = try reader.next() {
        result.append((absolute(name), elements, extents))
      }
      return result
    }
  }

  private func entry(_ dataset: Listed) throws(ArrayFileError) -> Entry {
    Entry(
      path: dataset.path, shape: try shape(dataset.extents, of: dataset.path),
      elements: dataset.elements)
  }

  /// Opens a dataset of numbers.
  private func withDataset<Value>(
    _ name: String,
    _ body: (ReaderProcess, _ shape: [Int]) throws(ArrayFileError) -> Value
  ) throws(ArrayFileError) -> Value {
    do {
      return try ask(ARRAY_READ, about: name) { reader throws(ArrayFileError) in
        guard case .dataset(_, let elements, let extents) = try reader.next() else {
          throw .noObject(name, path: path)
        }
        if case .other(let words) = elements {
          throw .notNumeric(name, path: path, holds: words)
        }
        return try body(reader, try shape(extents, of: name))
      }
    } catch {
      guard case .noObject = error else { throw error }
      throw .noDataset(name, path: path, available: try list(ARRAY_LIST, "/").map(\.path))
    }
  }

  /// Extents whose product is a number of elements.
  private func shape(_ extents: [UInt64], of name: String) throws(ArrayFileError) -> [Int] {
    let shape = extents.map { Int(clamping: $0) }
    if shape.contains(0) { return shape }
    var count = 1
    for extent in shape {
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: extent)
      if isTooLarge { throw .tooLarge(name, path: path, shape: shape) }
      count = product
    }
    return shape
  }
}
