import ArrayFiles
import CHDF5
import Foundation

/// Files as other programs can make them, legitimate or not, with HDF5 itself.
struct ForeignFile {
  let id: hid_t
  private static let standard = chdf5_default()

  /// Makes a file.
  static func make(_ path: String, _ fill: (ForeignFile) -> Void) {
    HDF5.run {
      let id = H5Fcreate(path, chdf5_truncate(), standard, standard)
      fill(ForeignFile(id: id))
      H5Fclose(id)
    }
  }

  func group(_ path: String) {
    let links = H5Pcreate(chdf5_link_create_class())
    H5Pset_create_intermediate_group(links, 1)
    H5Gclose(H5Gcreate2(id, path, links, Self.standard, Self.standard))
    H5Pclose(links)
  }

  /// A dataset of doubles; `prepare` sets how it is stored, `values` are written if there are any.
  func dataset(
    _ path: String, _ shape: [UInt64], _ values: [Double] = [],
    _ prepare: (hid_t) -> Void = { _ in }
  ) {
    let links = H5Pcreate(chdf5_link_create_class())
    H5Pset_create_intermediate_group(links, 1)
    let creation = H5Pcreate(chdf5_dataset_create_class())
    prepare(creation)
    let space = H5Screate_simple(Int32(shape.count), shape, nil)
    let double = chdf5_native_double()
    let dataset = H5Dcreate2(id, path, double, space, links, creation, Self.standard)
    if !values.isEmpty {
      H5Dwrite(dataset, double, chdf5_all(), chdf5_all(), Self.standard, values)
    }
    for handle in [links, creation] { H5Pclose(handle) }
    H5Sclose(space)
    H5Dclose(dataset)
  }

  func soft(_ path: String, to target: String) {
    H5Lcreate_soft(target, id, path, Self.standard, Self.standard)
  }

  func hard(_ path: String, to target: String) {
    H5Lcreate_hard(id, target, id, path, Self.standard, Self.standard)
  }

  func external(_ path: String, to target: String, in file: String) {
    H5Lcreate_external(file, target, id, path, Self.standard, Self.standard)
  }

  /// An attribute of the root group of the given shape, all zeros if it is small.
  func attribute(_ name: String, _ shape: [UInt64]) {
    let space = H5Screate_simple(Int32(shape.count), shape, nil)
    H5Aclose(
      H5Acreate2(id, name, chdf5_native_double(), space, Self.standard, Self.standard))
    H5Sclose(space)
  }
}
