internal import CFFTW
internal import Foundation

/// The discrete Fourier transform between real arrays and the half of their spectrum that is enough, on
/// a grid of up to three dimensions, first index fastest.
///
/// FFTW's plans are made one at a time and executed by any number of threads.
final class RealFourierTransform: @unchecked Sendable {
  /// Points along each axis.
  let shape: [Int]
  /// Points of the grid.
  let count: Int
  /// Complex numbers of a spectrum: m₀/2 + 1 along the first axis, all along the others.
  let spectrumCount: Int
  private let forward, backward: fftw_plan

  private static let planner = NSLock()

  /// Arrays as FFTW wants them, aligned for its fastest code.
  struct Buffers: ~Copyable {
    let real: UnsafeMutableBufferPointer<Double>
    let spectrum: UnsafeMutableBufferPointer<fftw_complex>

    init(_ transform: RealFourierTransform) {
      real = .init(start: fftw_alloc_real(transform.count), count: transform.count)
      spectrum = .init(
        start: fftw_alloc_complex(transform.spectrumCount), count: transform.spectrumCount)
    }

    deinit {
      fftw_free(real.baseAddress)
      fftw_free(spectrum.baseAddress)
    }
  }

  init(shape: [Int]) {
    self.shape = shape
    count = shape.reduce(1, *)
    spectrumCount = (shape[0] / 2 + 1) * shape.dropFirst().reduce(1, *)
    let sizes = shape.reversed().map(Int32.init)
    let real = fftw_alloc_real(count)
    let spectrum = fftw_alloc_complex(spectrumCount)
    defer {
      fftw_free(real)
      fftw_free(spectrum)
    }
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
  }

  /// Σ_x f(x) e^{-ikx}; keeps f.
  func transform(_ buffers: borrowing Buffers) {
    fftw_execute_dft_r2c(forward, buffers.real.baseAddress, buffers.spectrum.baseAddress)
  }

  /// Σ_k f(k) e^{ikx}; destroys f(k).
  func invert(_ buffers: borrowing Buffers) {
    fftw_execute_dft_c2r(backward, buffers.spectrum.baseAddress, buffers.real.baseAddress)
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
