import Foundation
import Saddlery

/// Losses on straight ways to the minima that networks trained on one task end in.
struct NetworkWays: Sendable {
  /// What a minimum is come to from.
  enum Origin: String, CaseIterable, Sendable {
    /// The start whose training ends there.
    case start
    /// The start of another network.
    case unrelated
    /// The minimum of another network.
    case minimum = "another minimum"
  }

  struct Way: Sendable {
    let profile: Profile
    /// Losses in units of that of no weights.
    let losses: [Double]

    init(_ losses: [Double]) { (self.losses, profile) = (losses, Profile(losses, scale: 1)) }

    /// How much of the loss to be lost on the way is left at each place.
    var left: [Double] {
      losses.map { ($0 - losses[losses.count - 1]) / (losses[0] - losses[losses.count - 1]) }
    }

    /// The share of inner places that lie on or below the chord of their neighbours.
    var convexShare: Double {
      let inner = losses.indices.dropFirst().dropLast()
      let convex = inner.count { losses[$0 - 1] + losses[$0 + 1] >= 2 * losses[$0] }
      return Double(convex) / Double(inner.count)
    }
  }

  let networks: Int
  let minima: Int
  /// By origin, a way for each minimum.
  let ways: [[Way]]

  init(_ task: NetworkTask, networks count: Int) {
    let trained = TrainedNetworks(task, count: count)
    let numbers = trained.minima
    (networks, minima) = (count, numbers.count)
    func way(_ a: [Double], _ b: [Double]) -> Way {
      Way(task.network.way(a, b, Interpolation.parts))
    }
    let places = numbers.map { trained.ends[$0].position }
    ways = Origin.allCases.map { origin in
      guard origin != .minimum || places.count > 1 else { return [] }
      return numbers.enumerated().map { i, number in
        switch origin {
        case .start: way(trained.starts.column(number), places[i])
        case .unrelated: way(trained.starts.column((number + 1) % count), places[i])
        case .minimum: way(places[(i + 1) % places.count], places[i])
        }
      }
    }
  }
}
