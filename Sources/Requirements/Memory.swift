internal import Foundation

/// Whether so many bytes can be had at the moment: at most nine tenths of the machine's memory, and within the limit on
/// the address space of this process, if it has one.
///
/// What is allocated by an array afterwards ends the process if it fails, so ask first.
package func isMemoryAvailable(_ bytes: Double) -> Bool {
  guard bytes <= 0.9 * Double(ProcessInfo.processInfo.physicalMemory) else { return false }
  guard bytes >= 1 else { return true }
  // Asking is doing: nothing is touched. (Of malloc and free the compiler would leave nothing.)
  let block = mmap(
    nil, Int(bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  guard let block, block != UnsafeMutableRawPointer(bitPattern: -1) else { return false }
  munmap(block, Int(bytes))
  return true
}
