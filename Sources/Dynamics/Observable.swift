internal import Foundation
public import Landscapes
public import LinearAlgebra

/// A number that each replica has where it is, such as its energy: a name and how it is found.
public struct Observable<L: Landscape>: Sendable {
  /// A word for columns of files.
  public let name: String
  /// The number of each column of points.
  public let values: @Sendable (L, Matrix<Double>) -> [Double]

  /// An observable of one's own.
  ///
  /// - Parameters:
  ///   - name: a word for columns of files.
  ///   - values: one number for each column of points.
  public init(_ name: String, values: @escaping @Sendable (L, Matrix<Double>) -> [Double]) {
    (self.name, self.values) = (name, values)
  }

  /// The value over the dimension, f/n; on a sphere the energy E = H/N.
  public static var energy: Observable {
    Observable("energy") { landscape, points in
      let n = Double(points.rows)
      return values(landscape, points).map { $0 / n }
    }
  }

  /// The value f of a loss.
  public static var loss: Observable { Observable("loss", values: values) }

  private static func values(_ landscape: L, _ points: Matrix<Double>) -> [Double] {
    landscape.batches(of: points.columns).flatMap {
      landscape.jets(at: points.columns(in: $0), upTo: .value).values
    }
  }

  /// |grad f|/√n, n the ambient dimension.
  public static var gradientNorm: Observable {
    Observable("gradient_norm") { landscape, points in
      let n = Double(points.rows)
      return landscape.batches(of: points.columns).flatMap { batch in
        let some = points.columns(in: batch)
        var gradients = landscape.jets(at: some, upTo: .gradient).gradients
        landscape.domain.project(&gradients, at: some)
        return gradients.squaredColumnNorms.map { ($0 / n).squareRoot() }
      }
    }
  }

  /// The number of negative eigenvalues of the Hessian along the domain, at points that need not be critical; NaN where
  /// the Hessian is not finite.
  public static var index: Observable {
    Observable("index") { landscape, points in
      landscape.indices(at: points).map { $0.map(Double.init) ?? .nan }
    }
  }

  /// The k-th lowest eigenvalue of the Hessian along the domain, from 0.
  public static func eigenvalue(_ k: Int) -> Observable {
    Observable("eigenvalue_\(k)") { landscape, points in
      landscape.spectra(at: points).map { $0[k] }
    }
  }
}
