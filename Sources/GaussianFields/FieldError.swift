internal import Foundation
public import Requirements

/// Why a field cannot be made.
public enum FieldError: Error, Equatable, CustomStringConvertible {
  /// A parameter outside its domain.
  case parameter(ParameterError)
  /// A covariance whose spectral measure nobody knows how to draw from.
  case noSpectrum
  /// A covariance without the derivatives that are asked for.
  case rough
  /// A value and a Hessian that cannot both be asked for: the field's trace is fixed by its value.
  case degenerateJet
  /// A grid that no torus of so many points makes part of a circulant matrix without negative eigenvalues.
  case notEmbeddable(points: Int)
  /// A covariance that decays too slowly to be summed over the periods of a torus.
  case slowDecay
  /// A field that takes more waves on a torus than its samples can hold.
  case tooManyWaves
  /// A field that does not vary on a torus so short.
  case constant
  /// Points that do not fit into memory.
  case memory(bytes: Double, available: Double)
  /// Two entries of a list, counted from 0, that are the same point or the same derivative there.
  case duplicatePoints(Int, Int)
  /// An entry of a list that others determine to rounding: its covariance matrix is not positive definite.
  case dependentPoint(Int)
  /// An entry of a list with a coordinate or value that is infinite or not a number.
  case notFinite(Int)

  /// One line: the value at fault and what would be valid.
  public var description: String {
    switch self {
    case .parameter(let error): error.description
    case .noSpectrum:
      "the spectral measure of this covariance is not known; sample it on points or a grid"
    case .rough:
      "a field of this covariance lacks the first or second derivatives asked for; choose a smoother one"
    case .degenerateJet:
      "value and trace of the Hessian determine each other for this covariance; choose another one"
    case .notEmbeddable(let points):
      "the covariance reaches too far for the grid: it has negative eigenvalues on every torus of up to "
        + "\(points) points; give a larger spacing or a shorter length"
    case .slowDecay:
      "this covariance decays too slowly to be made periodic; choose a longer period"
    case .tooManyWaves:
      "a field of this covariance takes more than 100000 waves on this torus; choose a shorter period, a "
        + "longer correlation length or a smoother covariance"
    case .constant:
      "a field of this covariance is constant on so short a torus; choose a longer period"
    case .memory(let bytes, let available):
      "this takes \(Self.gigabytes(bytes)) GB of memory, this machine has "
        + "\(Self.gigabytes(available)) GB; choose fewer points or samples"
    case .duplicatePoints(let first, let second):
      "entries \(first) and \(second) of the list are the same (the first is 0); leave one out"
    case .dependentPoint(let i):
      "entry \(i) of the list (the first is 0) follows from others to rounding; put points farther "
        + "apart, choose a rougher covariance, or see whether a custom one is positive definite"
    case .notFinite(let i):
      "entry \(i) of the list (the first is 0) has an infinite or undefined number; give finite ones"
    }
  }

  private static func gigabytes(_ bytes: Double) -> String { String((bytes / 1e8).rounded() / 10) }

  /// What checks parameters, with its errors as errors of fields.
  static func checking(_ body: () throws(ParameterError) -> Void) throws(FieldError) {
    do { try body() } catch { throw .parameter(error) }
  }

  /// Throws if it takes more than 80% of the memory there is.
  package static func requireMemory(bytes: Double) throws(FieldError) {
    let available = Double(ProcessInfo.processInfo.physicalMemory)
    guard bytes < 0.8 * available else { throw .memory(bytes: bytes, available: available) }
  }
}
