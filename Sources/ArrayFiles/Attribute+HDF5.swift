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
    case .text(let text):
      guard !text.contains("\0") else {
        throw HDF5Failure(reason: "the text of attribute '\(name)' contains a NUL character")
      }
      let type = try HDF5.textType()
      let characters = strdup(text)
      defer { free(characters) }
      try Self.write(name, to: object.id, type.id, [], [characters])
    }
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

  /// The attributes of an object that are numbers, arrays of numbers or text; others are left out.
  static func all(of object: borrowing Handle) throws(HDF5Failure) -> [String: Attribute] {
    var result: [String: Attribute] = [:]
    var index: hsize_t = 0
    let standard = chdf5_default()
    while true {
      let id = H5Aopen_by_idx(
        object.id, ".", H5_INDEX_NAME, H5_ITER_INC, index, standard, standard)
      guard id >= 0 else { return result }
      let attribute = try Handle(id, H5Aclose)
      var name = [CChar](repeating: 0, count: max(0, H5Aget_name(id, 0, nil)) + 1)
      H5Aget_name(id, name.count, &name)
      result[String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)] =
        try read(attribute)
      index += 1
    }
  }

  private static func read(_ attribute: borrowing Handle) throws(HDF5Failure) -> Attribute? {
    let type = try Handle(H5Aget_type(attribute.id), H5Tclose)
    let space = try Handle(H5Aget_space(attribute.id), H5Sclose)
    guard let shape = try HDF5.shape(space) else { return nil }
    switch (H5Tget_class(type.id), shape.isEmpty) {
    case (H5T_INTEGER, true) where H5Tget_sign(type.id) == H5T_SGN_NONE:
      var value: UInt64 = 0
      try HDF5.check(H5Aread(attribute.id, chdf5_native_uint64(), &value))
      return .unsigned(value)
    case (H5T_INTEGER, true):
      var value: Int64 = 0
      try HDF5.check(H5Aread(attribute.id, chdf5_native_int64(), &value))
      return .integer(Int(value))
    case (H5T_FLOAT, true):
      var value = 0.0
      try HDF5.check(H5Aread(attribute.id, chdf5_native_double(), &value))
      return .real(value)
    case (H5T_INTEGER, false), (H5T_FLOAT, false):
      var values = [Double](repeating: 0, count: shape.reduce(1, *))
      if !values.isEmpty {
        try HDF5.check(H5Aread(attribute.id, chdf5_native_double(), &values))
      }
      return .reals(values)
    case (H5T_STRING, true):
      return .text(try text(attribute, type))
    default:
      return nil
    }
  }

  private static func text(
    _ attribute: borrowing Handle, _ type: borrowing Handle
  ) throws(HDF5Failure) -> String {
    guard H5Tis_variable_str(type.id) > 0 else {
      var bytes = [UInt8](repeating: 0, count: H5Tget_size(type.id))
      try HDF5.check(H5Aread(attribute.id, type.id, &bytes))
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    var characters: UnsafeMutablePointer<CChar>?
    try HDF5.check(H5Aread(attribute.id, type.id, &characters))
    defer { H5free_memory(characters) }
    return characters.map { String(cString: $0) } ?? ""
  }
}
