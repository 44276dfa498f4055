import LinearAlgebra
import Models
import RandomStreams
import SpinGlasses
import Testing

/// What the couplings of a (seed, sample) depend on, and what not.
struct CouplingTests {
  func couplings(
    _ mixture: Mixture, _ n: Int, seed: UInt64 = 1, sample: Int = 0
  ) -> [[Double]] {
    PSpinHamiltonian(mixture, dimension: n, seed: seed, sample: sample).parts.map(\.tensor.elements)
  }

  @Test func dependOnSeedSampleAndDegree() {
    let first = couplings(.pure(3), 5)
    #expect(first == couplings(.pure(3), 5))
    for other in [
      couplings(.pure(3), 5, seed: 2), couplings(.pure(3), 5, sample: 1), couplings(.pure(4), 5),
    ] {
      #expect(Set(first[0]).isDisjoint(with: other[0]))
    }
  }

  /// In colexicographic order the entries among the first N indices come first: the couplings of N
  /// spins are a part of those of more spins, exactly.
  @Test(arguments: 1...4) func growWithTheSystem(p: Int) {
    let small = couplings(.pure(p), 4)[0]
    let large = couplings(.pure(p), 9)[0]
    #expect(Array(large.prefix(small.count)) == small)
  }

  /// A degree has its own stream: other terms do not matter, its weight multiplies by a_p = 2.
  @Test func doNotDependOnOtherTerms() throws {
    let mixture = try Mixture([1: 1, 3: 4, 4: 0.5])
    #expect(couplings(mixture, 6)[1] == couplings(.pure(3), 6)[0].map { 2 * $0 })
  }

  /// One normal number per distinct entry from the named stream, over the root of its orderings.
  @Test func areTheNumbersOfTheStream() {
    var stream = RandomStream(seed: 12, purpose: .disorder, sample: 5, item: 3)
    let roots = [1, 3, 3, 1, 3, 6, 3, 3, 3, 1].map { Double($0).squareRoot() }
    for (coupling, root) in zip(couplings(.pure(3), 3, seed: 12, sample: 5)[0], roots) {
      #expect(abs(coupling - stream.normal() / root) <= 1e-15)
    }
  }

  /// Golden: a change detector, not a check. If it fails, results of old seeds have changed.
  @Test func firstNumbersOfSeedOne() {
    let expected = [0.6512109348662963, 1.302045815694163, -0.22993698096450346]
    for (x, y) in zip(couplings(.pure(3), 2)[0], expected) { #expect(abs(x - y) <= 1e-14) }
  }
}
