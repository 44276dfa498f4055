extension Figure {
  /// The files that ``write(to:name:provenance:gnuplot:)`` writes for a name.
  public static func fileNames(_ name: String) -> [String] {
    ["csv", "gp", "svg", "pdf", "png"].map { "\(name).\($0)" }
  }
}
