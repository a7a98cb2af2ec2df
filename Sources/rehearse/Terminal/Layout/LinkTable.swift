/// The links of a text in the order in which they stand, numbered from 1, for “open 1”.
struct LinkTable: Equatable, Sendable {
  struct Link: Equatable, Sendable {
    let number: Int
    let text: String
    /// As the author wrote it. It is foreign text: it goes to a console as `StyledText`.
    let destination: String

    /// Whether it leads out of the course, to a web page or a mail address. All others are files of
    /// the course (`../aids/questions.md`) or places in the same file (`#risks`).
    var isExternal: Bool { LinkTable.scheme(of: destination) != nil }
  }

  private(set) var links: [Link] = []

  /// The number of the link to `destination`, which is the same wherever it stands.
  mutating func number(of destination: String, text: String) -> Int {
    if let known = links.first(where: { $0.destination == destination }) { return known.number }
    links.append(Link(number: links.count + 1, text: text, destination: destination))
    return links.count
  }

  subscript(number: Int) -> Link? {
    links.indices.contains(number - 1) ? links[number - 1] : nil
  }

  /// The scheme of an absolute address (RFC 3986, section 3.1), in lower case. A single letter is a
  /// drive, not a scheme.
  static func scheme(of destination: String) -> String? {
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let scheme = destination[..<colon].lowercased()
    let isScheme =
      scheme.utf8.count > 1
      && scheme.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
      } && (scheme.utf8.first.map { (0x61...0x7A).contains($0) } ?? false)
    return isScheme ? scheme : nil
  }
}
