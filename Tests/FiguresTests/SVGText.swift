import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts of an SVG, and whether it is XML without anything that runs.
struct SVGText {
  let texts: [String]
  let isHarmless, isWellFormed: Bool

  init(_ data: Data) {
    let parser = XMLParser(data: data)
    let reader = Reader()
    parser.delegate = reader
    isWellFormed = parser.parse()
    (texts, isHarmless) = (reader.texts, reader.isHarmless)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    var isHarmless = true
    private var isInText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let isKnown = ["script", "foreignObject", "iframe"].allSatisfy { $0 != name }
      isHarmless = isHarmless && isKnown && !attributes.keys.contains { $0.hasPrefix("on") }
      if name == "text" {
        isInText = true
        texts.append("")
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isInText { texts[texts.count - 1] += string }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "text" { isInText = false }
    }
  }
}
