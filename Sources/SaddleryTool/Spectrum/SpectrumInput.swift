import ArgumentParser
import Commands
import Foundation
import Saddlery

/// What `spectrum` reads, and as what.
struct SpectrumInput: ParsableArguments {
  @Argument(help: ArgumentHelp("A CSV or HDF5 file.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Where it is in an HDF5 file (default: the only dataset of numbers).", valueName: "path"))
  var dataset: String?

  @Flag(help: "The file is a data table: a row is an observation, a column a variable.")
  var data = false

  @Flag(help: "Divide every column of a data table by its standard deviation.")
  var standardize = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The eigenvalues are those of a sample covariance of so many degrees of freedom.",
      valueName: "number"))
  var observations: Int?

  func validate() throws {
    if standardize && !data {
      throw ValidationError("--standardize is for data tables; add --data")
    }
    guard let observations else { return }
    guard !data else {
      throw ValidationError("--observations is known of a data table; leave out one of both")
    }
    try require("observations", observations, in: Domain.count)
  }

  /// Eigenvalues, what they are of, and that in words.
  struct Spectrum {
    var eigenvalues: [Double]
    var source = SpectrumSource.symmetric
    var words: String
    /// Columns that do not vary, from 1.
    var constants: [Int] = []
  }

  /// The eigenvalues, after whatever can be refused at once.
  func spectrum() throws -> Spectrum {
    let (rows, columns, values) = try numbers()
    if let bad = values.firstIndex(where: { !$0.isFinite }) {
      throw Failure.input(
        "row \(bad / columns + 1), column \(bad % columns + 1) of \(quoted(file)) is \(values[bad]); give "
          + "finite numbers")
    }
    if data { return try covariance(rows, columns, values) }
    var spectrum: Spectrum
    if rows == 1 || columns == 1 {
      spectrum = Spectrum(eigenvalues: values, words: "a list of \(values.count) eigenvalues")
    } else {
      spectrum = Spectrum(
        eigenvalues: try eigenvalues(rows, columns, values),
        words: "a symmetric matrix of size \(rows)")
    }
    if let observations {
      spectrum.source = .covariance(
        variables: spectrum.eigenvalues.count, degreesOfFreedom: observations)
      spectrum.words += ", a covariance of \(observations) degrees of freedom"
    }
    return spectrum
  }

  private func covariance(_ rows: Int, _ columns: Int, _ values: [Double]) throws -> Spectrum {
    guard rows > 1 else {
      throw Failure.input(
        "\(quoted(file)) has one row, one observation; a covariance needs 11 or more")
    }
    let least = Double(min(rows, columns))
    try Cost.requireMemory(
      16 * Double(rows) * Double(columns) + 40 * least * least, remedy: "give fewer columns")
    // Row by row is an observation a column.
    let covariance = try asInput {
      try SampleCovariance(
        of: Matrix(rows: columns, columns: rows, elements: values), isStandardized: standardize)
    }
    let kind = standardize ? "correlation" : "covariance"
    return Spectrum(
      eigenvalues: covariance.eigenvalues, source: covariance.source,
      words: "the sample \(kind) of \(covariance.variables) variables, \(rows) observations",
      constants: covariance.constants.map { $0 + 1 })
  }

  private func eigenvalues(_ n: Int, _ columns: Int, _ values: [Double]) throws -> [Double] {
    guard n == columns else {
      throw Failure.input(
        "\(quoted(file)) has \(n) rows and \(columns) columns, no square matrix; for a data table add --data"
      )
    }
    let remedy = "give a smaller matrix"
    try Cost.requireMemory(40 * Double(n) * Double(n), remedy: remedy)
    try Cost.requireTime(pow(Double(n), 3) / 2e9, threads: 1, remedy: remedy)
    var matrix = Matrix(rows: n, columns: n, elements: values)
    var (largest, worst, place) = (0.0, 0.0, (0, 0))
    for j in 0..<n {
      for i in j..<n {
        let (below, above) = (matrix[i, j], matrix[j, i])
        largest = max(largest, abs(below), abs(above))
        if abs(below - above) > worst { (worst, place) = (abs(below - above), (j + 1, i + 1)) }
        matrix[i, j] = below / 2 + above / 2
      }
    }
    // Rounding of single precision, and of printed digits, is below.
    guard worst <= 1e-6 * largest else {
      throw Failure.input(
        "\(quoted(file)) is not symmetric: entries (\(place.0), \(place.1)) and (\(place.1), \(place.0)) "
          + "differ by \(significant(worst / largest)) of the largest entry; give a symmetric matrix"
      )
    }
    var solver = HermitianEigensolver<Double>(size: n)
    guard solver.diagonalize(matrix) else {
      throw Failure.input("the eigenvalues of \(quoted(file)) were not found; give smaller entries")
    }
    return solver.eigenvalues
  }

  /// The numbers of the file, row by row.
  private func numbers() throws -> (rows: Int, columns: Int, values: [Double]) {
    guard try dataset != nil || Self.isHDF5(file) else {
      do {
        let table = try NumberTable(readingFrom: file)
        return (table.rows, table.columns, table.values)
      } catch {
        if case .unreadable = error { throw Failure.input("\(error)") }
        throw Failure.input("\(quoted(file)) is no table of numbers: \(error)")
      }
    }
    let array = ArrayFile(file)
    let path = try asInput { try dataset ?? onlyDataset(of: array) }
    let shape = try asInput { try array.shape(of: path) }
    let count = shape.reduce(1.0) { $0 * Double($1) }
    guard (1...2).contains(shape.count), count > 0 else {
      throw Failure.input(
        "dataset \(quoted(path)) in \(quoted(file)) has shape \(shape); give rows and columns of numbers"
      )
    }
    try Cost.requireMemory(24 * count, remedy: "give a smaller one")
    let values = try asInput { try array.read(path).values }
    return (shape[0], shape.count == 1 ? 1 : shape[1], values)
  }

  private func onlyDataset(of array: ArrayFile) throws -> String {
    let entries = try array.entries().map(\.path)
    guard entries.count == 1 else {
      let names = entries.prefix(5).map { shown($0, limit: 40) }.joined(separator: ", ")
      throw Failure.input(
        entries.isEmpty
          ? "\(quoted(file)) has no dataset of real numbers; give a file that has one"
          : "\(quoted(file)) has \(entries.count) datasets of numbers, \(names)"
            + "\(entries.count > 5 ? ", ..." : ""); name one with --dataset")
    }
    return entries[0]
  }

  /// Whether the file begins as HDF5 does; judges the memory that a text takes.
  static func isHDF5(_ file: String) throws -> Bool {
    let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Double
    try Cost.requireMemory(7 * (size ?? 0), remedy: "give a smaller one")
    let start = try? FileHandle(forReadingAtPath: file)?.read(upToCount: 8)
    return start == Data([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a])
  }
}
