import LinearAlgebra
import RandomMatrices
import RandomStreams

/// The spectra of an ensemble's own matrices, whatever cheaper route it has.
struct DenseSpectrum<Ensemble: HermitianMatrixEnsemble>: HermitianMatrixEnsemble {
  let base: Ensemble

  init(_ base: Ensemble) { self.base = base }

  var rows: Int { base.rows }
  var columns: Int { base.columns }
  var size: Int { base.size }
  var limitingLaw: (any SpectralLaw)? { base.limitingLaw }

  func sample(into matrix: inout Matrix<Ensemble.Scalar>, using stream: inout RandomStream) {
    base.sample(into: &matrix, using: &stream)
  }
}
