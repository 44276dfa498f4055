/// A model fitted to the bulk of levels, and which levels that is.
///
/// A robust fit by quartiles finds the levels that are far out, the fit by moments of the others those that are out by
/// the edge's law, until no level changes sides. The largest level of a bulk is the largest of a spectrum without spikes
/// whatever their number; so a level is out only if all farther ones are.
struct BulkFit: Sendable {
  let model: BulkModel
  /// The levels of the bulk, by number.
  let bulk: Range<Int>

  /// How a fit is made of n levels.
  struct Rule: Sendable {
    let family: SpectralFamily
    /// N of Wishart matrices, if it is known; a spike takes one of both N and n.
    let columns: Double?
    /// Scores from which on a level is out, of the robust fit and of the others.
    fileprivate let rough, critical: Double

    /// - Parameter level: the probability that any of n levels of the model is out, at either edge.
    init(_ family: SpectralFamily, size: Int, columns: Double?, level: Double) {
      let test = EdgeTest(family, size: size)
      (self.family, self.columns) = (family, columns)
      (rough, critical) = (test.critical(level / 2000), test.critical(level / 2))
    }
  }

  /// Nil if the quartiles of the levels, which ascend, are equal.
  init?(_ levels: [Double], _ rule: Rule) {
    guard
      var model = BulkModel(rule.family, quartiles: levels, columns: rule.columns)
    else { return nil }
    var bulk = Self.bulk(of: levels, model, rule.rough)
    for round in 1...20 {
      let out = Double(levels.count - bulk.count)
      model = BulkModel(
        rule.family, moments: levels[bulk], columns: rule.columns.map { $0 - out })
      let next = Self.bulk(of: levels, model, rule.critical)
      if next == bulk || round == 20 { break }
      bulk = next
    }
    (self.model, self.bulk) = (model, bulk)
  }

  /// What is not out, the middle half at least.
  private static func bulk(
    of levels: [Double], _ model: BulkModel, _ critical: Double
  ) -> Range<Int> {
    let quarter = levels.count / 4
    let above = levels.reversed().prefix(quarter).prefix { model.upperScore($0) > critical }
    let below = levels.prefix(quarter).prefix {
      model.lowerScore($0).map { $0 > critical } ?? false
    }
    return below.count..<(levels.count - above.count)
  }
}
