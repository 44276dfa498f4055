internal import OutputFiles

/// A file of named arrays of reals in the HDF5 format, which NumPy (h5py), Julia and MATLAB also
/// read.
///
/// Every call opens the file and closes it again. Calls from several threads wait for one another.
/// HDF5's own messages on standard error are turned off in the whole process.
public struct ArrayFile: Sendable, Hashable {
  /// Path of the file.
  public let path: String

  /// Names a file; touches nothing.
  public init(_ path: String) {
    self.path = path
  }

  /// The name without its folder.
  package var name: String { OutputFile(path).name }
}
