import ArgumentParser

/// The laws of `saddlery law`, with the options that each takes.
enum LawName: String, Choice {
  case semicircle
  case quarterCircle = "quarter-circle"
  case circular
  case marchenkoPastur = "marchenko-pastur"
  case wachter
  case kestenMcKay = "kesten-mckay"
  case tracyWidom = "tracy-widom"
  case largestEigenvalue = "largest-eigenvalue"
  case meanDensity = "mean-density"
  case spacing
  case wignerSurmise = "wigner-surmise"
  case spacingRatio = "spacing-ratio"
  case poissonSpacing = "poisson-spacing"

  var about: (text: String, options: [(name: String, value: String?)]) {
    switch self {
    case .semicircle: ("eigenvalues of Wigner matrices", [("radius", "1")])
    case .quarterCircle: ("singular values of square matrices", [("radius", "1")])
    case .circular: ("moduli of eigenvalues of Ginibre matrices", [("radius", "1")])
    case .marchenkoPastur:
      ("eigenvalues of sample covariances", [("ratio", nil), ("variance", "1")])
    case .wachter: ("eigenvalues of MANOVA matrices", [("first", nil), ("second", nil)])
    case .kestenMcKay: ("eigenvalues of regular graphs", [("degree", nil)])
    case .tracyWidom:
      (
        "largest eigenvalues of large matrices; of lower rank with --rank; three scales for --beta 4",
        [("beta", "1"), ("rank", "1"), ("scale", "stochasticAiry")]
      )
    case .largestEigenvalue:
      ("largest eigenvalue of a GOE, GUE or GSE matrix of size n", [("n", nil), ("beta", "1")])
    case .meanDensity:
      ("any eigenvalue of a GOE or GUE matrix of size n", [("n", nil), ("beta", "1")])
    case .spacing: ("spacings in the bulk, mean 1", [("beta", "1")])
    case .wignerSurmise: ("spacings of two levels, mean 1", [("beta", "1")])
    case .spacingRatio: ("ratios of spacings of three levels", [("beta", "1")])
    case .poissonSpacing: ("spacings of independent levels, mean 1", [])
    }
  }
}
