public import CGSL
internal import Requirements

/// A random stream in the form of a `gsl_rng`, so that every distribution of GSL draws from it.
///
/// `gsl_rng_get` is the next whole word (0...2⁶⁴−1), and `gsl_rng_uniform` has 53 random bits; both
/// take one word, by the same code as ``RandomStream``. `gsl_rng_set` restarts from
/// `RandomStream(key: (seed, 0), counter: (0, 0, 0, 0))`.
///
/// Beware that `gsl_ran_gaussian_ziggurat`, and with it `gsl_ran_gamma`, `gsl_ran_chisq` and others,
/// has magnitudes of 24 random bits whatever the generator: among 4.5 million normals some 2400 are
/// repetitions. ``RandomStream/normal()`` and the methods of this type are free of it.
public struct GSLGenerator: ~Copyable, @unchecked Sendable {
  let generator: UnsafeMutablePointer<gsl_rng>

  /// A generator that continues `stream`.
  public init(_ stream: RandomStream) {
    GSL.initialize()
    guard let generator = gsl_rng_alloc(Self.type) else {
      fail("no memory for a generator state of \(Self.type.pointee.size) bytes")
    }
    self.generator = generator
    self.stream = stream
  }

  deinit { gsl_rng_free(generator) }

  /// The stream at the next word to be drawn.
  public var stream: RandomStream {
    get { Self.stream(in: generator.pointee.state).pointee }
    set { Self.stream(in: generator.pointee.state).pointee = newValue }
  }

  /// Calls `body` with the generator for GSL's C functions; the pointer must not outlive the call.
  ///
  /// - Throws: what `body` throws.
  public mutating func withUnsafeGenerator<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeMutablePointer<gsl_rng>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(generator)
  }

  private static func stream(
    in state: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<RandomStream> {
    state.assumingMemoryBound(to: RandomStream.self)
  }

  /// Written once, read by GSL, never freed. `RandomStream` is bitwise copyable and of 8-byte
  /// alignment, so that GSL may allocate, copy and free its memory.
  private nonisolated(unsafe) static let type: UnsafePointer<gsl_rng_type> = {
    let name: StaticString = "philox4x64-10"
    let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
    type.initialize(
      to: gsl_rng_type(
        name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self),
        max: .max,
        min: 0,
        size: MemoryLayout<RandomStream>.size,
        set: { state, seed in
          state!.initializeMemory(
            as: RandomStream.self,
            to: RandomStream(key: (UInt64(seed), 0), counter: (0, 0, 0, 0)))
        },
        get: { state in UInt(GSLGenerator.stream(in: state!).pointee.next()) },
        get_double: { state in GSLGenerator.stream(in: state!).pointee.uniform() }))
    return UnsafePointer(type)
  }()
}

extension RandomStream {
  /// Draws from the distributions of GSL, in the middle of a stream.
  public mutating func withGenerator<Result>(_ body: (inout GSLGenerator) -> Result) -> Result {
    var generator = GSLGenerator(self)
    defer { self = generator.stream }
    return body(&generator)
  }
}
