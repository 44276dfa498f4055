import Models
import Testing

struct MixtureTests {
  @Test func parsing() throws {
    let mixture = try Mixture(parsing: "3:1,2:0.5")
    #expect(mixture.terms.map(\.degree) == [2, 3] && mixture.terms.map(\.weight) == [0.5, 1])
    #expect(mixture.topDegree == 3 && !mixture.isPure)
    #expect(try Mixture(parsing: "4:1") == .pure(4))
    #expect(try Mixture([3: 1, 2: 0.5]) == mixture)
    #expect(try Mixture(parsing: "10:2e-3").terms[0].weight == 0.002)
    #expect(Mixture.pure(10).isPure && Mixture.pure(10).topDegree == 10)
  }

  static let faults: [(String, TermsError)] = [
    ("", .malformed("", part: "", .mixture)), ("3", .malformed("3", part: "3", .mixture)),
    ("3:1,", .malformed("3:1,", part: "", .mixture)),
    ("2:1,3;1", .malformed("2:1,3;1", part: "3;1", .mixture)),
    ("3:1:2", .malformed("3:1:2", part: "3:1:2", .mixture)),
    ("x:1", .malformed("x:1", part: "x:1", .mixture)),
    ("2.5:1", .malformed("2.5:1", part: "2.5:1", .mixture)),
    ("3: 1", .malformed("3: 1", part: "3: 1", .mixture)),
    ("0:1", .degree(0, .mixture)), ("3:1,-2:1", .degree(-2, .mixture)),
    ("3:0", .coefficient(0, degree: 3, .mixture)),
    ("2:1,3:-0.5", .coefficient(-0.5, degree: 3, .mixture)),
    ("4:inf", .coefficient(.infinity, degree: 4, .mixture)),
    ("3:1,2:1,3:2", .repeated(3, .mixture)),
  ]

  @Test(arguments: faults) func refusals(text: String, error: TermsError) {
    #expect(throws: error) { try Mixture(parsing: text) }
    #expect(!error.description.contains("\n"))
  }

  @Test func refusalsOfPairs() {
    #expect(throws: TermsError.empty(.mixture)) { try Mixture([:]) }
    #expect(throws: TermsError.degree(0, .mixture)) { try Mixture([0: 1]) }
    #expect(throws: TermsError.coefficient(-1, degree: 2, .mixture)) { try Mixture([2: -1]) }
    #expect(throws: TermsError.self) { try Mixture([2: .nan]) }
    // Of two faults the one of lower degree, whatever the order of the dictionary in this process.
    #expect(throws: TermsError.degree(-3, .mixture)) { try Mixture([2: -1, -3: 1, 5: 0, 7: -1]) }
  }

  @Test func messages() {
    let expected: [(TermsError, String)] = [
      (.empty(.mixture), "the mixture is empty; give terms such as '2:0.5,3:1' (degree:weight)"),
      (
        .malformed("2:1,3;1", part: "3;1", .mixture),
        "cannot read '3;1' in mixture '2:1,3;1'; terms are degree:weight, such as '2:0.5,3:1'"
      ),
      (
        .degree(0, .mixture),
        "degree 0 in the mixture is not valid; degrees are whole numbers from 1 to 1000000"
      ),
      (
        .coefficient(-0.5, degree: 3, .mixture),
        "weight -0.5 of degree 3 is not valid; weights a_p^2 are positive numbers"
      ),
      (.repeated(3, .mixture), "degree 3 stands twice in the mixture; give each degree once"),
    ]
    for (error, message) in expected { #expect(error.description == message) }
  }

  /// ξ = 0.5 q + 2 q³ + 0.25 q⁴ at q = ±1/2; all numbers are exact in binary.
  @Test func covarianceByHand() throws {
    let mixture = try Mixture([1: 0.5, 3: 2, 4: 0.25])
    #expect(mixture.covariance(0.5) == 0.25 + 0.25 + 0.015625)
    #expect(mixture.covariance(-0.5) == -0.25 - 0.25 + 0.015625)
    #expect(mixture.covariance(0.5, derivative: 1) == 0.5 + 1.5 + 0.125)
    #expect(mixture.covariance(-0.5, derivative: 2) == -6 + 0.75)
    #expect(mixture.covariance(0.5, derivative: 3) == 12 + 3)
    #expect(mixture.covariance(7, derivative: 5) == 0)
    #expect(mixture.covariance(1) == 2.75 && mixture.covariance(0) == 0)
    #expect(mixture.covariance(0, derivative: 1) == 0.5)
    #expect((0...2).map { Mixture.pure(3).covariance(1, derivative: $0) } == [1, 3, 6])
  }

  @Test(arguments: [
    "3:1", "1:0.1,2:0.5", "2:1e-05,40:12345678901234567000", "5:0.3333333333333333",
  ])
  func descriptionsAreParsed(text: String) throws {
    let mixture = try Mixture(parsing: text)
    #expect(try Mixture(parsing: mixture.description) == mixture)
  }

  @Test func descriptionsAndFormulas() throws {
    #expect(Mixture.pure(3).description == "3:1" && Mixture.pure(3).formula == "ξ(q) = q^3")
    let mixture = try Mixture([3: 1, 1: 2, 2: 0.5])
    #expect(mixture.description == "1:2,2:0.5,3:1")
    #expect(mixture.formula == "ξ(q) = 2 q + 0.5 q^2 + q^3")
  }
}
