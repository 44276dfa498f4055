import Foundation
import TestSupport
import Testing

@Suite struct LawTests {
  /// F₁(-2) and F₂(-2) of Tracy and Widom, by 30-digit Fredholm determinants.
  @Test(arguments: [("1", 0.27432019790921786), ("2", 0.41322414250512255)])
  func tracyWidom(_ beta: String, _ expected: Double) throws {
    let result = try Command.run(["law", "tracy-widom", "--beta", beta, "--at", "-2", "--json"])
    #expect(result.status == 0)
    let json = try result.json()
    #expect(abs(try #require(json["cdf"] as? Double) - expected) < 1e-13)
    #expect(try #require(json["pdf"] as? Double) > 0)
  }

  /// Every law answers, with its parameters, and its quantile of F(x) is x.
  @Test(arguments: [
    "semicircle --radius 2", "quarter-circle", "circular", "marchenko-pastur --ratio 0.5",
    "wachter --first 2 --second 3", "kesten-mckay --degree 3", "tracy-widom --beta 4",
    "tracy-widom --rank 2", "largest-eigenvalue --n 5 --beta 2", "mean-density --n 4",
    "spacing --beta 2", "wigner-surmise --beta 1.5", "spacing-ratio", "poisson-spacing",
  ])
  func laws(_ text: String) throws {
    let arguments = ["law"] + text.split(separator: " ").map(String.init)
    let moments = try Command.run(arguments + ["--json"]).json()
    let mean = try #require(moments["mean"] as? Double)
    #expect(try #require(moments["variance"] as? Double) > 0)
    let there = try Command.run(arguments + ["--json", "--at", "\(mean)"]).json()
    let cdf = try #require(there["cdf"] as? Double)
    #expect(cdf > 0.2 && cdf < 0.8)
    let back = try Command.run(arguments + ["--json", "--quantile", "\(cdf)"]).json()
    #expect(abs(try #require(back["at"] as? Double) - mean) < 1e-11)
  }

  @Test(arguments: [
    ("nothing --at 1", "nothing", "semicircle"), ("semicircle --ratio 1", "--ratio", "--radius"),
    ("semicircle --radius -1", "radius -1", "positive"),
    ("semicircle --radius inf", "radius inf", "positive"),
    ("marchenko-pastur --at 1", "marchenko-pastur", "--ratio"),
    ("tracy-widom --beta 3", "3", "1, 2 or 4"), ("tracy-widom --beta 1.5", "--beta 1.5", "1, 2"),
    ("tracy-widom --rank 5", "rank 5", "1, 2, 3 or 4"), ("spacing --at nan", "--at nan", "number"),
    ("tracy-widom --scale big", "big", "bornemann"),
    ("poisson-spacing --quantile 1.5", "--quantile 1.5", "0 to 1"),
    ("poisson-spacing --quantile 0.5 --at 1", "--quantile", "--at"),
    ("wachter --first 0.5 --second 0.25", "0.75", "above 1"),
    ("largest-eigenvalue --n 0", "size 0", "1 or more"),
    ("largest-eigenvalue --n 5000", "size 5000", "600"),
  ])
  func badInput(_ text: String, _ value: String, _ remedy: String) throws {
    let result = try Command.run(["law"] + text.split(separator: " ").map(String.init))
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains(value) && result.errors.contains(remedy), "\(result.errors)")
  }
}
