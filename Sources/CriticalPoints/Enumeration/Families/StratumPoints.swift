internal import Landscapes
internal import Numerics
internal import RandomStreams

/// The critical points of a landscape with zeros in certain places, one of each orbit, each proved.
///
/// They are followed from those of a random member of the family to its parameters.
///
/// Reference: Sommese and Wampler, The Numerical Solution of Systems of Polynomials (2005), chapter 7.
struct StratumPoints: Sendable {
  /// What is proved of each, with the mark of its representative.
  private(set) var records: [PathRecord] = []
  /// The points.
  private(set) var points: [[Complex<Double>]] = []
  /// How many there should be.
  let expected: Int
  /// Paths followed, and their steps.
  private(set) var (paths, steps) = (0, 0)

  /// How often paths are followed, by another way each time, if some end without proof or where others do. The same path
  /// need not lead to the same point by another way, but all of them lead to all points.
  private static var routes: Int { 5 }

  init<Family: PolynomialFamily>(
    _ stratum: FamilyStratum<Family>, from monodromy: Monodromy<Family>,
    _ stream: inout RandomStream, threads: Int
  ) {
    let family = stratum.family
    let target = stratum.parameters.map { Complex($0) }
    let proof = FamilyProof(family, at: target)
    expected = monodromy.points.count
    for route in 0..<Self.routes where records.count < expected {
      let corners = route == 0 ? [] : [Monodromy<Family>.randomMember(of: family, &stream)]
      let ends = Monodromy<Family>.follow(
        monodromy.points, through: [monodromy.member] + corners + [target], of: family,
        threads: threads)
      paths += expected * (corners.count + 1)
      steps += ends.reduce(0) { $0 + $1.steps }
      for (record, point) in proof.findings(of: ends) { add(record, point, of: family) }
    }
  }

  /// Keeps what is proved, is not there yet and has no zeros.
  private mutating func add(
    _ record: PathRecord, _ point: [Complex<Double>], of family: some PolynomialFamily
  ) {
    guard record.status != .failed,
      !family.isOwnImage(point, within: 2 * record.radius)
    else { return }
    let record = record.marked(family.representative(of: point))
    let isKnown = records.contains {
      ($0.mark - record.mark).length <= 2 * ($0.radius + record.radius)
    }
    guard !isKnown else { return }
    records.append(record)
    points.append(point)
  }
}

extension PolynomialFamily {
  /// Whether a symmetry moves a point by no more than a distance.
  func isOwnImage(_ point: [Complex<Double>], within distance: Double) -> Bool {
    images(of: point).dropFirst().contains { image in
      zip(image, point).reduce(0) { $0 + ($1.0 - $1.1).lengthSquared }.squareRoot() <= distance
    }
  }
}
