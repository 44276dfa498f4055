import ArrayFiles
package import CHDF5

/// Files as other programs can make them, legitimate or not, with HDF5 itself.
package struct ForeignFile {
  package let id: hid_t
  static let standard = chdf5_default()

  /// Makes a file.
  package static func make(_ path: String, _ fill: (ForeignFile) -> Void) {
    HDF5.run {
      // A lock would outlive the file in what other tests fork meanwhile.
      let access = H5Pcreate(chdf5_file_access_class())
      H5Pset_file_locking(access, false, true)
      let id = H5Fcreate(path, chdf5_truncate(), standard, access)
      fill(ForeignFile(id: id))
      H5Fclose(id)
      H5Pclose(access)
    }
  }

  package func group(_ path: String) {
    let links = H5Pcreate(chdf5_link_create_class())
    H5Pset_create_intermediate_group(links, 1)
    H5Gclose(H5Gcreate2(id, path, links, Self.standard, Self.standard))
    H5Pclose(links)
  }

  /// A dataset of doubles; `prepare` sets how it is stored, `values` are written if there are any.
  package func dataset(
    _ path: String, _ shape: [UInt64], _ values: [Double] = [],
    _ prepare: (hid_t) -> Void = { _ in }
  ) {
    dataset(path, shape, of: StoredType.double, values, prepare)
  }

  /// A dataset of numbers of another type, into which HDF5 converts the values.
  package func dataset(
    _ path: String, _ shape: [UInt64], of type: hid_t, _ values: [Double],
    _ prepare: (hid_t) -> Void = { _ in }
  ) {
    make(path, shape, type, prepare) { dataset in
      if values.isEmpty { return }
      H5Dwrite(dataset, StoredType.double, chdf5_all(), chdf5_all(), Self.standard, values)
    }
  }

  /// A dataset of any type, of elements as they are in memory.
  package func dataset<Element: BitwiseCopyable>(
    _ path: String, _ shape: [UInt64], of type: hid_t, as values: [Element]
  ) {
    make(path, shape, type, { _ in }) { dataset in
      H5Dwrite(dataset, type, chdf5_all(), chdf5_all(), Self.standard, values)
    }
  }

  /// A dataset that holds nothing.
  package func emptyDataset(_ path: String) {
    make(path, nil, StoredType.double, { _ in }) { _ in }
  }

  private func make(
    _ path: String, _ shape: [UInt64]?, _ type: hid_t, _ prepare: (hid_t) -> Void,
    _ write: (hid_t) -> Void
  ) {
    let links = H5Pcreate(chdf5_link_create_class())
    H5Pset_create_intermediate_group(links, 1)
    let creation = H5Pcreate(chdf5_dataset_create_class())
    prepare(creation)
    // What is stored in chunks may grow, as other tools often have it.
    let limits = shape.flatMap { shape in
      H5Pget_layout(creation) == H5D_CHUNKED ? shape.map { _ in UInt64.max } : nil
    }
    let space = Self.space(shape, limits: limits)
    let dataset = H5Dcreate2(id, path, type, space, links, creation, Self.standard)
    write(dataset)
    for handle in [links, creation] { H5Pclose(handle) }
    H5Sclose(space)
    H5Dclose(dataset)
  }

  /// Of a single element for an empty shape, of none for no shape.
  static func space(_ shape: [UInt64]?, limits: [UInt64]? = nil) -> hid_t {
    guard let shape else { return H5Screate(H5S_NULL) }
    return shape.isEmpty
      ? H5Screate(H5S_SCALAR) : H5Screate_simple(Int32(shape.count), shape, limits)
  }

  package func soft(_ path: String, to target: String) {
    H5Lcreate_soft(target, id, path, Self.standard, Self.standard)
  }

  package func hard(_ path: String, to target: String) {
    H5Lcreate_hard(id, target, id, path, Self.standard, Self.standard)
  }

  package func external(_ path: String, to target: String, in file: String) {
    H5Lcreate_external(file, target, id, path, Self.standard, Self.standard)
  }

  /// An attribute of the root group of the given shape, all zeros if it is small.
  package func attribute(_ name: String, _ shape: [UInt64]) {
    attribute(name, shape, of: StoredType.double, as: [Double]())
  }

  /// An attribute of the root group, of elements as they are in memory, or that holds nothing.
  package func attribute<Element: BitwiseCopyable>(
    _ name: String, _ shape: [UInt64]?, of type: hid_t, as values: [Element]
  ) {
    let space = Self.space(shape)
    let attribute = H5Acreate2(id, name, type, space, Self.standard, Self.standard)
    if !values.isEmpty { H5Awrite(attribute, type, values) }
    H5Aclose(attribute)
    H5Sclose(space)
  }
}
