import Commands
import Questions
import Saddlery

/// What an experiment is called at the command line: a number, and its name in lower case.
struct DemoName {
  let number: Int
  let name: String
  let experiment: any Experiment.Type

  /// In the order of the list.
  static let all = Experiments.topics.flatMap(\.experiments).enumerated().map {
    DemoName(number: $0 + 1, name: hyphenated($1.name), experiment: $1)
  }

  /// The one that is meant, whatever its capitals and hyphens; otherwise throws with the nearest.
  static func experiment(_ text: String) throws(Failure) -> DemoName {
    let letters = letters(text)
    if let known = all.first(where: { Self.letters($0.name) == letters || "\($0.number)" == text })
    {
      return known
    }
    guard Int(text) == nil else {
      throw .usage("no experiment \(shown(text)); give a name, or a number from 1 to \(all.count)")
    }
    let nearest = all.map { ($0.name, distance(letters.prefix(100), Self.letters($0.name)[...])) }
      .min { $0.1 < $1.1 }
    throw .usage(
      "no experiment '\(shown(text))'; did you mean \(nearest?.0 ?? "")? 'saddlery demo' lists all")
  }

  /// `EntropySGD` as `entropy-sgd`.
  private static func hyphenated(_ name: String) -> String {
    let scalars = Array(name)
    return scalars.indices.reduce(into: "") { text, i in
      let begins =
        i > 0 && scalars[i].isUppercase
        && (scalars[i - 1].isLowercase || (i + 1 < scalars.count && scalars[i + 1].isLowercase))
      text += (begins ? "-" : "") + scalars[i].lowercased()
    }
  }

  private static func letters(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self)
  }

  /// Letters to insert, remove or exchange to make one of the other.
  private static func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in zip(1..., a) {
      var corner = row[0]
      row[0] = i
      for (j, other) in zip(1..., b) {
        let change = corner + (letter == other ? 0 : 1)
        corner = row[j]
        row[j] = min(change, row[j] + 1, row[j - 1] + 1)
      }
    }
    return row[b.count]
  }
}
