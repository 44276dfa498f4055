import ArgumentParser
import Foundation
import Logging
import Saddlery

/// Log messages as lines on standard error: time, level, message and what it is about.
struct LineLog: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  init(_ level: Logger.Level) { logLevel = level }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let about = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let words = about.map { " \($0.key)=\(shown("\($0.value)"))" }.joined()
    StandardStreams.report(
      "\(Date.now.ISO8601Format()) \(event.level) \(event.message)\(words)\n")
  }

  /// One word.
  private func shown(_ value: String) -> String {
    value.contains(where: \.isWhitespace) ? "\"\(value)\"" : value
  }
}

/// What can be logged, each with all that stands before it.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case info, debug, trace

  var level: Logger.Level {
    switch self {
    case .info: .info
    case .debug: .debug
    case .trace: .trace
    }
  }
}
