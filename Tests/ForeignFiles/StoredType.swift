@preconcurrency package import CHDF5

/// Types of elements as other programs write them. They stay open, which is as long as a test takes.
package enum StoredType {
  package static var double: hid_t { chdf5_native_double() }

  /// Floating-point numbers of 16, 32 or 64 bits.
  package static func float(_ bits: Int, isBigEndian: Bool = false) -> hid_t {
    let type = H5Tcopy(double)
    let (fraction, exponent) = [16: (10, 5), 32: (23, 8), 64: (52, 11)][bits]!
    H5Tset_fields(type, bits - 1, fraction, exponent, 0, fraction)
    H5Tset_size(type, bits / 8)
    H5Tset_ebias(type, 1 << (exponent - 1) - 1)
    if isBigEndian { H5Tset_order(type, H5T_ORDER_BE) }
    return type
  }

  /// Integers of 8, 16, 32 or 64 bits.
  package static func integer(
    _ bits: Int, isSigned: Bool = true, isBigEndian: Bool = false
  ) -> hid_t {
    let type = H5Tcopy(chdf5_native_int64())
    H5Tset_size(type, bits / 8)
    if !isSigned { H5Tset_sign(type, H5T_SGN_NONE) }
    if isBigEndian { H5Tset_order(type, H5T_ORDER_BE) }
    return type
  }

  /// Records of doubles.
  package static func record(_ members: [String]) -> hid_t {
    let type = H5Tcreate(H5T_COMPOUND, 8 * members.count)
    for (k, name) in members.enumerated() { H5Tinsert(type, name, 8 * k, double) }
    return type
  }

  /// Bytes with names for 0, 1, ...
  package static func names(_ names: [String]) -> hid_t {
    let type = H5Tenum_create(integer(8))
    for (k, name) in names.enumerated() {
      var value = Int8(k)
      H5Tenum_insert(type, name, &value)
    }
    return type
  }

  /// Text of a number of bytes, or of variable length, which has no padding.
  package static func text(
    bytes: Int?, padding: H5T_str_t = H5T_STR_NULLTERM, set: H5T_cset_t = H5T_CSET_ASCII
  ) -> hid_t {
    let type = H5Tcopy(chdf5_c_string())
    H5Tset_size(type, bytes ?? chdf5_variable_length())
    H5Tset_strpad(type, padding)
    H5Tset_cset(type, set)
    return type
  }

  package static func opaque(bytes: Int) -> hid_t { H5Tcreate(H5T_OPAQUE, bytes) }

  package static func list() -> hid_t { H5Tvlen_create(double) }

  package static func array(_ count: Int) -> hid_t { H5Tarray_create2(double, 1, [hsize_t(count)]) }

  package static func reference() -> hid_t {
    H5open()
    return H5T_STD_REF_OBJ_g
  }
}
