/// The eigenvalues of a covariance on a grid that is periodic: its Fourier transform Σ_x C(x) e^{-ikx}.
struct TorusSpectrum {
  let transform: RealFourierTransform
  /// Those of the spectrum's half, see ``RealFourierTransform``.
  let eigenvalues: [Double]

  /// - Parameters:
  ///   - shape: points along each axis.
  ///   - isIsotropic: whether C does not change if a component changes its sign.
  ///   - covariance: C at an offset in units of the spacing, components at most half the shape.
  init(
    _ shape: [Int], isIsotropic: Bool, _ covariance: ([Double]) -> Double
  ) throws(FieldError) {
    try FieldError.requireMemory(bytes: 40 * shape.reduce(1.0) { $0 * Double($1) })
    transform = RealFourierTransform(shape: shape)
    let (m, row) = (shape[0], transform.rowLength)
    let transform = transform
    eigenvalues = transform.withBuffer { buffer in
      var offset = [Double](repeating: 0, count: shape.count)
      for i in 0..<transform.count {
        var (remaining, stride, mirror) = (i, 1, 0)
        for (axis, m) in shape.enumerated() {
          let index = remaining % m
          let distance = 2 * index <= m ? index : index - m
          offset[axis] = Double(distance)
          mirror += abs(distance) * stride
          remaining /= m
          stride *= m
        }
        // The mirror image comes first.
        let isKnown = isIsotropic && mirror < i
        buffer[i / m * row + i % m] =
          isKnown ? buffer[mirror / m * row + mirror % m] : covariance(offset)
      }
      transform.transform(buffer)
      return (0..<transform.spectrumCount).map { buffer[2 * $0] }
    }
  }

  /// Whether what is below zero is rounding.
  var isNonNegative: Bool {
    let largest = eigenvalues.max() ?? 0
    let rounding = 1e-14 * largest * Double(transform.count).squareRoot()
    return eigenvalues.allSatisfy { $0 >= -rounding }
  }
}
