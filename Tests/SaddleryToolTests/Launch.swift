import Foundation

/// One run of the program with what it cost: time on the processor and the most memory it had.
struct Launch {
  /// The exit status; negative the number of the signal that ended it.
  let status: Int32
  let errors: String
  /// User and system time, which other work on the machine does not lengthen.
  let processorSeconds: Double
  let megabytes: Double
  /// Whether it was ended because it took too long.
  let isCutOff: Bool

  /// - Parameter limit: seconds on the clock before it is ended.
  init(_ arguments: [String], in folder: String, limit: Double) throws {
    let errorPath = folder + ".err"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let program = Command.products.appending(path: "saddlery").path
    let call = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = call.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let problem = posix_spawn(&process, call[0], &actions, nil, &words, environ)
    guard problem == 0 else { throw POSIXError(.init(rawValue: problem) ?? .EIO) }
    let start = Date()
    var (code, usage): (Int32, rusage) = (0, rusage())
    var isCutOff = false
    var peak = 0.0
    while wait4(process, &code, WNOHANG, &usage) == 0 {
      peak = max(peak, Self.peakMegabytes(of: process))
      if !isCutOff, Date().timeIntervalSince(start) > limit {
        kill(process, SIGTERM)
        isCutOff = true
      }
      usleep(500)
    }
    self.isCutOff = isCutOff
    status = code & 0x7f == 0 ? (code >> 8) & 0xff : -(code & 0x7f)
    errors = (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? ""
    unlink(errorPath)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + 1e-6 * Double(time.tv_usec) }
    processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    // Linux counts as the child's the memory of the process that started it, up to its own first instruction.
    #if os(Linux)
      megabytes = peak
    #else
      megabytes = Double(usage.ru_maxrss) / 1_048_576
    #endif
  }

  /// The most memory that a process has had since it became the program; 0 before, when it still has that of the process that started it
  /// (its name changes after its memory), and where the system does not say.
  private static func peakMegabytes(of process: pid_t) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let lines = status.split(separator: "\n")
    guard lines.first == "Name:\tsaddlery" else { return 0 }
    let line = lines.first { $0.hasPrefix("VmHWM:") }
    return Double(line?.split(whereSeparator: \.isWhitespace)[1] ?? "0")! / 1024
  }
}
