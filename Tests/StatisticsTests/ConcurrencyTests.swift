import Statistics
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
  private struct Refusal: Error, Equatable { let number: Int }

  /// Values in order and every step of progress once, whatever the threads; numbers need not begin at 0.
  @Test(arguments: [1, 2, 7]) func valuesAndProgress(_ threads: Int) {
    let seen = Mutex<[WorkProgress]>([])
    let values = concurrentMap(
      5..<205, threads: threads,
      progress: { step in
        seen.withLock { $0.append(step) }
      }
    ) { $0 * $0 }
    #expect(values == (5..<205).map { $0 * $0 })
    #expect(seen.withLock { $0 } == (1...200).map { WorkProgress(done: $0, total: 200) })
    #expect(concurrentMap(3..<3, threads: threads) { $0 }.isEmpty)
  }

  /// The error arrives, and what had not begun is left out: on one thread all behind it. Control: without an error all
  /// are done.
  @Test(arguments: [1, 4]) func errors(_ threads: Int) {
    func count(refusing refused: Int?) -> Int {
      let done = Atomic<Int>(0)
      do {
        _ = try concurrentMap(0..<10_000, threads: threads) { (number) throws(Refusal) in
          if number == refused { throw Refusal(number: number) }
          done.add(1, ordering: .relaxed)
          return number
        }
      } catch {
        #expect(error == Refusal(number: 20))
      }
      return done.load(ordering: .relaxed)
    }
    let done = count(refusing: 20)
    #expect(threads == 1 ? done == 20 : done < 10_000)
    #expect(count(refusing: nil) == 10_000)
  }
}
