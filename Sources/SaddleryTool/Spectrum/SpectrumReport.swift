import Saddlery

/// An analysis in words and as JSON.
struct SpectrumReport {
  let analysis: SpectrumAnalysis
  let input: SpectrumInput.Spectrum
  let name: String

  private var fit: SpectrumFit { analysis.fit }
  private var level: Double { analysis.level }

  var provenance: Provenance {
    Provenance(
      model: "\(shown(name)): \(input.words)", convention: "eigenvalues, in the unit of the file",
      seed: analysis.seed,
      notes: ["\(analysis.references) reference spectra of each kind", fitted])
  }

  var caption: [String] {
    [input.words, fitted, "\(analysis.references) reference spectra, seed \(analysis.seed)"]
  }

  /// The law with its parameters.
  private var fitted: String {
    let parameters = fit.parameters.map {
      "\($0.name) \(significant($0.value, 5))"
        + ($0.standardError > 0 ? " ± \(significant($0.standardError))" : "")
    }
    return
      "\(fit.family.words), \(parameters.joined(separator: ", ")): p = \(significant(fit.pValue))"
  }

  var lines: [String] {
    let (least, most) = (
      analysis.eigenvalues[0], analysis.eigenvalues[analysis.eigenvalues.count - 1]
    )
    return [
      "\(shown(name)): \(input.words), \(significant(least, 5)) to \(significant(most, 5))"
    ] + setAside + ["bulk of \(fit.bulk.count): \(fitted), " + verdict]
      + outlierLines + [""] + statisticLines
      + [
        "", "levels: " + conclusion,
        "\(analysis.references) reference spectra of each kind, seed \(analysis.seed)",
      ]
  }

  private var setAside: [String] {
    let columns = input.constants
    let names = columns.prefix(10).map { "\($0)" }.joined(separator: ", ")
    return
      (columns.isEmpty
      ? [] : ["constant, set aside: column \(names)\(columns.count > 10 ? ", ..." : "")"])
      + (analysis.zeros > 0 ? ["zero, set aside: \(analysis.zeros)"] : [])
  }

  /// Of the fit; so few references may have no p-value at the level.
  private var verdict: String {
    if fit.pValue <= level { return "contradicted" }
    return isDecided(sides: 1) ? "consistent" : "inconclusive, " + remedy(sides: 1)
  }

  private func isDecided(sides: Double) -> Bool {
    sides / Double(analysis.references + 1) <= level
  }

  private func remedy(sides: Double) -> String {
    "level \(level) takes \(shortened((sides / level).rounded(.up) - 1)) references"
  }

  private var outlierLines: [String] {
    let outliers = analysis.outliers
    guard !outliers.isEmpty else { return ["none beyond its edges at level \(level)"] }
    let presumed = fit.pValue <= level ? ", read as if the bulk had its law" : ""
    let symbol = fit.family == .semicircle ? "strength θ" : "variance ℓ"
    let shown = outliers.suffix(20).reversed().map { outlier in
      "  \(significant(outlier.eigenvalue, 5))  "
        + (outlier.pValue > 0 ? "p = \(significant(outlier.pValue))" : "p < 1e-130")
        + (outlier.strength.map { "  \(symbol) = \(significant($0, 4))" } ?? "")
        + (outlier.squaredOverlap.map { "  squared overlap \(significant($0, 3))" } ?? "")
    }
    return ["beyond its edges at level \(level)\(presumed): \(outliers.count)"] + shown
      + (outliers.count > 20 ? ["  and \(outliers.count - 20) more"] : [])
  }

  /// A table of values with p-values.
  private var statisticLines: [String] {
    let names = SpectralReference.allCases
    let rows = analysis.statistics.map { name, statistic in
      let length = statistic.length.map { ", L = \(plainText($0))" } ?? ""
      let value = name == "spacing_distance" ? "" : significant(statistic.value, 4)
      return [Self.words[name]! + length, value]
        + statistic.comparisons.map { significant($0.pValue) }
    }
    let table = [["", "value"] + names.map { "p, " + $0.rawValue }] + rows
    let widths = table[0].indices.map { i in table.map(\.[i].count).max()! }
    return table.map { row in
      zip(row, widths).enumerated().map { i, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return i == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }
  }

  private static let words = [
    "distance": "distance from the fitted law", "mean_spacing_ratio": "mean spacing ratio",
    "spacing_distance": "distance of spacings", "number_variance": "number variance",
    "rigidity": "rigidity",
  ]

  /// What the mean spacing ratio says.
  private var conclusion: String {
    guard isDecided(sides: 2) else { return "nothing decided, " + remedy(sides: 2) }
    let (all, ratio) = (SpectralReference.allCases, analysis.meanSpacingRatio)
    let kept = all.filter { !(ratio[$0].pValue <= level) }.map(\.rawValue)
    return "the mean spacing ratio is "
      + (kept.isEmpty ? "that of none of them" : "consistent with " + kept.joined(separator: ", "))
      + " at level \(level)"
  }

  var keys: [String: Any?] {
    [
      "count": analysis.eigenvalues.count, "zeros": analysis.zeros,
      "smallest": analysis.eigenvalues[0],
      "largest": analysis.eigenvalues[analysis.eigenvalues.count - 1],
      "constantColumns": input.constants.count, "seed": analysis.seed, "level": level,
      "references": analysis.references, "model": provenance.model,
      "fit": [
        "law": fit.family.rawValue, "pValue": fit.pValue, "distance": analysis.distance.value,
        "count": Double(fit.bulk.count),
        "parameters": Dictionary(uniqueKeysWithValues: fit.parameters.map { ($0.name, $0.value) }),
        "standardErrors": Dictionary(
          uniqueKeysWithValues: fit.parameters.map { ($0.name, $0.standardError) }),
      ] as [String: Any?],
      "outliers": analysis.outliers.map {
        [
          "eigenvalue": $0.eigenvalue, "pValue": $0.pValue, "strength": $0.strength,
          "squaredOverlap": $0.squaredOverlap,
        ] as [String: Any?]
      },
      "meanSpacingRatio": object(analysis.meanSpacingRatio),
      "spacingDistance": object(analysis.spacingDistance),
      "numberVariance": analysis.numberVariance.map(object),
      "rigidity": analysis.rigidity.map(object),
    ]
  }

  private func object(_ statistic: SpectralStatistic) -> [String: Any?] {
    var result: [String: Any?] = ["value": statistic.value]
    if let length = statistic.length { result["length"] = length }
    for one in statistic.comparisons {
      let name = one.reference == .poisson ? "Poisson" : one.reference.rawValue
      (result["p" + name], result["expected" + name]) = (one.pValue, one.expected)
    }
    return result
  }
}
