import Saddlery

// Thirty oscillators with random couplings: value once, derivatives exact.
let n = 30
var stream = RandomStream(seed: 1, purpose: .disorder)
let couplings = stream.normals(count: n * n)
let landscape = FunctionLandscape(dimension: n, length: 1) { x in
  var energy: TracedNumber = 0
  for i in 0..<n {
    energy += x[i] * x[i] / 2
    for j in 0..<i { energy += couplings[n * i + j] * sin(x[i]) * sin(x[j]) }
  }
  return energy
}
let check = DerivativeCheck(
  landscape, at: stream.normals(count: n), along: stream.normals(count: n))
print("slopes of Taylor remainders \(check.gradientSlope), \(check.hessianSlope) (2 and 3)")

let points = Search(landscape).run(points: 200, indices: Array(0...7), seed: 1)
print("\(points.count { $0.outcome == .converged }) of \(points.count) searches converged")
try Figure.indexVersusValue(points, directions: n, quantity: "energy / N", scale: Double(n))
  .write(to: "figure", name: "own-landscape")
