public import Landscapes
public import LinearAlgebra
internal import RandomStreams

/// Replicas on their way, independent of one another: what a ``Method`` moves.
public struct Replicas<L: Landscape>: Sendable {
  /// The function they move on.
  public let landscape: L
  /// Where they are, in ambient coordinates, one a column.
  public private(set) var points: Matrix<Double>
  /// The time of each.
  public private(set) var times: [Double]
  /// The time that no replica is to pass, for methods that choose their steps.
  public internal(set) var deadline = Double.infinity
  /// What the method remembers, a column for each replica.
  public var memory: [Matrix<Double>]
  /// Steps taken so far.
  public internal(set) var steps = 0
  /// Values and gradients along the domain where they are, if known.
  private var here: (values: [Double], gradients: Matrix<Double>)?
  /// Evaluations of values and gradients, of each replica.
  var evaluations: [Int]
  private var streams: [RandomStream]
  /// Of mini-batches, the one whose turn it is at a step.
  private let part: (@Sendable (Int) -> any Landscape)?

  init(
    _ landscape: L, at points: Matrix<Double>, memory rows: [Int], streams: [RandomStream],
    part: (@Sendable (Int) -> any Landscape)?
  ) {
    (self.landscape, self.points, self.streams, self.part) = (landscape, points, streams, part)
    times = [Double](repeating: 0, count: points.columns)
    evaluations = [Int](repeating: 0, count: points.columns)
    memory = rows.map { Matrix(rows: $0, columns: points.columns) }
  }

  /// How many they are.
  public var count: Int { points.columns }

  /// Values and gradients along the domain where they are, in ambient coordinates.
  ///
  /// - Complexity: an evaluation, if they have moved since the last.
  public mutating func evaluate() -> (values: [Double], gradients: Matrix<Double>) {
    if let here { return here }
    let found = evaluate(at: points)
    here = found
    return found
  }

  /// Gradients along the domain where they are: of the mini-batch whose turn it is, if the run is on mini-batches.
  public mutating func gradients() -> Matrix<Double> {
    part == nil ? evaluate().gradients : gradients(at: points)
  }

  /// The same at other places, of the mini-batch too.
  public mutating func gradients(at places: Matrix<Double>) -> Matrix<Double> {
    guard let part else { return evaluate(at: places).gradients }
    for b in evaluations.indices { evaluations[b] += 1 }
    func of(_ one: some Landscape) -> Matrix<Double> { Self.jets(one, places).gradients }
    return of(part(steps))
  }

  /// Values and gradients along the domain at other places, in ambient coordinates.
  public mutating func evaluate(
    at places: Matrix<Double>
  ) -> (values: [Double], gradients: Matrix<Double>) {
    for b in evaluations.indices { evaluations[b] += 1 }
    return Self.jets(landscape, places)
  }

  /// Jets with Hessians at some of their places.
  mutating func hessians(at places: Matrix<Double>) -> JetBatch {
    landscape.jets(at: places, upTo: .hessian)
  }

  /// Standard normal numbers along the domain at their places, from a stream of each replica's own.
  public mutating func noise() -> Matrix<Double> {
    var result = Matrix<Double>(rows: points.rows, columns: count)
    let n = points.rows
    result.withUnsafeMutableElements { all in
      for b in streams.indices {
        streams[b].fill(normals: UnsafeMutableBufferPointer(rebasing: all[(n * b)..<(n * (b + 1))]))
      }
    }
    return projected(result)
  }

  /// What is along the domain, where the replicas are, of vectors in ambient coordinates.
  public func projected(_ vectors: Matrix<Double>) -> Matrix<Double> {
    var vectors = vectors
    landscape.domain.project(&vectors, at: points)
    return vectors
  }

  /// Moves the replicas along vectors in ambient coordinates, tangent to the domain, which takes a time.
  public mutating func move(along vectors: Matrix<Double>, taking time: Double) {
    var places = points
    landscape.domain.move(&places, along: vectors)
    arrive(at: places, taking: [Double](repeating: time, count: count))
  }

  /// Puts the replicas to places of the domain, which takes each a time.
  ///
  /// - Parameters:
  ///   - places: points of the domain, one a column.
  ///   - elapsed: the time that each replica took.
  ///   - found: values and gradients there, if known.
  public mutating func arrive(
    at places: Matrix<Double>, taking elapsed: [Double],
    knowing found: (values: [Double], gradients: Matrix<Double>)? = nil
  ) {
    points = places
    here = found
    for b in times.indices { times[b] += abs(elapsed[b]) }
  }

  /// Some of the replicas.
  func some(_ indices: [Int]) -> Self {
    var result = self
    result.points = points.columns(at: indices)
    result.times = indices.map { times[$0] }
    result.memory = memory.map { $0.columns(at: indices) }
    result.streams = indices.map { streams[$0] }
    result.evaluations = indices.map { evaluations[$0] }
    result.here = here.map { here in
      (indices.map { here.values[$0] }, here.gradients.columns(at: indices))
    }
    return result
  }

  /// Puts others in the place of some.
  mutating func replace(_ indices: [Int], by others: Self) {
    points.replaceColumns(at: indices, with: others.points)
    for k in memory.indices { memory[k].replaceColumns(at: indices, with: others.memory[k]) }
    for (k, b) in indices.enumerated() {
      times[b] = others.times[k]
      streams[b] = others.streams[k]
      evaluations[b] = others.evaluations[k]
    }
    steps = others.steps
    here = nil
  }

  private static func jets<F: Landscape>(
    _ landscape: F, _ places: Matrix<Double>
  ) -> (values: [Double], gradients: Matrix<Double>) {
    let batches = landscape.batches(of: places.columns)
    var (values, gradients) = ([Double](), [Double]())
    for batch in batches {
      let jets = landscape.jets(
        at: batches.count == 1 ? places : places.columns(in: batch), upTo: .gradient)
      values += jets.values
      gradients += jets.gradients.elements
    }
    var all = Matrix<Double>(rows: places.rows, columns: places.columns, elements: gradients)
    landscape.domain.project(&all, at: places)
    return (values, all)
  }
}
