/// How a certificate looks that a course awards: what the front matter of a certification says of it.
package struct CertificateAppearance: Equatable, Sendable {
  /// The paths of pictures, from the course folder.
  package var badge: String?
  package var logo: String?
  package var colour: Colour?
  /// A name, or a name and a role with a comma between them.
  package var signatory: String?
  package var footer: String?

  init(_ context: inout ReadingContext) {
    badge = Self.picture("badge", &context)
    logo = Self.picture("logo", &context)
    // What cannot be read on white cannot be read on the paper either.
    colour = context.value(
      "colour", expected: "# and six digits, dark enough to be read on white, such as #1a4d6e"
    ) { text in Colour(text).flatMap { $0.isReadableOnWhite ? $0 : nil } }
    signatory = Self.words("signatory", "a name and a role, such as Dana Reyes, Head of Training", &context)
    footer = Self.words("footer", "one line of text", &context)
  }

  private static func picture(_ name: String, _ context: inout ReadingContext) -> String? {
    let path = context.path
    return context.value(name, expected: "the path of a picture, such as images/\(name).png or .svg") {
      guard case .file(let file, anchor: nil) = LinkTarget($0, in: path),
        [".png", ".svg"].contains(where: file.lowercased().hasSuffix)
      else { return nil }
      return file
    }
  }

  private static func words(
    _ name: String, _ expected: String, _ context: inout ReadingContext
  ) -> String? {
    context.value(name, expected: expected) { $0.isEmpty ? nil : $0 }
  }
}
