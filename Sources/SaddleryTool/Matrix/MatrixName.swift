import ArgumentParser

/// The ensembles of `saddlery matrix`, with the options that each takes.
enum MatrixName: String, Choice {
  case goe, gue, gse, hermite, laguerre, jacobi
  case wishart
  case complexWishart = "complex-wishart"
  case quaternionWishart = "quaternion-wishart"
  case manova
  case complexManova = "complex-manova"
  case quaternionManova = "quaternion-manova"
  case wigner, sparse, levy
  case spikedWigner = "spiked-wigner"
  case spikedWishart = "spiked-wishart"
  case ginibre
  case complexGinibre = "complex-ginibre"
  case quaternionGinibre = "quaternion-ginibre"
  case haarOrthogonal = "haar-orthogonal"
  case haarSymplectic = "haar-symplectic"
  case coe, cue, cse, circular

  var about: (text: String, options: [(name: String, value: String?)]) {
    switch self {
    case .goe: ("Gaussian orthogonal ensemble", [("variance", "0.5")])
    case .gue: ("Gaussian unitary ensemble", [("variance", "1")])
    case .gse: ("Gaussian symplectic ensemble", [("variance", "2")])
    case .hermite: ("Hermite ensemble of any β", [("beta", "1")])
    case .laguerre: ("Laguerre ensemble of any β", [("first", nil), ("beta", "1")])
    case .jacobi:
      ("Jacobi ensemble of any β", [("first", nil), ("second", nil), ("beta", "1")])
    case .wishart: ("real Wishart matrices", [("observations", nil), ("variance", "1")])
    case .complexWishart:
      ("complex Wishart matrices", [("observations", nil), ("variance", "1")])
    case .quaternionWishart:
      ("quaternion Wishart matrices", [("observations", nil), ("variance", "1")])
    case .manova: ("real MANOVA matrices", [("first", nil), ("second", nil)])
    case .complexManova: ("complex MANOVA matrices", [("first", nil), ("second", nil)])
    case .quaternionManova: ("quaternion MANOVA matrices", [("first", nil), ("second", nil)])
    case .wigner: ("Wigner matrices", [("entries", "sign"), ("variance", "1")])
    case .sparse: ("sparse Wigner matrices", [("degree", nil), ("entries", "sign")])
    case .levy: ("Lévy matrices", [("stability", nil)])
    case .spikedWigner: ("GOE matrices with spikes", [("spikes", nil)])
    case .spikedWishart:
      ("sample covariances with spikes", [("observations", nil), ("spikes", nil)])
    case .ginibre: ("real Ginibre ensemble", [("variance", "1")])
    case .complexGinibre: ("complex Ginibre ensemble", [("variance", "1")])
    case .quaternionGinibre: ("quaternion Ginibre ensemble", [("variance", "1")])
    case .haarOrthogonal: ("Haar measure on O(n)", [])
    case .haarSymplectic: ("Haar measure on Sp(n)", [])
    case .coe: ("circular orthogonal ensemble", [])
    case .cue: ("circular unitary ensemble", [])
    case .cse: ("circular symplectic ensemble", [])
    case .circular: ("circular ensemble of any β", [("beta", "1")])
    }
  }

  /// The variance of an entry that was given none.
  var variance: Double {
    about.options.first { $0.name == "variance" }?.value.flatMap(Double.init) ?? 1
  }

  /// The scale of the eigenvalues, for matrices whose entries have a variance.
  func scale(variance: Double?) -> String {
    let entries = "entries of variance \(plainText(variance ?? self.variance))"
    switch self {
    case .goe, .gue, .gse: return "off-diagonal \(entries)"
    case .hermite: return "weight exp(-x²/2)"
    case .laguerre: return "weight exp(-x/2)"
    case .wishart, .complexWishart, .quaternionWishart: return "X Xᴴ, \(entries)"
    case .jacobi, .manova, .complexManova, .quaternionManova: return "of 0...1"
    case .wigner, .ginibre, .complexGinibre, .quaternionGinibre: return entries
    case .sparse: return "entries of variance 1/n"
    case .levy: return "stable entries over n^{1/α}"
    case .spikedWigner: return "edge of the bulk 2"
    case .spikedWishart: return "X Xᵀ/n, entries of variance 1 but for the spikes"
    case .haarOrthogonal, .haarSymplectic, .coe, .cue, .cse, .circular: return "radians"
    }
  }
}
