internal import Foundation
internal import Requirements

/// Whether an image is whole. gnuplot's exit status does not tell: it is 0 after a write to a full disk.
enum ImageFile {
  /// Whether a file of the name's type begins, goes on and ends as it must.
  static func isAccepted(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    switch path.split(separator: ".").last {
    case "svg": return isAcceptedSVG(data)
    case "pdf": return isAcceptedPDF(data)
    default: return isAcceptedPNG(data)
    }
  }

  /// An element that ends, every `<` with its `>` and every group closed.
  private static func isAcceptedSVG(_ data: Data) -> Bool {
    guard let text = String(data: data, encoding: .utf8), text.hasPrefix("<?xml"),
      text.contains("<svg"), text.split(whereSeparator: \.isWhitespace).last == "</svg>",
      !text.utf8.contains(0)
    else { return false }
    let bytes = text.utf8
    return bytes.count { $0 == UInt8(ascii: "<") } <= bytes.count { $0 == UInt8(ascii: ">") }
      && count("<g", followedBy: " >\n\t", in: text) == count("</g>", in: text)
      && count("<text", followedBy: " >", in: text) == count("</text>", in: text)
  }

  private static func count(_ part: String, followedBy ends: String = "", in text: String) -> Int {
    let pieces = text.components(separatedBy: part).dropFirst()
    guard !ends.isEmpty else { return pieces.count }
    return pieces.count { piece in piece.first.map { ends.contains($0) } ?? false }
  }

  /// The header, and at the end the place of a table of contents that is there.
  private static func isAcceptedPDF(_ data: Data) -> Bool {
    let tail = String(decoding: data.suffix(64), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard data.starts(with: Data("%PDF-".utf8)), tail.last == "%%EOF", tail.count >= 3,
      tail[tail.count - 3] == "startxref", let place = Int(tail[tail.count - 2]),
      (0..<data.count).contains(place)
    else { return false }
    return data[place...].starts(with: Data("xref".utf8))
      || data[place...].prefix(16).contains(UInt8(ascii: " "))
  }

  /// The signature, then chunks that follow each other with the right checksums up to the last, IEND.
  private static func isAcceptedPNG(_ data: Data) -> Bool {
    let bytes = [UInt8](data)
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return false }
    func word(_ place: Int) -> Int { bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    var place = 8
    while place + 12 <= bytes.count {
      let length = word(place)
      guard place + 12 + length <= bytes.count,
        checksum(bytes[(place + 4)..<(place + 8 + length)]) == word(place + 8 + length)
      else { return false }
      let isLast = bytes[(place + 4)..<(place + 8)].elementsEqual("IEND".utf8)
      place += 12 + length
      if isLast { return place == bytes.count }
    }
    return false
  }

  /// CRC-32 of the PNG specification.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    var crc: UInt32 = .max
    for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
    return Int(~crc)
  }

  private static let table: [UInt32] = (0..<256).map { n in
    (0..<8).reduce(UInt32(n)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }
}
