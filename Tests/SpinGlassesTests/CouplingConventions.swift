import CHDF5
import ForeignFiles

// The conventions of other programs, written with HDF5 itself. Every file with couplings of degree 3 holds `Cube(...)`.

private let cube = Cube()
private let averaged32 = Cube(bits: 23)
private let averaged16 = Cube(bits: 10)
private let whole = cube.map { ($0 * 100).rounded() }

private func couplings(_ file: ForeignFile, at path: String = "/couplings/3") {
  file.dataset(path, Cube.shape, cube.values)
}

/// Odd, so that no double is equal.
private func large(_ x: Double) -> UInt64 { (1 << 63) + UInt64((2 + x) * 0x1p60) | 1 }

private func vector(_ count: Int) -> [Double] { (1...count).map { 0.5 * Double($0) } }

extension CouplingConvention {
  /// A convention for text, of both attributes.
  private static func texts(
    _ name: String, _ write: @escaping @Sendable (ForeignFile, _ name: String, String) -> Void
  ) -> CouplingConvention {
    CouplingConvention(name, .read(mixture: "3:1", signal: "3:0.5")) { file in
      couplings(file)
      write(file, "mixture", "3:1")
      write(file, "signal", "3:0.5")
    }
  }

  static let texts = [
    texts("h5py str") { $0.text($1, [$2], set: H5T_CSET_UTF8) },
    texts("h5py bytes") { $0.text($1, [$2], bytes: $2.utf8.count, padding: H5T_STR_NULLPAD) },
    texts("h5py array of bytes") { $0.text($1, [$2], [1], bytes: 16, padding: H5T_STR_NULLPAD) },
    texts("R rhdf5") { $0.text($1, [$2], [1], bytes: $2.utf8.count + 1) },
    texts("R rhdf5, null-padded") {
      $0.text($1, [$2], [1], bytes: $2.utf8.count, padding: H5T_STR_NULLPAD)
    },
    texts("R hdf5r") { $0.text($1, [$2], [1], set: H5T_CSET_UTF8) },
    texts("R matrix of one") { $0.text($1, [$2], [1, 1]) },
    texts("netCDF char") { $0.text($1, [$2], bytes: $2.utf8.count) },
    texts("netCDF string") { $0.text($1, [$2], [1]) },
    texts("MATLAB char") { $0.text($1, [$2], bytes: $2.utf8.count + 1) },
    texts("MATLAB string") { $0.text($1, [$2], set: H5T_CSET_UTF8) },
    texts("MATLAB cell") { $0.text($1, [$2], [1]) },
    texts("MATLAB row of a table of characters") { $0.text($1, [$2], bytes: 20, filler: " ") },
    texts("Julia") { $0.text($1, [$2], bytes: $2.utf8.count, set: H5T_CSET_UTF8) },
    texts("Fortran") {
      $0.text($1, [$2], bytes: 80, padding: H5T_STR_SPACEPAD, filler: " ")
    },
    texts("Fortran array") {
      $0.text($1, [$2], [1], bytes: 80, padding: H5T_STR_SPACEPAD, filler: " ")
    },
  ]

  /// A convention for numbers.
  private static func numbers(
    _ name: String, _ cube: Cube, error: Double = 4e-15, of type: @escaping @Sendable () -> hid_t
  ) -> CouplingConvention {
    CouplingConvention(name, .read(cube, error: error)) { file in
      file.dataset("/couplings/3", Cube.shape, of: type(), cube.values)
    }
  }

  static let types =
    [8, 16, 32, 64].flatMap { bits in
      [
        numbers("\(bits)-bit integers", whole) { StoredType.integer(bits) },
        numbers("\(bits)-bit big-endian integers", whole) {
          StoredType.integer(bits, isBigEndian: true)
        },
        numbers("\(bits)-bit unsigned integers", whole.map(abs)) {
          StoredType.integer(bits, isSigned: false)
        },
      ]
    } + [
      numbers("doubles", cube) { StoredType.float(64) },
      numbers("big-endian doubles", cube) { StoredType.float(64, isBigEndian: true) },
      numbers("averaged 32-bit floats", averaged32) { StoredType.float(32) },
      numbers("averaged 32-bit big-endian floats", averaged32) {
        StoredType.float(32, isBigEndian: true)
      },
      numbers("averaged 16-bit floats", averaged16) { StoredType.float(16) },
      // Rounded to 32 bits on the way into the file.
      numbers("doubles rounded to 32 bits", cube, error: 1e-7) { StoredType.float(32) },
      CouplingConvention("integers beyond 2^53", .read(cube.map { Double(large($0)) })) { file in
        file.dataset(
          "/couplings/3", Cube.shape, of: StoredType.integer(64, isSigned: false),
          as: cube.values.map(large))
      },
    ]

  static let layouts = [
    CouplingConvention("MATLAB chunks, compressed and extendible", .read()) { file in
      file.dataset("/couplings/3", Cube.shape, cube.values) {
        H5Pset_chunk($0, 3, [3, 3, 3]); H5Pset_shuffle($0); H5Pset_deflate($0, 9)
      }
    },
    CouplingConvention("chunks", .read()) { file in
      file.dataset("/couplings/3", Cube.shape, cube.values) { H5Pset_chunk($0, 3, [1, 4, 2]) }
    },
    CouplingConvention("checksums", .read()) { file in
      file.dataset("/couplings/3", Cube.shape, cube.values) {
        H5Pset_chunk($0, 3, [4, 4, 4]); H5Pset_fletcher32($0)
      }
    },
    CouplingConvention("hard link", .read()) { file in
      couplings(file, at: "/model/J"); file.group("/couplings")
      file.hard("/couplings/3", to: "/model/J")
    },
    CouplingConvention("soft link", .read()) { file in
      couplings(file, at: "/model/J"); file.group("/couplings")
      file.soft("/couplings/3", to: "/model/J")
    },
    CouplingConvention("soft link to a group", .read()) { file in
      couplings(file, at: "/model/J/3"); file.soft("/couplings", to: "model/J")
    },
    CouplingConvention("hard link to a group", .read()) { file in
      couplings(file, at: "/model/J/3"); file.hard("/couplings", to: "/model/J")
    },
    CouplingConvention("chain of soft links", .read()) { file in
      couplings(file, at: "/model/J"); file.soft("/here", to: "/model")
      file.group("/couplings"); file.soft("/couplings/3", to: "/here/J")
    },
    CouplingConvention("one dataset", at: "/model/J", .read()) { couplings($0, at: "/model/J") },
    CouplingConvention("one dataset by a link", at: "J", .read()) {
      couplings($0, at: "/model/J"); $0.soft("/J", to: "/model/J")
    },
    CouplingConvention("one dataset beside others", at: "/a/3", .read()) {
      couplings($0, at: "/a/3"); $0.dataset("/a/x", [5], vector(5))
    },
    CouplingConvention("a group", at: "/model/J/", .read(mixture: "3:1")) {
      couplings($0, at: "/model/J/3"); $0.text("mixture", ["3:1"])
    },
    CouplingConvention("the root group", at: "/", .read()) { couplings($0, at: "/3") },
    CouplingConvention("one dataset where a group is expected", .read()) {
      couplings($0, at: "/couplings")
    },
  ]

  /// Energies of other units: the square of a coupling need not be a double.
  static let units: [CouplingConvention] =
    [1e30, 1e-30, 1e154, 1e-153].map { unit in
      CouplingConvention("unit \(unit)", .read(Cube(scale: unit))) {
        $0.dataset("/couplings/3", Cube.shape, Cube(scale: unit).values)
      }
    }
    + [1e30, 1e-30].map { unit in
      CouplingConvention("32-bit, unit \(unit)", .read(Cube(scale: unit), error: 1e-7)) {
        $0.dataset(
          "/couplings/3", Cube.shape, of: StoredType.float(32), Cube(bits: 23, scale: unit).values)
      }
    }
    + [1e200, 1e-200].flatMap { unit in
      [
        CouplingConvention("unit \(unit), weights named", .read(Cube(scale: unit), mixture: "3:2"))
        {
          $0.dataset("/couplings/3", Cube.shape, Cube(scale: unit).values)
          $0.text("mixture", ["3:2"], [1])
        },
        CouplingConvention("unit \(unit)", .refused(["degree 3", "no double from"])) {
          $0.dataset("/couplings/3", Cube.shape, Cube(scale: unit).values)
        },
      ]
    }
}
