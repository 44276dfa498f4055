internal import CHDF5
import Foundation

extension Attribute {
  func write(_ name: String, to object: borrowing Handle) throws(HDF5Failure) {
    switch self {
    case .unsigned(let value):
      try Self.write(name, to: object.id, chdf5_native_uint64(), [], [value])
    case .integer(let value):
      try Self.write(name, to: object.id, chdf5_native_int64(), [], [Int64(value)])
    case .real(let value):
      try Self.write(name, to: object.id, chdf5_native_double(), [], [value])
    case .reals(let values):
      try Self.write(name, to: object.id, chdf5_native_double(), [values.count], values)
    case .text(let text): try Self.write(name, to: object.id, [], [text])
    case .texts(let texts): try Self.write(name, to: object.id, [texts.count], texts)
    case .other(let words):
      throw HDF5Failure(reason: "attribute '\(name)' holds \(words), which are not written")
    }
  }

  private static func write(
    _ name: String, to object: hid_t, _ shape: [Int], _ texts: [String]
  ) throws(HDF5Failure) {
    guard !texts.contains(where: { $0.contains("\0") }) else {
      throw HDF5Failure(reason: "the text of attribute '\(name)' contains a NUL character")
    }
    let type = try HDF5.textType()
    let characters = texts.map { strdup($0) }
    defer { for text in characters { free(text) } }
    try write(name, to: object, type.id, shape, characters)
  }

  private static func write<Element: BitwiseCopyable>(
    _ name: String, to object: hid_t, _ type: hid_t, _ shape: [Int], _ values: [Element]
  ) throws(HDF5Failure) {
    let space = try HDF5.space(shape)
    let standard = chdf5_default()
    let attribute = try Handle(
      H5Acreate2(object, name, type, space.id, standard, standard), H5Aclose)
    if !values.isEmpty { try HDF5.check(H5Awrite(attribute.id, type, values)) }
  }
}
