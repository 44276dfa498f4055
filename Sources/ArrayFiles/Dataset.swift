internal import Requirements

/// A named array of reals with attributes.
public struct Dataset: Sendable, Hashable {
  /// Absolute path inside the file, such as `/couplings/3`; groups on the way are created.
  public let path: String
  /// Extents, the slowest index first; empty for a single number.
  public let shape: [Int]
  /// Elements in row-major order, the last index running fastest, as in NumPy and C.
  public let values: [Double]
  /// Named values attached to the array.
  public var attributes: [String: Attribute]

  /// Creates a dataset.
  ///
  /// - Parameters:
  ///   - path: in the file, such as `/couplings/3`.
  ///   - shape: extents, the slowest index first.
  ///   - values: in row-major order.
  ///   - attributes: of the array, by name.
  /// - Precondition: the path is absolute and names something; no extent is negative and their
  ///   product is the number of values.
  public init(
    _ path: String, shape: [Int], values: [Double], attributes: [String: Attribute] = [:]
  ) {
    demand(
      path.hasPrefix("/") && !path.hasSuffix("/") && !path.contains("\0"),
      "'\(path)' cannot be the path of a dataset: it must look like /group/name")
    demand(
      shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count,
      "dataset '\(path)' of shape \(shape) cannot hold \(values.count) values")
    self.path = path
    self.shape = shape
    self.values = values
    self.attributes = attributes
  }

  /// Creates a vector.
  public init(_ path: String, _ values: [Double], attributes: [String: Attribute] = [:]) {
    self.init(path, shape: [values.count], values: values, attributes: attributes)
  }
}

/// A small value attached to a file, a group or a dataset; at most 64 kB each.
public enum Attribute: Sendable, Hashable {
  /// An unsigned integer, such as a seed.
  case unsigned(UInt64)
  /// A signed integer.
  case integer(Int)
  /// A real number.
  case real(Double)
  /// Several real numbers; an array of integers is read as reals, one of any rank as a flat list.
  case reals([Double])
  /// UTF-8 text without NUL characters.
  case text(String)
  /// An array of texts, of any rank as a flat list; also of a single one, as R and netCDF write a text.
  case texts([String])
  /// Something that is neither numbers nor text, in words, such as `booleans`; it cannot be written.
  case other(String)
}
