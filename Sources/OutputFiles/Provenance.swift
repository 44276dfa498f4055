/// Where a file comes from: what stands at the top of everything the package writes.
public struct Provenance: Sendable, Hashable {
  /// The version of this package.
  public static let version = "0.1.0"

  /// The model, in the field's words.
  public var model: String
  /// The scale of every number in the file.
  public var convention: String
  /// The seed of the run; nil if nothing in it was drawn.
  public var seed: UInt64?
  /// Further lines, such as the command.
  public var notes: [String]

  /// A record of origin.
  public init(model: String, convention: String, seed: UInt64?, notes: [String] = []) {
    self.model = model
    self.convention = convention
    self.seed = seed
    self.notes = notes
  }

  /// The lines of a comment block.
  public var comments: [String] {
    ["Saddlery \(Self.version)", "model: \(model)"] + (seed.map { ["seed: \($0)"] } ?? [])
      + ["convention: \(convention)"] + notes
  }
}
