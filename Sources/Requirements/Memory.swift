internal import Foundation

/// Whether so many bytes can be had at the moment: at most nine tenths of the machine's memory, and within the limit on
/// the address space of this process, if it has one.
///
/// What is allocated by an array afterwards ends the process if it fails, so ask first.
package func isMemoryAvailable(_ bytes: Double) -> Bool {
  guard bytes <= 0.9 * Double(ProcessInfo.processInfo.physicalMemory) else { return false }
  // Asking is doing: nothing is touched.
  guard bytes >= 1, let block = malloc(Int(bytes)) else { return bytes < 1 }
  free(block)
  return true
}
