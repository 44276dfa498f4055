import RandomMatrices
import Testing

/// Outliers against the equations of the resolvent, integrated over the bulk: z solves 1 = θ E 1/(z - x).
@Suite struct RankOneOutlierTests {
  /// The vector is (z - M)⁻¹v, so ⟨v, u⟩² = (E 1/(z-x))² / E 1/(z-x)².
  @Test(arguments: [1.2, 1.5, 2.385, 7]) func additive(_ θ: Double) throws {
    let bulk = LawCase("semicircle", try SemicircleLaw(radius: 2))
    let outlier = try RankOneOutlier.additive(strength: θ)
    let z = outlier.position
    let first = bulk.integral(to: 2) { 1 / (z - $0) }
    let second = bulk.integral(to: 2) { 1 / ((z - $0) * (z - $0)) }
    #expect(abs(θ * first - 1) < 1e-12)
    #expect(abs(outlier.squaredOverlap - first * first / second) < 1e-12)
    // Control: an eigenvalue 1 % further out.
    #expect(abs(θ * bulk.integral(to: 2) { 1 / (1.01 * z - $0) } - 1) > 1e-3)
  }

  /// S = Σ^{1/2} W Σ^{1/2} has the spectrum of WΣ, whose vector is w = (z - W)⁻¹Wv: 1 = (ℓ-1)T with
  /// T = E x/(z - x), and Σ^{1/2}w has squared overlap ℓT² / (E x²/(z-x)² + (ℓ-1)T²) with v.
  @Test(arguments: [(3.0, 0.5), (2.1, 0.97), (4.7, 2.6), (1.9, 0.3)])
  func covariance(_ spike: Double, _ ratio: Double) throws {
    let law = try MarchenkoPasturLaw(ratio: ratio)
    let bulk = LawCase("Marchenko-Pastur", law, bulk: law.bands[0])
    let outlier = try RankOneOutlier.covariance(spike: spike, ratio: ratio)
    let (z, edge) = (outlier.position, law.bands[0].upperBound)
    let first = bulk.integral(to: edge) { $0 / (z - $0) }
    let second = bulk.integral(to: edge) { $0 * $0 / ((z - $0) * (z - $0)) }
    let expected = spike * first * first / (second + (spike - 1) * first * first)
    #expect(abs((spike - 1) * first - 1) < 1e-12)
    #expect(abs(outlier.squaredOverlap - expected) < 1e-12)
    #expect(abs((spike - 1) * bulk.integral(to: edge) { $0 / (1.01 * z - $0) } - 1) > 1e-3)
  }

  /// Below the threshold the edge of the bulk; at it no jump.
  @Test func transition() throws {
    for θ in [0, 0.4, 1] {
      let outlier = try RankOneOutlier.additive(strength: θ)
      #expect(outlier.position == 2 && outlier.squaredOverlap == 0)
    }
    let near = try RankOneOutlier.additive(strength: 1 + 1e-6)
    #expect(near.position > 2 - 1e-15 && near.position < 2 + 2e-12)
    #expect(abs(near.squaredOverlap - 2e-6) < 1e-11)
    for ratio in [0.3, 2.6] {
      let edge = try MarchenkoPasturLaw(ratio: ratio).bands[0].upperBound
      let threshold = try RankOneOutlier.covariance(spike: 1, ratio: ratio).threshold
      for spike in [0.5, 1, threshold, threshold + 1e-7] {
        let outlier = try RankOneOutlier.covariance(spike: spike, ratio: ratio)
        #expect(abs(outlier.position - edge) < 1e-12)
        #expect(spike > threshold ? outlier.squaredOverlap > 0 : outlier.squaredOverlap == 0)
      }
    }
  }
}
