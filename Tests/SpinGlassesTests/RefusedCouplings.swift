import CHDF5
import ForeignFiles

private let cube = Cube()

private func couplings(_ file: ForeignFile, at path: String = "/couplings/3") {
  file.dataset(path, Cube.shape, cube.values)
}

extension CouplingConvention {
  /// Attributes beside couplings of degree 3.
  private static func attributes(
    _ name: String, _ texts: String..., write: @escaping @Sendable (ForeignFile) -> Void
  ) -> CouplingConvention {
    CouplingConvention(name, .refused(texts)) { file in
      couplings(file)
      write(file)
    }
  }

  static let refusedAttributes = [
    attributes("a number", "mixture", "the number 3.0", "one text", "'3:1'") {
      $0.attribute("mixture", [], of: StoredType.double, as: [3.0])
    },
    attributes("an integer", "mixture", "the number 3;", "one text") {
      $0.attribute("mixture", [], of: StoredType.integer(64), as: [3])
    },
    attributes("numbers", "mixture", "the numbers [3.0, 1.0]", "one text") {
      $0.attribute("mixture", [2], of: StoredType.double, as: [3.0, 1])
    },
    attributes("two texts", "mixture", "2 texts: '2:1', '3:1'", "one text") {
      $0.text("mixture", ["2:1", "3:1"], [2])
    },
    attributes("two texts of fixed length", "signal", "2 texts: '2:1', '3:1'", "'3:1.5'") {
      $0.text("mixture", ["3:1"])
      $0.text("signal", ["2:1", "3:1"], [2], bytes: 4)
    },
    attributes("no text", "mixture", "0 texts", "one text") { $0.text("mixture", [], [0]) },
    attributes("h5py Empty", "mixture", "nothing", "one text") {
      $0.attribute("mixture", nil, of: StoredType.text(bytes: 3), as: [UInt8]())
    },
    attributes("booleans", "signal", "booleans", "one text") {
      $0.attribute("signal", [], of: StoredType.names(["FALSE", "TRUE"]), as: [Int8(1)])
    },
    attributes("a record", "mixture", "records", "one text") {
      $0.attribute("mixture", [], of: StoredType.record(["p", "a"]), as: [3.0, 1])
    },
    attributes("an empty text", "mixture ''", "degree:weight") { $0.text("mixture", [""]) },
    attributes("another text", "mixture 'p = 3'", "degree:weight") {
      $0.text("mixture", ["p = 3"], [1])
    },
    attributes("Latin-1", "mixture", "degree:weight") {
      $0.attribute("mixture", [], of: StoredType.text(bytes: 4), as: [51, 58, 49, 0xFF] as [UInt8])
    },
    attributes("another degree", "degrees [3]", "'2:1'", "[2]") {
      $0.text("mixture", ["2:1"], [1])
    },
    attributes("a degree more", "degrees [3]", "'2:1,3:1'", "[2, 3]") {
      $0.text("mixture", ["2:1,3:1"])
    },
    attributes("a degree more in the signal", "degrees [3]", "signal '4:1'", "[3, 4]") {
      $0.text("mixture", ["3:1"])
      $0.text("signal", ["4:1.0"], [1])
    },
    attributes("a signal that is none", "signal 'yes'", "degree:strength") {
      $0.text("mixture", ["3:1"])
      $0.text("signal", ["yes"], [1])
    },
    attributes("a negative strength", "signal '3:-1'", "degree:strength") {
      $0.text("mixture", ["3:1"])
      $0.text("signal", ["3:-1"], [1])
    },
    attributes("a signal alone", "absent, though there is a signal") {
      $0.text("signal", ["3:1.5"], [1])
    },
  ]

  /// A dataset of degree 2 of another type than numbers.
  private static func elements(
    _ name: String, _ words: String, bytes: Int, of type: @escaping @Sendable () -> hid_t
  ) -> CouplingConvention {
    CouplingConvention(name, .refused(["/couplings/2", "holds \(words)", "real numbers"])) {
      $0.dataset("/couplings/2", [2, 2], of: type(), as: [UInt8](repeating: 0, count: 4 * bytes))
    }
  }

  static let refusedElements = [
    elements("h5py complex", "complex numbers", bytes: 16) { StoredType.record(["r", "i"]) },
    elements("MATLAB complex", "complex numbers", bytes: 16) {
      StoredType.record(["real", "imag"])
    },
    elements("records", "records", bytes: 16) { StoredType.record(["J", "error"]) },
    elements("text", "text", bytes: 3) { StoredType.text(bytes: 3) },
    elements("h5py bool", "booleans", bytes: 1) { StoredType.names(["FALSE", "TRUE"]) },
    elements("names", "named values", bytes: 1) { StoredType.names(["no", "yes", "never"]) },
    elements("opaque", "opaque bytes", bytes: 8) { StoredType.opaque(bytes: 8) },
    elements("references", "references", bytes: 8) { StoredType.reference() },
    elements("lists", "lists", bytes: 16) { StoredType.list() },
    elements("arrays", "arrays within", bytes: 16) { StoredType.array(2) },
    CouplingConvention("h5py Empty", .refused(["/couplings/2", "holds nothing"])) {
      $0.emptyDataset("/couplings/2")
    },
    CouplingConvention(
      "one dataset, complex", at: "/J", .refused(["'/J'", "complex numbers"])
    ) {
      $0.dataset(
        "/J", [2, 2], of: StoredType.record(["r", "i"]), as: [Double](repeating: 0, count: 8))
    },
  ]

  /// A filter of which only the name is known here.
  static let refusedFilters = [
    CouplingConvention("h5py lzf", .refused(["/couplings/3", "filter 'lzf'"])) { file in
      "lzf".withCString { name in
        var filter = H5Z_class2_t(
          version: 1, id: 32_000, encoder_present: 1, decoder_present: 1, name: name,
          can_apply: nil, set_local: nil, filter: { _, _, _, count, _, _ in count })
        H5Zregister(&filter)
        file.dataset("/couplings/3", Cube.shape, cube.values) {
          H5Pset_chunk($0, 3, Cube.shape)
          H5Pset_filter($0, filter.id, 0, 0, nil)
        }
        H5Zunregister(filter.id)
      }
    }
  ]

  static let refusedPlaces = [
    CouplingConvention("another file", .refused(["/couplings/3", "link to another file"])) {
      $0.group("/couplings")
      $0.external("/couplings/3", to: "/couplings/3", in: "other.h5")
    },
    CouplingConvention("a group in another file", .refused(["link to another file"])) {
      $0.external("/couplings", to: "/couplings", in: "other.h5")
    },
    CouplingConvention(
      "dangling", .refused(["/couplings/3", "soft link to '/J'", "not in the file"])
    ) {
      $0.group("/couplings")
      $0.soft("/couplings/3", to: "/J")
    },
    CouplingConvention("dangling group", .refused(["'/couplings'", "soft link to '/J'"])) {
      $0.soft("/couplings", to: "/J")
    },
    CouplingConvention(
      "circle", .refused(["/couplings/3", "soft link to '/couplings/4'", "circle"])
    ) {
      $0.group("/couplings")
      $0.soft("/couplings/3", to: "/couplings/4")
      $0.soft("/couplings/4", to: "/couplings/3")
    },
    CouplingConvention("two names", .refused(["/couplings/03", "/couplings/3", "keep one"])) {
      couplings($0)
      $0.hard("/couplings/03", to: "/couplings/3")
    },
    CouplingConvention("text beside couplings", .refused(["/couplings/notes", "not named"])) {
      couplings($0)
      $0.dataset(
        "/couplings/notes", [1], of: StoredType.text(bytes: 3), as: [UInt8](repeating: 0, count: 3))
    },
    CouplingConvention("a group below", .refused(["/couplings/deep/3", "not named"])) {
      couplings($0, at: "/couplings/deep/3")
    },
    CouplingConvention("elsewhere", .refused(["no dataset /couplings/<p>", "--dataset"])) {
      couplings($0, at: "/J")
    },
    CouplingConvention(
      "nothing there", at: "/model/J", .refused(["'/model/J'", "no group or dataset"])
    ) {
      couplings($0)
    },
    CouplingConvention("an empty name", at: "", .refused(["no group or dataset ''"])) {
      couplings($0)
    },
    CouplingConvention("an empty root group", at: "/", .refused(["no dataset /<p>"])) { _ in },
    CouplingConvention("an empty group", at: "/model", .refused(["no dataset /model/<p>"])) {
      couplings($0); $0.group("/model")
    },
    CouplingConvention("a number", at: "/J", .refused(["'/J'", "shape []", "equal extents"])) {
      $0.dataset("/J", [], [1])
    },
    CouplingConvention("a row", at: "/J", .refused(["'/J'", "shape [1, 4]", "equal extents"])) {
      $0.dataset("/J", [1, 4], [1, 2, 3, 4])
    },
    CouplingConvention("a square of one", .refused(["/couplings/1", "shape [1, 1]"])) {
      $0.dataset("/couplings/1", [1, 1], [1])
    },
  ]

  /// One entry off by a part of the largest one, beyond what rounding explains.
  private static func asymmetric(
    _ name: String, by part: Double, bits: Int
  ) -> CouplingConvention {
    CouplingConvention("asymmetric \(name)", .refused(["not symmetric", "[1, 2, 0]", "[0, 1, 2]"]))
    {
      var values = cube.values
      values[24] += part * (values.map(abs).max() ?? 0)
      $0.dataset("/couplings/3", Cube.shape, of: StoredType.float(bits), values)
    }
  }

  static let refusedValues = [
    asymmetric("doubles", by: 2e-12, bits: 64),
    asymmetric("32-bit floats", by: 2e-6, bits: 32),
    asymmetric("16-bit floats", by: 0.02, bits: 16),
    CouplingConvention("asymmetric integers", .refused(["not symmetric", "5.0", "4.0"])) {
      $0.dataset("/couplings/2", [2, 2], of: StoredType.integer(8), [1, 4, 5, 2])
    },
    CouplingConvention("beyond all doubles", .refused(["inf", "finite"])) {
      $0.dataset("/couplings/2", [2, 2], [1, .infinity, .infinity, 2])
    },
    CouplingConvention("zeros", .refused(["zero", "degree:weight"])) {
      $0.dataset("/couplings/2", [2, 2], [0, 0, 0, 0])
    },
  ]
}
