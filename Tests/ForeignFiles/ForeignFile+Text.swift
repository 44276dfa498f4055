package import CHDF5
import Foundation

extension ForeignFile {
  /// An attribute of the root group with text of variable length: a scalar, or an array of a shape.
  package func text(
    _ name: String, _ texts: [String], _ shape: [UInt64] = [], set: H5T_cset_t = H5T_CSET_ASCII
  ) {
    let characters = texts.map { strdup($0) }
    attribute(name, shape, of: StoredType.text(bytes: nil, set: set), as: characters)
    for text in characters { free(text) }
  }

  /// An attribute of the root group with text of a number of bytes, filled up with zeros or, where so
  /// padded, spaces.
  package func text(
    _ name: String, _ texts: [String], _ shape: [UInt64] = [], bytes: Int,
    padding: H5T_str_t = H5T_STR_NULLTERM, filler: Character = "\0",
    set: H5T_cset_t = H5T_CSET_ASCII
  ) {
    let all = texts.flatMap { text in
      (Array(text.utf8) + [UInt8](repeating: filler.asciiValue ?? 0, count: bytes)).prefix(bytes)
    }
    attribute(
      name, shape, of: StoredType.text(bytes: bytes, padding: padding, set: set), as: all)
  }
}
