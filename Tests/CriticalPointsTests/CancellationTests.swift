import CriticalPoints
import Landscapes
import Models
import SpinGlasses
import Statistics
import Synchronization
import Testing

/// Work that is ended: soon, with what it has, and never with a proof that it has not.
@Suite struct CancellationTests {
  private let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 20, seed: 1)

  @Test func searchTellsWhatItFinds() {
    let told = Mutex<[Int: CriticalPoint]>([:])
    let all = Search(hamiltonian).run(
      points: 200, seed: 1,
      found: { ends in
        told.withLock { told in for end in ends { told[end.start] = end.point } }
      })
    #expect(told.withLock { told in all.indices.map { told[$0] } } == all.map(Optional.some))
  }

  /// What is returned is what was told of, each record that of the whole run.
  @Test func search() {
    let all = Search(hamiltonian).run(points: 400, seed: 1)
    let cancellation = Cancellation()
    let told = Mutex<[Int: CriticalPoint]>([:])
    let some = Search(hamiltonian).run(
      points: 400, seed: 1, cancellation: cancellation,
      found: { ends in
        told.withLock { told in for end in ends { told[end.start] = end.point } }
        cancellation.cancel()
      })
    let numbers = told.withLock { $0.keys.sorted() }
    #expect(!numbers.isEmpty && numbers.count < 400)
    #expect(some == numbers.map { all[$0] })
  }

  /// An exploration that is ended says that it came to no end, with a part of what the whole one has.
  @Test func exploration() {
    let landscape = PSpinHamiltonian(.pure(3), dimension: 6, seed: 1)
    let exploration = Exploration(Search(landscape))
    let told = Mutex<[Int]>([])
    let whole = exploration.run(
      from: 2, seed: 1, found: { orbits in told.withLock { $0.append(orbits.orbits.count) } })
    let counts = told.withLock { $0 }
    #expect(whole.isExhausted && counts.count == whole.rounds + 1)
    #expect(counts == counts.sorted() && counts.last == whole.orbits.orbits.count)
    for round in 0..<whole.rounds {
      let cancellation = Cancellation()
      var rounds = 0
      let part = exploration.run(
        from: 2, seed: 1, cancellation: cancellation,
        found: { _ in
          if rounds == round { cancellation.cancel() }
          rounds += 1
        })
      #expect(!part.isExhausted && part.rounds == round)
      #expect(part.points == Array(whole.points.prefix(part.points.count)))
      #expect(part.orbits.orbits.count == counts[round])
    }
  }

  @Test(arguments: [1, 2]) func enumeration(_ threads: Int) {
    let cancellation = Cancellation()
    let kept = Mutex<[EnumerationPiece]>([])
    #expect(throws: EnumerationError.cancelled) {
      try Enumeration.run(
        PSpinHamiltonian(.pure(3), dimension: 10, seed: 1), threads: threads,
        keep: { piece in
          kept.withLock { $0.append(piece) }
          cancellation.cancel()
        }, cancellation: cancellation)
    }
    // Those under way were followed to their ends.
    #expect((1...threads).contains(kept.withLock { $0.count }))
  }

  /// At whatever moment a sweep ends, it proves or claims nothing that the whole one does not.
  @Test func sweep() {
    let landscape = FunctionLandscape(on: Box(-4...4, dimension: 2)) { x in
      sin(3 * x[0]) * cos(2 * x[1]) + 0.1 * x[0] * x[1]
    }
    let whole = Sweep(landscape).run()
    #expect(whole.completeness == .proved)
    var (cancelled, proved) = (0, 0)
    for moment in stride(from: 0, through: 1000, by: 40) {
      let cancellation = Cancellation()
      let part = Sweep(landscape).run(threads: 2, cancellation: cancellation) {
        if $0.done >= moment { cancellation.cancel() }
      }
      switch part.completeness {
      case .incomplete(let missing):
        #expect(missing == ["cancelled"])
        #expect(part.points.count <= whole.points.count)
        cancelled += 1
      case .proved:
        #expect(part.byIndex == whole.byIndex)
        proved += 1
      default: Issue.record("\(moment): \(part.completeness)")
      }
    }
    #expect(cancelled > 5 && proved > 0)
  }
}
