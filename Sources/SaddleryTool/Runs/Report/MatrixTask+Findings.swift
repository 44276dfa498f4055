import Saddlery

extension MatrixTask {
  func findings(_ part: StoredPart, threads: Int) throws -> Findings {
    let values = part.samples.map { $0.rows.map { spectra.value($0.map(\.number)) } }
    let all = Array(values.joined())
    let measured = try spectra.density(values)
    var lines = ["\(all.count) values from \(all.min() ?? .nan) to \(all.max() ?? .nan)"]
    if let law = spectra.law {
      lines.append(
        "largest distance from the law's F: \(fixed(law.kolmogorovDistance(from: all), 4))")
    }
    return Findings(
      lines: lines,
      figures: [spectra.figure(measured, scale: scale, title: title, caption: caption(part))],
      tables: [("Density", measured.table(law: spectra.law, provenance: provenance))])
  }
}
