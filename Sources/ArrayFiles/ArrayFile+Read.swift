internal import CHDF5
import Foundation

extension ArrayFile {
  /// Name and size of a dataset, known without reading it.
  public struct Entry: Sendable, Hashable {
    /// Absolute path inside the file.
    public let path: String
    /// Extents, the slowest index first.
    public let shape: [Int]
    /// Number of elements.
    public var count: Int { shape.reduce(1, *) }
  }

  /// The numeric datasets in a group and the groups inside it, in alphabetical order.
  ///
  /// Cheap: no array is read. A dataset with several names is listed once; soft links are not
  /// followed.
  public func entries(in group: String = "/") throws(ArrayFileError) -> [Entry] {
    try open { file throws(ArrayFileError) in try entries(in: group, of: file) }
  }

  /// The extents of a dataset, without reading it.
  public func shape(of dataset: String) throws(ArrayFileError) -> [Int] {
    try open { file throws(ArrayFileError) in
      try withDataset(dataset, in: file) { _, shape in shape }
    }
  }

  /// Reads a dataset with its attributes. Other types of numbers are converted to double precision.
  ///
  /// - Parameter rank: the number of indices it must have, if given.
  public func read(_ dataset: String, rank: Int? = nil) throws(ArrayFileError) -> Dataset {
    try open { file throws(ArrayFileError) in try read(dataset, rank: rank, of: file) }
  }

  /// Reads every dataset that ``entries(in:)`` lists.
  public func readAll(in group: String = "/") throws(ArrayFileError) -> [Dataset] {
    try open { file throws(ArrayFileError) in
      var result: [Dataset] = []
      for entry in try entries(in: group, of: file) {
        result.append(try read(entry.path, rank: nil, of: file))
      }
      return result
    }
  }

  /// The attributes of a group or dataset; those of the file belong to the group `/`.
  ///
  /// Attributes that are neither numbers, arrays of numbers nor text are left out.
  public func attributes(of object: String = "/") throws(ArrayFileError) -> [String: Attribute] {
    try open { file throws(ArrayFileError) in
      let id = H5Oopen(file.id, object, chdf5_default())
      guard id >= 0 else { throw .noObject(object, path: path) }
      return try reading(object) { () throws(HDF5Failure) in
        try Attribute.all(of: try Handle(id, H5Oclose))
      }
    }
  }
}

extension ArrayFile {
  private func open<Value>(
    _ body: (borrowing Handle) throws(ArrayFileError) -> Value
  ) throws(ArrayFileError) -> Value {
    try HDF5.run { () throws(ArrayFileError) in
      guard !path.contains("\0") else { throw .cannotOpen(path: path, reason: "not a path") }
      let descriptor = Foundation.open(path, O_RDONLY)
      guard descriptor >= 0 else {
        throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
      }
      close(descriptor)
      guard chdf5_is_hdf5(path) > 0 else {
        throw .cannotOpen(path: path, reason: "not an HDF5 file")
      }
      let file: Handle
      do throws(HDF5Failure) {
        file = try Handle(H5Fopen(path, chdf5_read_only(), chdf5_default()), H5Fclose)
      } catch {
        throw .cannotOpen(path: path, reason: error.reason)
      }
      return try body(file)
    }
  }

  /// Turns a failure of HDF5 into an error that names the object.
  private func reading<Value: ~Copyable>(
    _ object: String, _ body: () throws(HDF5Failure) -> Value
  ) throws(ArrayFileError) -> Value {
    do { return try body() } catch {
      throw .cannotRead(object, path: path, reason: error.reason)
    }
  }

  private func entries(
    in group: String, of file: borrowing Handle
  ) throws(ArrayFileError) -> [Entry] {
    var result: [Entry] = []
    for path in try paths(in: group, of: file) {
      do {
        let shape = try withDataset(path, in: file) { _, shape in shape }
        result.append(Entry(path: path, shape: shape))
      } catch {
        guard case .notNumeric = error else { throw error }
      }
    }
    return result
  }

  /// Absolute paths of all datasets, numeric or not.
  private func paths(
    in group: String, of file: borrowing Handle
  ) throws(ArrayFileError) -> [String] {
    let id = H5Gopen2(file.id, group, chdf5_default())
    guard id >= 0 else { throw .noObject(group, path: path) }
    var names: [String] = []
    try reading(group) { () throws(HDF5Failure) in
      let group = try Handle(id, H5Gclose)
      let status = withUnsafeMutablePointer(to: &names) {
        chdf5_visit_datasets(
          group.id,
          { name, names in
            names!.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name!))
          }, $0)
      }
      try HDF5.check(status)
    }
    return names.map { absolute(group + "/" + $0) }
  }

  private func read(
    _ name: String, rank: Int?, of file: borrowing Handle
  ) throws(ArrayFileError) -> Dataset {
    try withDataset(name, in: file) { dataset, shape throws(ArrayFileError) in
      if let rank, rank != shape.count {
        throw .wrongRank(name, path: path, shape: shape, expected: rank)
      }
      return try reading(name) { () throws(HDF5Failure) in
        var status: herr_t = 0
        let count = shape.reduce(1, *)
        let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
          let all = chdf5_all()
          if count > 0 {
            status = H5Dread(
              dataset.id, chdf5_native_double(), all, all, chdf5_default(), buffer.baseAddress)
          }
          initialized = status < 0 ? 0 : count
        }
        try HDF5.check(status)
        let attributes = try Attribute.all(of: dataset)
        return Dataset(absolute(name), shape: shape, values: values, attributes: attributes)
      }
    }
  }

  /// Opens a dataset of numbers.
  private func withDataset<Value>(
    _ name: String, in file: borrowing Handle,
    _ body: (borrowing Handle, _ shape: [Int]) throws(ArrayFileError) -> Value
  ) throws(ArrayFileError) -> Value {
    let id = name.contains("\0") ? -1 : H5Dopen2(file.id, name, chdf5_default())
    guard id >= 0 else {
      throw .noDataset(name, path: path, available: try paths(in: "/", of: file))
    }
    let dataset = try reading(name) { () throws(HDF5Failure) in try Handle(id, H5Dclose) }
    let shape = try reading(name) { () throws(HDF5Failure) in
      let type = try Handle(H5Dget_type(id), H5Tclose)
      let space = try Handle(H5Dget_space(id), H5Sclose)
      let numeric = [H5T_INTEGER, H5T_FLOAT].contains(H5Tget_class(type.id))
      return numeric ? try HDF5.shape(space) : nil
    }
    guard let shape else { throw .notNumeric(name, path: path) }
    return try body(dataset, shape)
  }
}

/// A path inside a file with one slash before each name.
private func absolute(_ path: String) -> String {
  path.split(separator: "/").map { "/" + $0 }.joined()
}
