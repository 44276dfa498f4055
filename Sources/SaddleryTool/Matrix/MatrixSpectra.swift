import Numerics
import Saddlery

/// The spectra of an ensemble as numbers to list, numbers to count, and the law of these.
struct MatrixSpectra: Sendable {
  /// Names of the numbers of an eigenvalue.
  let columns: [String]
  /// What is counted.
  let quantity: String
  let law: (any SpectralLaw)?
  /// Bytes that a sample takes.
  let memory: Double
  /// Steps of some five nanoseconds that a sample takes, roughly.
  let steps: Double
  /// The eigenvalues of some samples of a seed, on so many threads.
  let draw:
    @Sendable (_ seed: UInt64, _ samples: Range<Int>, _ threads: Int, @escaping ProgressHandler) ->
      [[[Double]]]
  /// What is counted of an eigenvalue.
  let value: @Sendable ([Double]) -> Double

  /// - Parameter factor: number of elements of a factor that a sample is made from.
  static func real(_ ensemble: some SpectrumEnsemble, factor: Double = 0) -> MatrixSpectra {
    let matrix = (ensemble as? any MatrixEnsemble).map { $0.memory }
    return MatrixSpectra(
      columns: ["eigenvalue"], quantity: "eigenvalue", law: ensemble.limitingLaw,
      memory: (matrix ?? 100 * Double(ensemble.size)) + 128 * factor,
      // O(n²) from a tridiagonal matrix; others are stopped by their memory.
      steps: 2 * Double(ensemble.size) * Double(ensemble.size),
      draw: { seed, samples, threads, progress in
        ensemble.spectra(seed: seed, samples: samples, threads: threads, progress: progress)
          .map { $0.map { [$0] } }
      },
      value: { $0[0] })
  }

  static func dense(_ ensemble: some MatrixEnsemble, law: (any SpectralLaw)?) -> MatrixSpectra {
    dense(ensemble.rows, ensemble.complexEigenvalues, law)
  }

  static func circle(_ ensemble: BetaEnsemble) -> MatrixSpectra {
    let size = Double(ensemble.size)
    return complex(
      memory: 100 * size, steps: 200 * size * size,
      draw: { seed, sample in
        ensemble.eigenvalues(seed: seed, sample: sample).map { Complex(length: 1, phase: $0) }
      }, law: EvenAngleLaw())
  }

  private static func dense(
    _ rows: Int, _ draw: @escaping @Sendable (UInt64, Int) -> [Complex<Double>],
    _ law: (any SpectralLaw)?
  ) -> MatrixSpectra {
    let rows = Double(rows)
    return complex(memory: 80 * rows * rows, steps: 2 * rows * rows * rows, draw: draw, law: law)
  }

  private static func complex(
    memory: Double, steps: Double,
    draw: @escaping @Sendable (UInt64, Int) -> [Complex<Double>], law: (any SpectralLaw)?
  ) -> MatrixSpectra {
    let isCircle = law is EvenAngleLaw
    return MatrixSpectra(
      columns: ["real", "imaginary"],
      quantity: isCircle ? "angle of the eigenvalue" : "modulus of the eigenvalue", law: law,
      memory: memory, steps: steps,
      draw: { seed, samples, threads, progress in
        concurrentMap(samples, threads: threads, progress: progress) {
          draw(seed, $0).map { [$0.real, $0.imaginary] }
        }
      },
      value: {
        let z = Complex($0[0], $0[1])
        return isCircle ? z.phase : z.length
      })
  }
}

extension MatrixEnsemble {
  /// Bytes of a sample and of what its eigenvalues take.
  fileprivate var memory: Double {
    5 * Double(MemoryLayout<Scalar>.size) * Double(rows) * Double(columns)
  }
}
