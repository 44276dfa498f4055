import Saddlery

// A sample covariance of one's own: 200 observations of 80 variables, one of which moves all others.
var stream = RandomStream(seed: 1, purpose: .noise)
let observations = (0..<200).map { _ -> [Double] in
  let common = 0.4 * stream.normal()
  return stream.normals(count: 80).map { $0 + common }
}
let covariance = try SampleCovariance(of: Matrix(columns: observations))
let spectrum = try SpectrumAnalysis(eigenvalues: covariance.eigenvalues, source: covariance.source)
let parameters = spectrum.fit.parameters.map { "\($0.name) \($0.value) ± \($0.standardError)" }
print("\(spectrum.fit.family): \(parameters.joined(separator: ", ")); p = \(spectrum.fit.pValue)")
for outlier in spectrum.outliers {
  print("outlier \(outlier.eigenvalue), p = \(outlier.pValue)")
}
print("mean spacing ratio \(spectrum.meanSpacingRatio.value)")
