/// How a course wants its certificates to look.
package struct CertificateTheme: Equatable, Sendable {
  /// A picture that came with the course.
  package enum Picture: Equatable, Sendable {
    case png([UInt8])
    case svg([UInt8])

    package static let maximumBytes = 1024 * 1024

    /// Nil where the bytes are neither a PNG nor an SVG that can be read, or too many.
    package init?(_ bytes: [UInt8]) {
      guard bytes.count <= Self.maximumBytes else { return nil }
      if (try? PNGFile(bytes)) != nil {
        self = .png(bytes)
      } else if let root = try? XMLReader.read(bytes), root.name == "svg" {
        self = .svg(bytes)
      } else {
        return nil
      }
    }

    /// The picture as an address that holds it. In an `img` or an `image`, no script in it runs and
    /// nothing is fetched.
    var address: String {
      switch self {
      case .png(let bytes): "data:image/png;base64," + Base64.text(of: bytes)
      case .svg(let bytes): "data:image/svg+xml;base64," + Base64.text(of: bytes)
      }
    }
  }

  /// Dark enough to be read on white.
  package var colour: Colour
  package var logo: Picture?
  /// What is baked as PNG, and stands on the sheet; without one, the program's own emblem.
  package var badge: Picture?
  /// `Dana Reyes, Head of Training`
  package var signatory: String?
  package var footer: String?
  /// The language of the course's words, as BCP 47 has it.
  package var language: String

  package static let defaultColour = Colour(red: 0x1A, green: 0x4D, blue: 0x6E)

  package init(
    colour: Colour = CertificateTheme.defaultColour, logo: Picture? = nil, badge: Picture? = nil,
    signatory: String? = nil, footer: String? = nil, language: String = "en"
  ) {
    self.colour = colour
    self.logo = logo
    self.badge = badge
    self.signatory = signatory
    self.footer = footer
    self.language = language
  }
}
