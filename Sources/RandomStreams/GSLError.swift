package import CGSL

/// The conventions for calling the GNU Scientific Library.
package enum GSL {
  private static let aborting: Void = { _ = gsl_set_error_handler_off() }()

  /// Turns off GSL's error handler, which would end the process, for the whole process and for good.
  ///
  /// Call it before the first GSL function that can fail; all calls but the first do nothing.
  package static func initialize() { aborting }

  /// The value of a special function of GSL, by its form with a status: NaN where it fails; where it leaves the
  /// range of a double, the 0 or infinity that it gives.
  package static func value(
    _ function: (UnsafeMutablePointer<gsl_sf_result>) -> Int32
  ) -> Double {
    initialize()
    var result = gsl_sf_result()
    let status = function(&result)
    guard status != 0 else { return result.val }
    return [GSL_EUNDRFLW, GSL_EOVRFLW].contains(Int(status)) ? result.val : .nan
  }

  /// Turns the status that a GSL function returns into a Swift error.
  ///
  /// - Parameter status: 0 for success, as all GSL functions with an `int` status have it.
  /// - Throws: ``GSLError`` for any other value.
  package static func check(_ status: Int32) throws(GSLError) {
    if status != 0 { throw GSLError(code: status) }
  }
}

/// A failure reported by the GNU Scientific Library.
package struct GSLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One of the codes in `gsl_errno.h`, such as 1 for `GSL_EDOM`.
  package let code: Int32

  /// The error with a given code.
  package init(code: Int32) { self.code = code }

  /// The code and GSL's words for it.
  package var description: String { "GSL error \(code): \(String(cString: gsl_strerror(code)))" }
}
