internal import CHDF5
import Foundation

/// What an HDF5 call said when it failed.
struct HDF5Failure: Error {
  let reason: String
}

/// An open HDF5 object, closed when it goes out of use.
struct Handle: ~Copyable {
  let id: hid_t
  private let close: (hid_t) -> herr_t

  init(_ id: hid_t, _ close: @escaping (hid_t) -> herr_t) throws(HDF5Failure) {
    self.id = id
    self.close = close
    if id < 0 { throw HDF5.failure() }
  }

  deinit {
    if id >= 0 { _ = close(id) }
  }
}

package enum HDF5 {
  private static let lock = NSLock()

  /// Runs code that calls HDF5, or copies the process to call it there: one thread at a time, since the library may be
  /// built without locks of its own, and without its messages on standard error.
  package static func run<Value, Failure: Error>(_ body: () throws(Failure) -> Value)
    throws(Failure)
    -> Value
  {
    lock.lock()
    defer { lock.unlock() }
    chdf5_silence_errors()
    return try body()
  }

  static func check(_ status: herr_t) throws(HDF5Failure) {
    if status < 0 { throw failure() }
  }

  /// The innermost message of HDF5, or the operating system's where it quotes one.
  static func failure() -> HDF5Failure {
    let text = chdf5_last_error().map { String(cString: $0) } ?? "HDF5 gave no reason"
    let reason = text.firstMatch(of: /error message = '([^']*)'/)?.1 ?? text[...]
    return HDF5Failure(reason: String(reason))
  }

  /// A simple space, or a scalar one for an empty shape.
  static func space(_ shape: [Int]) throws(HDF5Failure) -> Handle {
    if shape.isEmpty { return try Handle(H5Screate(H5S_SCALAR), H5Sclose) }
    let extents = shape.map { hsize_t($0) }
    return try Handle(H5Screate_simple(Int32(shape.count), extents, nil), H5Sclose)
  }

  /// Text of variable length in UTF-8.
  static func textType() throws(HDF5Failure) -> Handle {
    let type = try Handle(H5Tcopy(chdf5_c_string()), H5Tclose)
    try check(H5Tset_size(type.id, chdf5_variable_length()))
    try check(H5Tset_cset(type.id, H5T_CSET_UTF8))
    return type
  }
}
