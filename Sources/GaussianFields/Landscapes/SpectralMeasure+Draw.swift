internal import LinearAlgebra
package import Models
package import RandomStreams
internal import Requirements

extension SpectralMeasure {
  /// A wave vector in R^n.
  package func wavevector(dimension n: Int, using stream: inout RandomStream) -> [Double] {
    switch self {
    case .normal(let length):
      return stream.normals(count: n).map { $0 / length }
    case .student(let ν, let length):
      let normals = stream.normals(count: n)
      let chi = stream.withGenerator { $0.chi(degreesOfFreedom: ν) }
      return normals.map { $0 * ν.squareRoot() / (chi * length) }
    case .gamma(let shape, let length):
      let normals = stream.normals(count: n)
      let gamma = stream.withGenerator { $0.gamma(shape: shape, scale: 1 / shape) }
      return normals.map { $0 * gamma.squareRoot() / length }
    case .sphere(let radius, let dimension):
      let normals = stream.normals(count: dimension)
      let norm = normals.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return normals.prefix(n).map { $0 * radius / norm }
    case .mixture(let parts):
      var rest = stream.uniform() * parts.reduce(0) { $0 + $1.weight }
      let part = parts.first { part in
        rest -= part.weight
        return rest < 0
      }
      return (part ?? parts[parts.count - 1]).measure.wavevector(dimension: n, using: &stream)
    case .sum(let terms):
      var sum = [Double](repeating: 0, count: n)
      for term in terms {
        let k = term.wavevector(dimension: n, using: &stream)
        for i in 0..<n { sum[i] += k[i] }
      }
      return sum
    case .scaled(let measure, let length):
      return measure.wavevector(dimension: n, using: &stream).map { $0 / length }
    case .image(let measure, let map):
      demand(n == map.columns, "the map is of \(map.columns) dimensions, not \(n)")
      let k = measure.wavevector(dimension: n, using: &stream)
      return (0..<n).map { j in (0..<n).reduce(0) { $0 + map[$1, j] * k[$1] } }
    }
  }
}
