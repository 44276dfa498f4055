import Foundation
import KacRice
import Models
import TestSupport
import Testing

/// The errors that counts state, against other discretisations: others in step, nodes and roundings.
struct StatedErrorTests {
  /// High degrees put few minima beyond an edge where densities are differences of large numbers.
  @Test(arguments: [(3, 20), (3, 60), (3, 100), (2, 60), (10, 30), (10, 60), (20, 60), (40, 60)])
  func otherDiscretisations(_ p: Int, _ n: Int) throws {
    let counts = try [0, 2, 4].map {
      try CriticalPointCounts(.pure(p), dimension: n, firstPass: $0)
    }
    let numbers = [
      \CriticalPointCounts.byIndex, \.meanEnergyByIndex, \.standardDeviationByIndex,
    ]
    for number in numbers {
      var worst = 0.0
      for (i, a) in counts.enumerated() {
        for b in counts[..<i] {
          for (a, b) in zip(a[keyPath: number], b[keyPath: number]) {
            worst = max(worst, abs(a.value - b.value) / (a.error + b.error))
          }
        }
      }
      // Nor is the bound an empty one.
      #expect(worst < 1 && worst > 1e-3)
    }
  }

  /// Against numbers with proved error balls, by another route: determinants of skew products of monomials in balls of hundreds of
  /// bits. No count is further off than it says, and what it says is not empty.
  @Test func proved() throws {
    let rows = try referenceTable("pure_counts.csv", in: .module)
    for (model, rows) in Dictionary(grouping: rows, by: { "\($0[0]), \($0[1])" }) {
      let (p, n) = (try #require(Int(rows[0][0])), try #require(Int(rows[0][1])))
      let counts = try CriticalPointCounts(.pure(p), dimension: n).byIndex
      #expect(rows.count == n)
      let ratios = try rows.map { row -> Double in
        let (k, exact) = (try #require(Int(row[2])), try #require(Double(row[3])))
        return abs(counts[k].value - exact) / counts[k].error
      }
      let worst = try #require(ratios.max())
      print("p, N = \(model): at most \(worst) of the stated error")
      #expect(worst < 1 && worst > 1e-4)
    }
  }
}
