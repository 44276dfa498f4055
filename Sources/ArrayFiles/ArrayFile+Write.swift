internal import CHDF5
internal import Foundation
internal import OutputFiles
internal import Requirements

extension ArrayFile {
  /// Writes datasets and attributes of the root group, replacing the file.
  ///
  /// The file is written beside its place and renamed, so that it is either complete or not there;
  /// its folder is created if need be. The same content gives the same bytes with the same version
  /// of HDF5: no times are stored.
  ///
  /// - Throws: ``ArrayFileError/file(_:)`` or ``ArrayFileError/cannotWrite(path:reason:)``, for
  ///   example if the disk is full, or two datasets have the same path; then no temporary is left
  ///   and an older file stays as it is.
  public func write(
    _ datasets: [Dataset], attributes: [String: Attribute] = [:]
  ) throws(ArrayFileError) {
    do {
      try HDF5.run {
        try withImage(of: datasets, attributes) { try OutputFile(path).write($0) }
      }
    } catch let error as FileError {
      throw .file(error)
    } catch let error as HDF5Failure {
      throw .cannotWrite(path: path, reason: error.reason)
    } catch {
      fail("unexpected error \(error)")
    }
  }

  /// The bytes of the file, made in memory: HDF5 ends the process with a crash, after its work, if it cannot close a
  /// file because the disk is full.
  private func withImage(
    of datasets: [Dataset], _ attributes: [String: Attribute],
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let bytes = datasets.reduce(0.0) { $0 + 8 * Double($1.values.count) }
    guard isMemoryAvailable(2.1 * bytes + 16e6) else {
      throw HDF5Failure(reason: "it does not fit the memory of this process")
    }
    let access = try Handle(H5Pcreate(chdf5_file_access_class()), H5Pclose)
    try HDF5.check(H5Pset_fapl_core(access.id, 1 << 20, false))
    let creation = try Self.untimed(chdf5_file_create_class())
    let file = try Handle(
      H5Fcreate("image", chdf5_truncate(), creation.id, access.id), H5Fclose)
    for (name, attribute) in attributes.sorted(by: { $0.key < $1.key }) {
      try attribute.write(name, to: file)
    }
    for dataset in datasets { try Self.write(dataset, to: file) }
    try HDF5.check(H5Fflush(file.id, H5F_SCOPE_GLOBAL))
    let size = H5Fget_file_image(file.id, nil, 0)
    guard size > 0 else { throw HDF5.failure() }
    // A copy, in which the file is not marked as open.
    let image = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
    defer { image.deallocate() }
    guard H5Fget_file_image(file.id, image.baseAddress, size) == size else { throw HDF5.failure() }
    try body(UnsafeRawBufferPointer(image))
  }

  private static func write(
    _ dataset: Dataset, to file: borrowing Handle
  ) throws(HDF5Failure) {
    let links = try Handle(H5Pcreate(chdf5_link_create_class()), H5Pclose)
    try HDF5.check(H5Pset_create_intermediate_group(links.id, 1))
    let creation = try untimed(chdf5_dataset_create_class())
    let space = try HDF5.space(dataset.shape)
    let (type, standard, all) = (chdf5_native_double(), chdf5_default(), chdf5_all())
    let target = try Handle(
      H5Dcreate2(file.id, dataset.path, type, space.id, links.id, creation.id, standard), H5Dclose)
    if !dataset.values.isEmpty {
      try HDF5.check(H5Dwrite(target.id, type, all, all, standard, dataset.values))
    }
    for (name, attribute) in dataset.attributes.sorted(by: { $0.key < $1.key }) {
      try attribute.write(name, to: target)
    }
  }

  /// Creation properties without times of creation and change.
  private static func untimed(_ kind: hid_t) throws(HDF5Failure) -> Handle {
    let properties = try Handle(H5Pcreate(kind), H5Pclose)
    try HDF5.check(H5Pset_obj_track_times(properties.id, false))
    return properties
  }
}
