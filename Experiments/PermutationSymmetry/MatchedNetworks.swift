import Foundation
import Saddlery

/// Networks trained on one task from different starts, and barriers between them in pairs, before and after units were
/// exchanged.
struct MatchedNetworks: Sendable {
  struct Pair: Sendable {
    /// Barriers on the straight way, over the higher end, in units of the loss of no weights: as they come, to a random
    /// image, and to the nearest image.
    let linear, random, aligned: Double
    /// The lowest to any image that was tried: all of them where they are few, else those that exchanges lead to from the
    /// nearest.
    let best: Double
    /// Whether the nearest image is the other minimum.
    let isSame: Bool
    /// Losses along the way, as they come and aligned.
    let ways: [[Double]]
  }

  /// Parts of a way, and of one where many are tried.
  static let parts = 40
  private static let fewParts = 20
  static let widestSearched = 16

  let networks: Int
  let minima: Int
  let losses: [Double]
  let pairs: [Pair]
  /// Of images of a minimum.
  let imageCounts: [Int?]
  let imagesSeen: Int
  /// ln h! 2^h.
  let logarithmOfOrder: Double
  /// The largest relative change of the loss under symmetries, and the smallest where two units exchange only what comes in.
  let change, brokenChange: Double

  init(_ task: NetworkTask, networks count: Int) {
    let (network, h) = (task.network, task.width)
    let trained = TrainedNetworks(task, count: count)
    let minima = trained.minima.map { trained.ends[$0] }
    networks = count
    self.minima = minima.count
    losses = minima.map { NetworkTask.relative($0.value) }
    let symmetries = network.symmetries
    imageCounts = minima.map {
      symmetries.imageCount(of: $0.position, within: 1e-6 * norm($0.position))
    }
    logarithmOfOrder = (1...h).reduce(0) { $0 + log(2 * Double($1)) }
    let all =
      h == 4
      ? SymmetryGroup(dimension: network.domain.dimension, generators: symmetries.generators) : nil
    var stream = RandomStream(seed: task.seed, purpose: .planting, sample: task.sample)
    var (largest, smallest, seen) = (0.0, Double.infinity, 0)
    for minimum in minima {
      let images =
        all?.images(of: minimum.position)
        ?? (0..<100).map { _ in network.randomImage(of: minimum.position, &stream) }
      let values = network.values(images)
      seen += images.count
      largest = values.reduce(largest) { max($0, abs($1 / minimum.value - 1)) }
      // The two largest units: the small may be zero, of which an exchange says nothing.
      let order = (0..<h).sorted {
        network.size(ofUnit: $0, minimum.position) > network.size(ofUnit: $1, minimum.position)
      }
      let (a, b) = (network.incoming(order[0]), network.incoming(order[1]))
      let half = SignedPermutation.swapping(a, b, of: minimum.position.count)
      let broken = network.values([half(minimum.position)])[0]
      smallest = min(smallest, abs(broken / minimum.value - 1))
    }
    (change, brokenChange, imagesSeen) = (largest, smallest, seen)
    var pairs: [Pair] = []
    for first in stride(from: 0, to: minima.count - 1, by: 2) {
      let (a, b) = (minima[first].position, minima[first + 1].position)
      let random = network.randomImage(of: a, &stream)
      let aligned = symmetries.alignment(of: a, to: b)(a)
      let distance = norm(zip(aligned, b).map { $0 - $1 })
      let ways = [a, aligned].map { network.way($0, b, Self.parts) }
      let near = network.barriers([aligned], b, Self.fewParts)[0]
      let best =
        if let all {
          network.barriers(all.images(of: a), b, Self.fewParts).min()!
        } else {
          h <= Self.widestSearched ? network.exchanged(aligned, b, near, Self.fewParts) : near
        }
      pairs.append(
        Pair(
          linear: network.barriers([a], b, Self.parts)[0],
          random: network.barriers([random], b, Self.parts)[0],
          aligned: network.barriers([aligned], b, Self.parts)[0], best: best,
          isSame: distance < 1e-6 * norm(b), ways: ways))
    }
    self.pairs = pairs
  }
}

extension Perceptron {
  func values(_ points: [[Double]]) -> [Double] {
    points.isEmpty ? [] : jets(at: Matrix<Double>(columns: points), upTo: .value).values
  }

  /// Losses, in units of that of no weights, at equal parts of the straight way.
  func way(_ a: [Double], _ b: [Double], _ parts: Int) -> [Double] {
    values(
      (0...parts).map { part in
        let t = Double(part) / Double(parts)
        return zip(a, b).map { (1 - t) * $0 + t * $1 }
      }
    ).map(NetworkTask.relative)
  }

  /// How far the straight ways from some points to one rise above the higher end, in units of the loss of no weights.
  func barriers(_ points: [[Double]], _ end: [Double], _ parts: Int) -> [Double] {
    points.map { Profile(way($0, end, parts), scale: 1).barrier }
  }

  /// Places of the weights into a hidden unit, and of all its weights.
  func incoming(_ unit: Int) -> [Int] {
    (0...architecture.inputs).map { architecture.parameter(layer: 0, from: $0, to: unit) }
  }

  func places(_ unit: Int) -> [Int] {
    incoming(unit) + [architecture.parameter(layer: 1, from: unit, to: 0)]
  }

  func size(ofUnit unit: Int, _ point: [Double]) -> Double {
    let outgoing = point[architecture.parameter(layer: 1, from: unit, to: 0)]
    return abs(outgoing) * norm(incoming(unit).map { point[$0] })
  }

  /// The image of a point under a symmetry drawn with equal chances.
  func randomImage(of point: [Double], _ stream: inout RandomStream) -> [Double] {
    let h = architecture.widths[1]
    let keys = stream.uniforms(count: h)
    let order = (0..<h).sorted { keys[$0] < keys[$1] }
    var image = point
    for (unit, source) in order.enumerated() {
      let sign = stream.uniform() < 0.5 ? -1.0 : 1
      for (to, from) in zip(places(unit), places(source)) { image[to] = sign * point[from] }
    }
    return image
  }

  /// The lowest barrier to an end that exchanges of two units, and turns of one, lead to from an image, the best of all
  /// at a time.
  func exchanged(_ point: [Double], _ end: [Double], _ barrier: Double, _ parts: Int) -> Double {
    let (h, n) = (architecture.widths[1], point.count)
    let maps = (0..<h).flatMap { a -> [SignedPermutation] in
      [.turning(places(a), of: n)]
        + (0..<a).map { .swapping(places($0), places(a), of: n) }
    }
    var (point, barrier) = (point, barrier)
    for _ in 0..<20 where barrier > 0 {
      let candidates = maps.map { $0(point) }
      let found = barriers(candidates, end, parts)
      let best = found.indices.min { found[$0] < found[$1] }!
      guard found[best] < barrier else { break }
      (point, barrier) = (candidates[best], found[best])
    }
    return barrier
  }
}
