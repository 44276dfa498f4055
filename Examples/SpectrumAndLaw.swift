import Saddlery

let ensemble = try GaussianOrthogonalEnsemble(size: 200)
let spectra = ensemble.spectra(seed: 1, samples: 0..<400)

let ratios = Estimate(bySample: spectra.map { SpacingRatios.of($0, part: 0.25...0.75) })
let few = try Law.spacingRatio(beta: 1)
print("mean ratio of spacings: \(ratios.mean) ± \(ratios.standardError)")
print("of three levels: \(few.mean)")

let law = try Law.largestEigenvalue(size: 200)
let distance = law.kolmogorovDistance(from: spectra.map { $0[199] })
print("largest eigenvalues: distance \(distance) from their exact law (0.068 at 5 %)")

let semicircle = try Law.semicircle(radius: 20)
try Figure.spectralDensity(
  EmpiricalDensity(spectra), law: ("semicircle", semicircle), quantity: "eigenvalue",
  title: "GOE, n = 200", caption: ["400 samples, seed 1, off-diagonal entries of variance 1/2"]
).write(to: "figure", name: "spectrum")
