import Saddlery

// Two panels of one's own: a curve with its band beside a histogram.
let energies = stride(from: -1.65, through: -1.5, by: 0.005).map(\.self)
let complexity = try AnnealedComplexity(.pure(3))
let curve = Figure(
  title: "complexity", x: Axis("E = H/N"), y: Axis("log of the number / N"),
  series: [
    Series(
      "all points", x: energies, y: energies.map { complexity.total(energy: $0) }, style: .line,
      colour: .blue)
  ], lines: [.horizontal(at: 0)])
var stream = RandomStream(seed: 1, purpose: .noise)
let normals = Figure(
  title: "normals", x: Axis("x"), y: Axis("density"),
  series: [.histogram("1000 numbers", of: stream.normals(count: 1000), heights: .density)])
try Panels([curve, normals], columns: 2).write(to: "figure", name: "panels")
