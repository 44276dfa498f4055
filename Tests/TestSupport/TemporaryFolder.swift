public import Foundation

/// A fresh folder that is removed when it goes out of use.
public final class TemporaryFolder {
  /// Its absolute path.
  public let path: String

  /// Makes the folder, inside another one if that exists.
  public init(in place: String? = nil) throws {
    let place = place.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    let url = (place.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory)
      .appending(path: "saddlery-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file inside.
  public func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Names of what is inside, sorted.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Text of a file inside.
  public func text(_ name: String) throws -> String {
    try String(contentsOfFile: self(name), encoding: .utf8)
  }

  /// Bytes of a file inside.
  public func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: self(name)))
  }
}
