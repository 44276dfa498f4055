import LinearAlgebra
import Testing

struct OpenBLASTests {
  #if os(Linux)
    /// GSL's CBLAS, picked up by link order, would give the same numbers, slowly.
    @Test func providesProducts() {
      #expect(OpenBLAS.library.contains("openblas"))
    }
  #endif
}
