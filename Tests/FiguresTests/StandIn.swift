import Figures
import Foundation
import TestSupport

/// A stand-in for gnuplot, in a folder `bin` of its own, that does what a shell script says.
///
/// A process of its own writes it: while another thread starts a process, a file that is open for writing here
/// could not be run.
func standIn(_ script: String, in folder: TemporaryFolder) throws -> Gnuplot {
  let shell = Process()
  shell.executableURL = URL(fileURLWithPath: "/bin/sh")
  shell.arguments = [
    "-c",
    "mkdir -p \"$1\" && printf '#!/bin/sh\\n%s\\n' \"$2\" > \"$1/gnuplot\" && chmod +x \"$1/gnuplot\"",
    "sh", folder("bin"), script,
  ]
  try shell.run()
  shell.waitUntilExit()
  return Gnuplot(searchPath: folder("bin"))
}
