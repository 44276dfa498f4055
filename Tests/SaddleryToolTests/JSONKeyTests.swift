import Foundation
import TestSupport
import Testing

/// JSON objects of all commands speak one language: a key is a word of `Documentation/JSON.md`, and has everywhere
/// the type that stands there.
@Suite struct JSONKeyTests {
  /// A value of JSON, of which `Any` would not tell true from 1.
  private enum Value: Decodable {
    case null, boolean, number, text
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if (try? container.decode(Bool.self)) != nil {
        self = .boolean
      } else if (try? container.decode(Double.self)) != nil {
        self = .number
      } else if (try? container.decode(String.self)) != nil {
        self = .text
      } else if let list = try? container.decode([Value].self) {
        self = .list(list)
      } else {
        self = .object(try container.decode([String: Value].self))
      }
    }

    /// In the words of the document; nil for null, and for lists of nothing else.
    var type: String? {
      switch self {
      case .null: nil
      case .boolean: "boolean"
      case .number: "number"
      case .text: "text"
      case .list(let values): Self.common(values).map { "list of \(Self.several($0))" }
      case .object(let pairs): Self.common(Array(pairs.values)).map { "\($0)s by name" }
      }
    }

    private static func several(_ type: String) -> String {
      type.hasPrefix("list ") ? "lists " + type.dropFirst(5) : type + "s"
    }

    private static func common(_ values: [Value]) -> String? {
      let types = Set(values.compactMap(\.type))
      return types.isEmpty ? nil : types.sorted().joined(separator: " or ")
    }
  }

  /// Keys and types of the document's table.
  private static func vocabulary() throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appending(path: "Documentation/JSON.md"), encoding: .utf8)
    let rows = text.matches(of: /(?m)^\| `(\w+)` \| ([\w ]+) \|/)
    return try Dictionary(rows.map { (String($0.1), String($0.2)) }) { _, _ in
      throw CocoaError(.propertyListReadCorrupt)
    }
  }

  /// Options that bring further keys.
  private static let variants: [String: [[String: String]]] = [
    "index-energy": [["samples": "2", "points": "8"]],
    "enumerate": [["samples": "2", "signal": "3:0.5"]],
    "field critical-points": [["samples": "2"]],
    "network index-loss": [
      [
        "architecture": "3-3-1", "examples": "60", "points": "60", "limit": "5000",
      ]
    ],
    "network train": [
      ["data": "clusters", "loss": "cross-entropy", "held-out": "4"],
      ["architecture": "20-30-1", "starts": "2", "time": "3"],
    ],
    "theory counts": [["signal": "3:0.5"]],
    "theory complexity": [["signal": "3:2", "overlap": "0.5", "energy": "-1.7"]],
    "law semicircle": [["at": "0.2", "radius": "2"]],
    "law tracy-widom": [["at": "0.2", "beta": "4", "rank": "1", "scale": "bornemann"]],
    "law marchenko-pastur": [["quantile": "0.2", "variance": "2"]],
  ]

  /// Calls with ranges instead of the numbers of the small calls, and one without a name.
  private static let others = [
    "demo",
    "theory complexity --from=-1.7 --to=-1.6 --steps=2 --output=o --no-figure",
    "theory complexity --signal=3:2 --overlap=0.5 --from=-1.7 --to=-1.6 --steps=2",
    "theory counts --from=3 --to=5",
  ].map { $0.split(separator: " ").map(String.init) }

  @Test func everyKey() throws {
    let vocabulary = try Self.vocabulary()
    var seen: Set<String> = []
    let lines = try SmallCall.all().flatMap { call in
      ([[:]] + (Self.variants[call.words.joined(separator: " ")] ?? [])).map { call.line($0) }
    }
    for line in (lines + Self.others).map({ $0 + ["--json"] }) {
      let folder = try TemporaryFolder()
      let result = try Command.run(line, in: folder.path)
      #expect(result.status == 0, "\(line): \(result.errors)")
      let object = try JSONDecoder().decode([String: Value].self, from: Data(result.output.utf8))
      #expect(!object.isEmpty, "\(line)")
      for (key, value) in object {
        #expect(key.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, "\(key) of \(line)")
        let documented = try #require(vocabulary[key], "\(key) of \(line) is in no document")
        guard let type = value.type else { continue }
        #expect(type == documented, "\(key) of \(line)")
        seen.insert(key)
      }
    }
    #expect(Set(vocabulary.keys).subtracting(seen) == [], "words that no command says")
  }
}
