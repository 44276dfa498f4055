internal import Foundation

/// Who works on a store: a row of its table `runs`.
public struct RunOrigin: Sendable {
  /// When it began, as text.
  public let started: String
  /// The version of this package.
  public let version: String
  /// The commit that it was built from, empty if that is not known.
  public let revision: String
  /// The compiler that built it.
  public let toolchain: String
  /// The BLAS that it uses.
  public let blas: String
  /// The name of the machine.
  public let host: String
  /// The name of its processor.
  public let processor: String
  /// How many threads work.
  public let threads: Int

  /// This process, on this machine.
  public init(version: String, revision: String, blas: String, threads: Int) {
    started = Date.now.ISO8601Format()
    (self.version, self.revision, self.blas, self.threads) = (version, revision, blas, threads)
    toolchain = Self.compiler
    host = ProcessInfo.processInfo.hostName
    processor = Self.processor
  }

  private static var compiler: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }

  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
      ?? "unknown"
  }
}

/// How far a store is.
public struct StoreStatus: Sendable {
  /// One run on it.
  public struct Run: Sendable {
    /// When it began.
    public let started: String
    /// The version of this package.
    public let version: String
    /// The commit that it was built from, the compiler and the BLAS; empty what is not known.
    public let (revision, toolchain, blas): (String, String, String)
    /// The name of the machine.
    public let host: String
    /// The name of its processor.
    public let processor: String
    /// How many threads worked.
    public let threads: Int
    /// The share of the work.
    public let share: String
    /// Seconds that it worked.
    public let seconds: Double
    /// Samples done by it, with the parts of those under way.
    public let done: Double
    /// Samples that it was to do.
    public let total: Double
    /// `running`, `done` or `stopped`; `interrupted` if it ran on this machine and its process is gone. Of other machines as
    /// last said.
    public let state: String
  }

  /// Samples finished and rows of them.
  public let (samples, rows): (Int, Int)
  /// By part of the sweep, samples finished.
  public let byPart: [Int: Int]
  /// Pieces of samples under way.
  public let pieces: Int
  /// Samples by their verdicts.
  public let verdicts: [String: Int]
  /// The runs on it, the last one last.
  public let runs: [Run]
}

extension Store {
  /// Says that a run has begun; its number.
  func begin(_ origin: RunOrigin, _ share: Share, total: Int) throws(StoreError) -> Int {
    try withDatabase { database throws(StoreError) in
      try database.run(
        "INSERT INTO runs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 'running', ?, ?)",
        [
          .text(origin.started), .text(origin.version), .text(origin.revision), .text(origin.host),
          .integer(Int(getpid())), .text(origin.processor), .text(share.description),
          .integer(origin.threads), .real(Double(total)), .text(origin.toolchain),
          .text(origin.blas),
        ])
      return try database.integer("SELECT max(run) FROM runs")
    }
  }

  /// Says how far a run is.
  func report(_ run: Int, seconds: Double, done: Double, state: String) throws(StoreError) {
    try withDatabase { database throws(StoreError) in
      try database.run(
        "UPDATE runs SET seconds = ?, done = ?, state = ? WHERE run = ?",
        [.real(seconds), .real(done), .text(state), .integer(run)])
    }
  }

  /// How far it is, in some milliseconds, also while a run writes.
  ///
  /// - Throws: ``StoreError`` if the store cannot be read.
  public func status() throws(StoreError) -> StoreStatus {
    try withDatabase { database throws(StoreError) in
      var (samples, rows, byPart, verdicts) = (0, 0, [Int: Int](), [String: Int]())
      for row in try database.rows(
        "SELECT part, verdict, count(*), sum(rows) FROM samples GROUP BY part, verdict")
      {
        guard case .integer(let part) = row[0], case .integer(let count) = row[2],
          case .integer(let sum) = row[3]
        else { continue }
        let (total, isTooLarge) = rows.addingReportingOverflow(sum)
        guard !isTooLarge else { throw .damaged(path: path, reason: "\(sum) rows of samples") }
        (samples, rows) = (samples + count, total)
        byPart[part, default: 0] += count
        if case .text(let verdict) = row[1] { verdicts[verdict, default: 0] += count }
      }
      let runs = try database.rows(
        "SELECT \(Schema.runColumns(form: form)) FROM runs ORDER BY run"
      ).map { row in
        func text(_ place: Int) -> String {
          if case .text(let text) = row[place] { text } else { "" }
        }
        func integer(_ place: Int) -> Int {
          if case .integer(let number) = row[place] { number } else { 0 }
        }
        func number(_ place: Int) -> Double {
          switch row[place] {
          case .real(let number): number
          case .integer(let number): Double(number)
          default: 0
          }
        }
        let isGone =
          text(11) == "running" && text(3) == ProcessInfo.processInfo.hostName
          && kill(pid_t(exactly: integer(4)) ?? 0, 0) != 0 && errno == ESRCH
        return StoreStatus.Run(
          started: text(0), version: text(1), revision: text(2), toolchain: text(12),
          blas: text(13), host: text(3), processor: text(5), threads: integer(7),
          share: text(6), seconds: number(8), done: number(9), total: number(10),
          state: isGone ? "interrupted" : text(11))
      }
      return StoreStatus(
        samples: samples, rows: rows, byPart: byPart,
        pieces: try database.integer("SELECT count(*) FROM pieces"), verdicts: verdicts, runs: runs)
    }
  }
}
