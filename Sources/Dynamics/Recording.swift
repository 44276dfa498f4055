internal import Landscapes
public import LinearAlgebra
internal import Foundation
internal import Requirements

/// What was seen of a run at some times.
public struct Recording: Sendable {
  /// The times, of methods with fixed steps the nearest whole number of them.
  public internal(set) var times: [Double] = []
  /// By the name of an observable, at each time the number of each replica.
  public internal(set) var observables: [String: [[Double]]] = [:]
  /// Where the replicas were at each time, if that was asked for.
  public internal(set) var places: [Matrix<Double>] = []

  /// The overlap C(t, t') = x(t)·x(t')/n of each replica at the times of two numbers; places must have been kept.
  public func overlaps(_ i: Int, _ j: Int) -> [Double] {
    demand(
      places.indices.contains(i) && places.indices.contains(j),
      "places at the times \(i) and \(j) were not kept: there are \(places.count)")
    let (a, b) = (places[i], places[j])
    return (0..<a.columns).map { column in
      zip(a.column(column), b.column(column)).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.rows)
    }
  }
}

extension Trajectories {
  /// Goes on to each of some times and looks there; what moves no more is looked at where it stays.
  ///
  /// - Parameters:
  ///   - times: ascending; see ``logarithmicTimes(from:to:perDecade:)``.
  ///   - observables: what is looked at; costs what they cost.
  ///   - keepsPlaces: n numbers for each replica and time, for overlaps.
  ///   - rule: may halt replicas early; its steps count for the whole recording.
  public mutating func record(
    at times: [Double], _ observables: [Observable<L>], keepsPlaces: Bool = false,
    haltingBy rule: HaltingRule = HaltingRule()
  ) -> Recording {
    var recording = Recording()
    let limit = rule.steps.map { steps + $0 }
    for time in times {
      advance(
        until: HaltingRule(
          steps: limit.map { $0 - steps }, time: time, gradient: rule.gradient, value: rule.value))
      let step = abs(method.timeStep)
      let reached = method.isAdaptive ? time : (time / step).rounded() * step
      guard reached != recording.times.last else { continue }
      recording.times.append(reached)
      let points = points
      for observable in observables {
        recording.observables[observable.name, default: []].append(
          observable.values(landscape, points))
      }
      if keepsPlaces { recording.places.append(points) }
      if steps == limit { break }
    }
    return recording
  }
}

/// 0 and times in equal ratios from one to another, so many in a factor of ten.
public func logarithmicTimes(from first: Double, to last: Double, perDecade: Int = 10) -> [Double] {
  demand(
    first > 0 && last >= first && last.isFinite && perDecade > 0,
    "times from \(first) to \(last), \(perDecade) in a factor of ten")
  let count = Int((log10(last / first) * Double(perDecade)).rounded(.up))
  return [0] + (0...count).map { min(last, first * pow(10, Double($0) / Double(perDecade))) }
}
