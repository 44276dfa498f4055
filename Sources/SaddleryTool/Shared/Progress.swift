import Foundation
import Saddlery
import Synchronization

/// Progress on standard error: a bar that redraws itself on a terminal, a plain line now and then
/// elsewhere.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var converged: Int?
    /// What runs that are over have done.
    var before = (done: 0, reached: 0)
    var lastReport = -Double.infinity
  }

  private let total: Int
  private let unit: String
  private let scale: Int
  private let start = ProcessInfo.processInfo.systemUptime
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// - Parameters:
  ///   - scale: what is shown is so many times less than what is done.
  ///   - options: whether anything is shown.
  ///   - remedy: how to go on if the run is interrupted.
  init(
    total: Int, unit: String = "points", scale: Int = 1, _ options: ProgressOptions,
    remedy: String = "run the same command again for the same result"
  ) {
    self.total = total
    self.unit = unit
    self.scale = scale
    isQuiet = options.quiet
    // An unfinished bar ends, so that the message starts on its own line.
    Interrupt.prepare(remedy: remedy) { [isTerminal, isQuiet] in
      if isTerminal && !isQuiet { StandardStreams.report("\n") }
    }
  }

  /// Shows how far one of the runs is that follow each other and make up the total.
  @Sendable func show(_ progress: WorkProgress) {
    guard !isQuiet else { return }
    state.withLock { state in
      state.done = state.before.done + progress.done
      state.converged = progress.reached.map { state.before.reached + $0 }
      if progress.done == progress.total {
        state.before = (state.done, state.converged ?? 0)
      }
      let elapsed = ProcessInfo.processInfo.systemUptime - start
      let interval = isTerminal ? 0.1 : 10
      guard elapsed - state.lastReport >= interval || state.done == total else { return }
      // A run shorter than the interval needs no plain lines but the last.
      if !isTerminal && state.lastReport < 0 && state.done < total {
        state.lastReport = elapsed
        return
      }
      state.lastReport = elapsed
      show(state, elapsed)
    }
  }

  private func show(_ state: State, _ elapsed: Double) {
    let fraction = Double(state.done) / Double(total)
    let rate = state.converged.map {
      ", \(fixed(100 * Double($0) / Double(state.done), 1)) % converged"
    }
    let left = Self.time(elapsed * (1 - fraction) / fraction)
    let text =
      "\(state.done / scale)/\(total / scale) \(unit)\(rate ?? ""), "
      + (state.done == total ? "\(Self.time(elapsed)) in all" : "\(left) left")
    if isTerminal {
      let filled = Int(fraction * 24)
      let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 24 - filled)
      StandardStreams.report(
        "\r[\(bar)] \(text)\u{1B}[K" + (state.done == total ? "\n" : ""))
    } else {
      StandardStreams.report(text + "\n")
    }
  }

  private static func time(_ seconds: Double) -> String {
    if seconds < 60 { return "\(fixed(seconds, 0)) s" }
    if seconds < 3600 { return "\(fixed(seconds / 60, 0)) min" }
    return "\(fixed(seconds / 3600, 1)) h"
  }
}
