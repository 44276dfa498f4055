internal import Landscapes
internal import LinearAlgebra
internal import Requirements

/// Makes the result of an enumeration out of its paths: real points with their indices, and the verdict.
struct EnumerationAssembly<Model: PolynomialLandscape> {
  let result: EnumerationResult

  /// - Parameter met: paths whose ends are not distinct.
  init(
    _ landscape: Model, system: HomotopySystem, records: [PathRecord], met: [Int], attempts: Int
  ) {
    let n = system.dimension
    var points: [EnumeratedPoint] = []
    for record in records where record.status == .real {
      for sign in system.hasParity ? [1.0, -1] : [1] {
        points.append(
          Self.point(
            landscape, record.point.map { $0 * sign },
            error: record.eigenvalueError * system.unit))
      }
    }
    points.sort { ($0.value, $0.index) < ($1.value, $1.index) }
    var byIndex = [Int](repeating: 0, count: n)
    for point in points { byIndex[point.index] += 1 }
    let euler = byIndex.enumerated().reduce(0) {
      $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element
    }
    let expectedEuler = n.isMultiple(of: 2) ? 0 : 2

    let perPath = system.hasParity ? 2 : 1
    let failed = records.count { $0.status == .failed }
    let undecided = records.count { $0.status == .undecided }
    // Of paths that met, one may be right.
    let found = perPath * (records.count - failed - (met.isEmpty ? 0 : met.count - 1))
    let expected = 2 * StartPoints.count(degree: system.degree, dimension: n)
    let uncertain = points.count { !$0.isIndexCertified }
    var missing: [String] = []
    if failed > 0 { missing.append("\(failed) of \(records.count) paths ended without proof") }
    if found != expected { missing.append("\(found) of \(expected) complex solutions are proved") }
    if !met.isEmpty { missing.append("\(met.count) paths ended where others did") }
    if undecided > 0 { missing.append("\(undecided) solutions may be real or not") }
    if uncertain > 0 { missing.append("\(uncertain) indices are not certain") }
    if euler != expectedEuler {
      missing.append("indices add up to \(euler), not to \(expectedEuler)")
    }
    let steps = records.reduce(0) { $0 + Int($1.steps) }
    result = EnumerationResult(
      expectedComplex: expected, foundComplex: found, points: points,
      byIndex: byIndex, eulerCharacteristic: euler, expectedEulerCharacteristic: expectedEuler,
      completeness: missing.isEmpty ? .proved : .incomplete(missing), paths: records.count,
      meanSteps: Double(steps) / Double(records.count), attempts: attempts)
  }

  /// The landscape at a solution v, put back on the sphere.
  private static func point(
    _ landscape: Model, _ v: [Double], error: Double
  ) -> EnumeratedPoint {
    let domain = landscape.domain
    let factor = domain.scale / norm(v)
    let position = Matrix<Double>(columns: [v.map { $0 * factor }])
    var model = LocalModel(of: domain)
    domain.expand(
      landscape.jets(at: position, upTo: .hessian), at: position, column: 0, into: &model)
    var solver = HermitianEigensolver<Double>(size: model.dimension)
    let isSolved = solver.diagonalize(model.hessian, vectors: false)
    let eigenvalues = solver.eigenvalues
    // g(v) = H(√N v)/√N: eigenvalues of ∇²g - μ are √N times those of H.
    let least = eigenvalues.map(abs).min() ?? 0
    return EnumeratedPoint(
      position: position.elements, value: model.value, radialDerivative: model.radialDerivative,
      gradientNorm: model.gradientNorm / domain.scale, index: eigenvalues.count { $0 < 0 },
      isIndexCertified: isSolved && least * domain.scale > error)
  }
}
