import Foundation
import TestSupport
import Testing

/// `saddlery network enumerate`.
@Suite struct NetworkEnumerateTests {
  private static let whole =
    #"{"H":1,"di":1,"dx":1,"dy":1,"X":[[0.5]],"Y":[[1]],"lam":[[[0.1]],[[0.2]]],"more":[]}"#

  /// One hidden unit, one example: w₁ = ±√(...) and zero, five complex solutions.
  @Test func smallest() throws {
    let folder = try TemporaryFolder()
    try Self.whole.write(toFile: folder.path + "/i.json", atomically: true, encoding: .utf8)
    let run = try Command.run(
      ["network", "enumerate", "--instance", "i.json", "--json", "--output", "o.csv"],
      in: folder.path)
    #expect(run.status == 0)
    let json = try run.json()
    #expect(json["foundComplex"] as? Int == 5 && json["real"] as? Int == 3)
    #expect(json["byIndex"] as? [Int] == [2, 1, 0] && json["signedSum"] as? Int == 1)
    #expect(json["verdict"] as? String == "checked")
    // x w v = y - √(λ₁ λ₂)/x at the minima.
    let root = (0.1 * 0.2).squareRoot()
    let product = (1 - root / 0.5) / 0.5
    let residual = 0.5 * product - 1
    let loss = residual * residual / 2 + root * product
    let losses = try #require(json["losses"] as? [Double])
    #expect(abs(losses[0] / loss - 1) < 1e-13 && abs(losses[2] - 0.5) < 1e-15)
  }

  @Test(arguments: [
    ("", "cannot read"), ("[1]", "is no deep linear network"),
    (whole.replacing("\"H\":1", with: "\"H\":0"), "H 0 is not valid"),
    (whole.replacing("\"H\":1", with: "\"H\":2"), "lam has 2 layers"),
    (whole.replacing("\"X\":[[0.5]]", with: "\"X\":[[0.5],[1]]"), "X is not of shape 1 x 1"),
    (whole.replacing("\"lam\"", with: "\"lamb\""), "the key lam is missing"),
    (whole.replacing("0.2", with: "0"), "decay 0 is not valid"),
    (whole.replacing("[[1]]", with: "[[\"a\"]]"), "is no deep linear network"),
  ])
  func refusals(_ text: String, _ words: String) throws {
    let folder = try TemporaryFolder()
    if !text.isEmpty {
      try text.write(toFile: folder.path + "/i.json", atomically: true, encoding: .utf8)
    }
    let run = try Command.run(
      ["network", "enumerate", "--instance", "i.json", "--output", "o.csv"], in: folder.path)
    #expect(run.status == 65)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/o.csv"))
  }
}
