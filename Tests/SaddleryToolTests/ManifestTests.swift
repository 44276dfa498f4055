import Foundation
import TestSupport
import Testing

/// The manifest names what each module imports, no less and no more: each can be used alone.
@Suite struct ManifestTests {
  private struct Manifest: Decodable {
    struct Target: Decodable {
      let name: String
      let path: String?
      let type: String
      let dependencies: [[String: [String?]]]

      init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decode(String.self, forKey: .name)
        path = try values.decodeIfPresent(String.self, forKey: .path)
        type = try values.decode(String.self, forKey: .type)
        // byName: [name, condition], product: [name, package, ...].
        dependencies = try values.decode([[String: [Name]]].self, forKey: .dependencies)
          .map { $0.mapValues { $0.map(\.text) } }
      }

      private enum Key: String, CodingKey { case name, path, type, dependencies }

      private struct Name: Decodable {
        let text: String?
        init(from decoder: any Decoder) throws {
          text = try? decoder.singleValueContainer().decode(String.self)
        }
      }
    }

    let targets: [Target]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func manifest() throws -> Manifest {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data)
  }

  private static func folder(of target: Manifest.Target) -> URL {
    root.appending(
      path: target.path ?? (target.type == "test" ? "Tests/" : "Sources/") + target.name)
  }

  private static func isOfC(_ target: Manifest.Target) -> Bool {
    FileManager.default.fileExists(atPath: folder(of: target).appending(path: "include").path)
  }

  private static func imports(of target: Manifest.Target) -> Set<String> {
    let files = FileManager.default.enumerator(
      at: folder(of: target), includingPropertiesForKeys: nil)
    var found: Set<String> = []
    for case let file as URL in files! where file.pathExtension == "swift" {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for match in text.matches(of: /(?m)^ *(?:@\w+ )*(?:\w+ )?import (\w+)/) {
        found.insert(String(match.1))
      }
    }
    return found
  }

  @Test func dependenciesAreImports() throws {
    let manifest = try Self.manifest()
    #expect(manifest.targets.count > 30)
    let known = Set(manifest.targets.map(\.name))
      .union(["ArgumentParser", "ComplexModule", "RealModule", "SystemPackage"])
    for target in manifest.targets where target.type != "system" {
      let declared = Set(target.dependencies.flatMap { $0.values.compactMap { $0[0] } })
      let imported = Self.imports(of: target).intersection(known)
      #expect(imported.subtracting(declared) == [], "\(target.name) imports what it does not name")
      // The umbrella brings every module; those that import it name them all, so that builds see changes. C
      // modules include; tests of the program run it.
      guard !imported.contains("Saddlery"), !Self.isOfC(target)
      else { continue }
      let unused = declared.subtracting(imported).subtracting(["SaddleryTool", "experiments"])
      #expect(unused == [], "\(target.name) names what it does not import")
    }
  }
}
