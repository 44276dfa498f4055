import Saddlery

let table = try DataTable(readingFrom: "figure/points.csv")
guard let origin = table.provenance, let energies = table["energy"],
  let fractions = table["index_fraction"]
else { fatalError("not a table of critical points") }

let curve = try LimitingIndexCurve(Mixture(parsing: origin.model))
let misses = zip(energies, fractions).map { curve.indexFraction(energy: $0) - $1 }
  .filter { !$0.isNaN }
let square = misses.reduce(0) { $0 + $1 * $1 } / Double(misses.count)
print("\(origin.model): \(misses.count) points, rms α - α∞(E) = \(square.squareRoot())")
