internal import COpenBLAS
internal import Requirements

/// The BLAS and LAPACK library behind this module.
package enum OpenBLAS {
  /// The shared library that provides `dgemm_` in this process.
  ///
  /// It must be OpenBLAS: GSL's own CBLAS is several times slower and could otherwise be picked
  /// up by link order without a word.
  package static var library: String { String(cString: blas_library_of_dgemm()) }

  /// Sets the number of threads inside one BLAS call. Process-global.
  ///
  /// This package parallelises over points and samples and keeps BLAS serial; every type of this
  /// module sees to that before its first call.
  package static func setThreads(_ count: Int) {
    demand(count >= 1, "BLAS threads must be at least 1, not \(count)")
    openblas_threads(Int32(count))
  }

  /// Runs once per process: one BLAS thread.
  static let serial: Void = openblas_threads(1)
}
