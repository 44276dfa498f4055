import Statistics
import Testing

@Suite struct RankCorrelationTests {
  @Test func isThatOfRanks() {
    #expect(RankCorrelation([1, 2, 5, 9], [0, 1, 4, 100]).value == 1)
    #expect(RankCorrelation([1, 2, 5, 9], [3, 2, 1, 0]).value == -1)
    // 1 - 6 Σd²/(n(n²-1)) with d = 1, -1, 0, 0.
    #expect(abs(RankCorrelation([1, 2, 3, 4], [2, 1, 3, 4]).value - 0.8) < 1e-15)
    // Equal values have the mean of their ranks: Σ ranks deviations 4.5, of squares 4.5 and 5.
    #expect(
      abs(RankCorrelation([1, 1, 3, 4], [1, 2, 3, 4]).value - 0.9.squareRoot()) < 1e-15)
    #expect(RankCorrelation([1, 1, 1], [1, 2, 3]).value.isNaN)
  }

  @Test func errorIsTheJackknifes() {
    #expect(RankCorrelation([1, 2, 3, 4], [10, 20, 30, 40]).standardError == 0)
    #expect(RankCorrelation([1, 2], [1, 2]).standardError.isNaN)
    // Without one of the four: 0.5 twice of the ordered ones, 1 twice of those exchanged.
    let error = RankCorrelation([1, 2, 3, 4], [2, 1, 3, 4]).standardError
    #expect(abs(error - (0.75 * 4 * 0.0625).squareRoot()) < 1e-15)
  }
}
