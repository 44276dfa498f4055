internal import CFFTW
internal import Foundation

/// The discrete Fourier transform between real arrays and the half of their spectrum that is enough, on
/// a grid of up to three dimensions, first index fastest.
///
/// It is done in place: a buffer holds the spectrum as pairs of real and imaginary part, or the real array
/// in rows of ``rowLength`` along the first axis, of which the first m₀ numbers count. Buffers are kept for
/// the next transform: first use of so much memory takes longer than the transform.
///
/// FFTW's plans are made one at a time and executed by any number of threads.
final class RealFourierTransform: @unchecked Sendable {
  /// Points along each axis.
  let shape: [Int]
  /// Points of the grid.
  let count: Int
  /// Complex numbers of a spectrum: m₀/2 + 1 along the first axis, all along the others.
  let spectrumCount: Int
  /// Real numbers from one row to the next, 2(m₀/2 + 1).
  let rowLength: Int
  private let forward, backward: fftw_plan
  private let lock = NSLock()
  private var idle: [UnsafeMutablePointer<Double>] = []

  private static let planner = NSLock()

  init(shape: [Int]) {
    self.shape = shape
    count = shape.reduce(1, *)
    rowLength = 2 * (shape[0] / 2 + 1)
    spectrumCount = rowLength / 2 * shape.dropFirst().reduce(1, *)
    let sizes = shape.reversed().map(Int32.init)
    // Aligned for FFTW's fastest code.
    let real = fftw_alloc_real(2 * spectrumCount)!
    idle = [real]
    let spectrum = UnsafeMutableRawPointer(real).assumingMemoryBound(to: fftw_complex.self)
    (forward, backward) = Self.planner.withLock {
      (
        fftw_plan_dft_r2c(Int32(sizes.count), sizes, real, spectrum, cfftw_estimate()),
        fftw_plan_dft_c2r(Int32(sizes.count), sizes, spectrum, real, cfftw_estimate())
      )
    }
  }

  deinit {
    Self.planner.withLock {
      fftw_destroy_plan(forward)
      fftw_destroy_plan(backward)
    }
    for buffer in idle { fftw_free(buffer) }
  }

  /// Lends a buffer of 2 ``spectrumCount`` numbers, whatever they are.
  func withBuffer<Result>(_ body: (UnsafeMutableBufferPointer<Double>) -> Result) -> Result {
    let start = lock.withLock { idle.popLast() } ?? fftw_alloc_real(2 * spectrumCount)!
    defer { lock.withLock { idle.append(start) } }
    return body(UnsafeMutableBufferPointer(start: start, count: 2 * spectrumCount))
  }

  /// Σ_x f(x) e^{-ikx}.
  func transform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fftw_execute_dft_r2c(forward, buffer.baseAddress, Self.spectrum(buffer))
  }

  /// Σ_k f(k) e^{ikx}.
  func invert(_ buffer: UnsafeMutableBufferPointer<Double>) {
    fftw_execute_dft_c2r(backward, Self.spectrum(buffer), buffer.baseAddress)
  }

  private static func spectrum(
    _ buffer: UnsafeMutableBufferPointer<Double>
  ) -> UnsafeMutablePointer<fftw_complex> {
    UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: fftw_complex.self)
  }

  /// The smallest even m ≥ n with prime factors 2, 3, 5 and 7 only, for which FFTW is fast.
  static func fastSize(atLeast n: Int) -> Int {
    var m = max(2, n + n % 2)
    while true {
      var rest = m
      for p in [2, 3, 5, 7] { while rest.isMultiple(of: p) { rest /= p } }
      if rest == 1 { return m }
      m += 2
    }
  }
}
