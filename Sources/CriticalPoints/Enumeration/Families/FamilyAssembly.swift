internal import Landscapes
internal import LinearAlgebra
internal import Numerics

/// Makes the result of an enumeration out of what was found with each pattern of zeros: real points with their indices,
/// and the verdict.
struct FamilyAssembly<Model: CoercivePolynomial> {
  private let landscape: Model
  private let attempts: Int
  private var points: [EnumeratedPoint] = []
  private var found = 0
  private var paths = 0
  private var steps = 0
  private var missing: [String] = []

  init(_ landscape: Model, attempts: Int) {
    (self.landscape, self.attempts) = (landscape, attempts)
    let n = landscape.domain.dimension
    add([Double](repeating: 0, count: n), error: 0)
    found = 1
  }

  mutating func add(_ monodromy: Monodromy<Model.Family>) {
    paths += monodromy.paths
    if !monodromy.isSettled {
      missing.append("loops were still finding points at \(monodromy.points.count)")
    }
  }

  mutating func add(_ some: StratumPoints, of stratum: FamilyStratum<Model.Family>) {
    let family = stratum.family
    paths += some.paths
    steps += some.steps
    let lost = some.expected - some.records.count
    if lost > 0 { missing.append("\(lost) of \(some.expected) solutions are without proof") }
    let undecided = some.records.count { $0.status == .undecided }
    if undecided > 0 { missing.append("\(undecided) solutions may be real or not") }
    var alone = 0
    let marks = some.records.map(\.mark).sorted { $0.real < $1.real }
    for (record, point) in zip(some.records, some.points) {
      let images = family.images(of: point)
      found += images.count
      if record.status == .complex {
        let mirror = family.representative(of: point.map(\.conjugate))
        if !Self.contains(marks, PathRecord.mark(mirror), within: 4 * record.radius) { alone += 1 }
      }
      guard record.status == .real else { continue }
      for image in images {
        add(image.map(\.real), at: stratum.places, error: record.eigenvalueError)
      }
    }
    if alone > 0 { missing.append("\(alone) complex solutions are without their conjugates") }
  }

  /// Whether one of some numbers, by real part, is near another.
  private static func contains(
    _ marks: [Complex<Double>], _ mark: Complex<Double>, within distance: Double
  ) -> Bool {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].real < mark.real - distance { low = middle + 1 } else { high = middle }
    }
    return marks[low...].prefix { $0.real <= mark.real + distance }
      .contains { ($0 - mark).length <= distance }
  }

  private mutating func add(_ coordinates: [Double], at places: [Int], error: Double) {
    let units = landscape.units.coordinates
    var position = [Double](repeating: 0, count: units.count)
    for (place, x) in zip(places, coordinates) { position[place] = units[place] * x }
    add(position, error: error)
  }

  /// The landscape at a critical point; eigenvalues, in units, are known but for an error and rounding.
  private mutating func add(_ position: [Double], error: Double) {
    let units = landscape.units
    let n = position.count
    let jets = landscape.jets(at: Matrix<Double>(columns: [position]), upTo: .hessian)
    var hessian = jets.hessian(0)
    for j in 0..<n {
      for i in 0..<n { hessian[i, j] *= units.coordinates[i] * units.coordinates[j] / units.value }
    }
    var solver = HermitianEigensolver<Double>(size: n)
    let isSolved = solver.diagonalize(hessian, vectors: false)
    let eigenvalues = solver.eigenvalues
    let least = eigenvalues.map(abs).min() ?? 0
    let rounding = 100 * Double(n + 1) * Double.ulpOfOne * norm(hessian.elements)
    points.append(
      EnumeratedPoint(
        position: position, value: jets.values[0], radialDerivative: 0,
        gradientNorm: norm(jets.gradients.elements), index: eigenvalues.count { $0 < 0 },
        isIndexCertified: isSolved && least > error + rounding))
  }

  var result: EnumerationResult {
    var missing = missing
    let points = points.sorted { ($0.value, $0.index) < ($1.value, $1.index) }
    var byIndex = [Int](repeating: 0, count: landscape.domain.dimension + 1)
    for point in points { byIndex[point.index] += 1 }
    let sum = byIndex.enumerated().reduce(0) {
      $0 + ($1.offset.isMultiple(of: 2) ? 1 : -1) * $1.element
    }
    let uncertain = points.count { !$0.isIndexCertified }
    if uncertain > 0 { missing.append("\(uncertain) indices are not certain") }
    if sum != 1 { missing.append("indices add up to \(sum), not to 1") }
    return EnumerationResult(
      expectedComplex: nil, foundComplex: found, points: points, byIndex: byIndex,
      eulerCharacteristic: sum, expectedEulerCharacteristic: 1,
      completeness: missing.isEmpty ? .checked : .incomplete(missing), paths: paths,
      meanSteps: Double(steps) / Double(max(1, paths)), attempts: attempts)
  }
}
