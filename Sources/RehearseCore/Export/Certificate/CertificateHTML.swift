/// A certificate as one page that needs nothing else: it prints on one sheet of A4 or Letter, is read
/// on a telephone, and holds the credential, so that the page itself can be verified.
package enum CertificateHTML {
  package static func text(
    _ credential: AchievementCredential, trust: TrustLevel, signed: BakedCredential,
    theme: CertificateTheme = CertificateTheme()
  ) -> String {
    let sheet = CertificateSheet(credential, trust: trust, theme: theme)
    let page = CertificatePage(sheet: sheet)
    return page.html(credential: block(signed)).text
  }

  // MARK: The credential in the page

  private static let jsonOpening = #"<script type="application/vc" id="credential">"#
  private static let jwtOpening = #"<script type="application/jwt" id="credential">"#
  private static let ending = "</script>"

  /// Data that no browser runs. JSON has `\u003c` for each `<`, which would end it or begin a comment.
  private static func block(_ signed: BakedCredential) -> HTML {
    switch signed {
    case .json(let text):
      let inside = text.split(separator: "<", omittingEmptySubsequences: false)
        .joined(separator: "\\u003c")
      return .checked(jsonOpening + inside + ending)
    case .jwt(let text): return .checked(jwtOpening + text + ending)
    }
  }

  /// Whether it begins as an HTML page does.
  package static func isPage(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.prefix(14).map { $0 | 0x20 }
    return start.starts(with: "<!doctype html".utf8.map { $0 | 0x20 })
      || start.starts(with: "<html".utf8)
  }

  /// The credential that `text` put into a page.
  package static func credential(
    in bytes: [UInt8]
  ) throws(BakedCredential.Failure) -> BakedCredential {
    guard bytes.count <= SVGCredential.maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    let json = places(of: jsonOpening, in: bytes[...])
    let jwt = places(of: jwtOpening, in: bytes[...])
    guard json.count + jwt.count <= 1 else { throw .severalCredentials(.html) }
    guard let start = json.first ?? jwt.first,
      let end = places(of: ending, in: bytes[start.upperBound...]).first?.lowerBound
    else { throw .noCredential(.html) }
    let content = bytes[start.upperBound..<end]
    guard let text = String(validating: json.isEmpty ? Array(content) : unescaped(content), as: UTF8.self),
      let credential = BakedCredential(text)
    else { throw .unreadable(.html) }
    switch credential {
    case .json where !json.isEmpty: return credential
    case .jwt where json.isEmpty: return credential
    default: throw .unreadable(.html)
    }
  }

  /// Takes back what `block` did, to the byte; a reverse solidus that is escaped itself stays.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let escape = Array("\\u003c".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] != UInt8(ascii: "\\") {
        out.append(bytes[place])
        place += 1
      } else if bytes[place...].starts(with: escape) {
        out.append(UInt8(ascii: "<"))
        place += escape.count
      } else {
        out += bytes[place..<min(place + 2, bytes.endIndex)]
        place += 2
      }
    }
    return out
  }

  /// The first two places at the most: more is never asked for.
  private static func places(of text: String, in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    var found: [Range<Int>] = []
    var rest = bytes
    while found.count < 2, let start = rest.firstIndex(of: wanted[0]) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        found.append(start..<(start + wanted.count))
        rest = rest.dropFirst(wanted.count)
      } else {
        rest = rest.dropFirst()
      }
    }
    return found
  }
}
