public import LinearAlgebra
internal import Requirements

/// A function that is a sum, f = c Σ_i f_i, such as a loss over data or a Hamiltonian made of independent ones.
///
/// P independent Hamiltonians of one ensemble with c = 1/√P are one of it again.
public struct SumLandscape<Term: Landscape>: Landscape {
  /// The f_i, all on one domain.
  public let terms: [Term]
  /// The factor c.
  public let factor: Double

  /// c times the sum of some functions.
  public init(_ terms: [Term], factor: Double) {
    demand(!terms.isEmpty, "a sum needs at least one term")
    demand(terms.allSatisfy { $0.domain == terms[0].domain }, "the terms of a sum differ in domain")
    demand(factor.isFinite, "a sum times \(factor) is no function")
    (self.terms, self.factor) = (terms, factor)
  }

  /// That of the terms.
  public var domain: Term.Space { terms[0].domain }

  /// The worst of the terms'; more is lost where they cancel.
  public var accuracy: DerivativeAccuracy {
    let all = terms.map(\.accuracy)
    return DerivativeAccuracy(
      gradient: all.reduce(0) { max($0, $1.gradient) },
      hessian: all.reduce(0) { max($0, $1.hessian) })
  }

  /// The term whose mean over i is the whole: as many times c f_i as there are terms.
  public func miniBatch(_ i: Int) -> SumLandscape {
    SumLandscape([terms[i]], factor: factor * Double(terms.count))
  }

  /// - Complexity: that of all terms.
  public func hessianProducts(at point: [Double], _ vectors: Matrix<Double>) -> Matrix<Double> {
    var sum = Matrix<Double>(rows: vectors.rows, columns: vectors.columns)
    for term in terms { sum.add(term.hessianProducts(at: point, vectors), times: factor) }
    return sum
  }

  /// - Complexity: that of all terms.
  public func evaluate(_ points: Matrix<Double>, into jets: inout JetBatch) {
    jets.clear()
    for term in terms {
      let part = term.jets(at: points, upTo: jets.order)
      for b in jets.values.indices { jets.values[b] += factor * part.values[b] }
      jets.gradients.add(part.gradients, times: factor)
      if let hessians = part.hessians { jets.hessians?.add(hessians, times: factor) }
    }
  }
}
