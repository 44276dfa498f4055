import Foundation
import TestSupport
import Testing

/// Scripts of completion are accepted by their shells and know the subcommands and their options.
@Suite struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func completion(shell: String) throws {
    let result = try Command.run(["--generate-completion-script", shell])
    #expect(result.status == 0 && result.errors.isEmpty)
    for word in ["index-energy", "confined-counts", "target-index"] {
      #expect(result.output.contains(word), "\(word)")
    }
  }

  /// What bash offers behind words, by sourcing the script as a user's shell does.
  @Test(arguments: [
    ("saddlery theory co", ["complexity", "confined-counts", "constants", "counts"]),
    ("saddlery field critical-points --dim", ["--dimension"]),
  ])
  func bash(_ line: String, _ expected: [String]) throws {
    let folder = try TemporaryFolder()
    let script = try Command.run(["--generate-completion-script", "bash"]).output
    try script.write(toFile: folder("saddlery"), atomically: true, encoding: .utf8)
    let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "--norc", "-c",
      """
      . '\(folder("saddlery"))'; COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      $(complete -p saddlery | sed 's/.*-F \\([^ ]*\\).*/\\1/') saddlery "${COMP_WORDS[COMP_CWORD]}" \
      2>/dev/null
      printf '%s\\n' "${COMPREPLY[@]}"
      """,
    ]
    shell.standardOutput = output
    try shell.run()
    let offered = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(
      offered.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.sorted()
        == expected)
  }
}
