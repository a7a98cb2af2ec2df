/// The signed text of a certificate, in the two spellings that there are.
package enum BakedCredential: Equatable, Sendable {
  /// JSON with a proof in it.
  case json(String)
  /// A compact JWS: three parts of base64url with dots between them.
  case jwt(String)

  package var text: String {
    switch self {
    case .json(let text), .jwt(let text): text
    }
  }

  /// What the text looks like; nil where it is neither. Nothing in it was checked.
  package init?(_ text: String) {
    if Self.isJWT(text) {
      self = .jwt(text)
    } else if text.utf8.first == UInt8(ascii: "{"), text.utf8.last == UInt8(ascii: "}") {
      self = .json(text)
    } else {
      return nil
    }
  }

  /// What it says, without looking whether it is signed; nil where that is no JSON.
  package var document: JSONValue? {
    switch self {
    case .json(let text): return try? JSONReader.read(Array(text.utf8))
    case .jwt(let text):
      let parts = text.split(separator: ".")
      return Base64URL.bytes(of: parts[1]).flatMap { try? JSONReader.read($0) }
    }
  }

  private static func isJWT(_ text: String) -> Bool {
    var dots = 0
    var partLength = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        guard partLength > 0 else { return false }
        dots += 1
        partLength = 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        partLength += 1
      default: return false
      }
    }
    return dots == 2 && partLength > 0
  }
}

extension BakedCredential {
  /// What a credential can travel in.
  package enum Carrier: String, Sendable { case png = "PNG", svg = "SVG", html = "HTML" }

  package enum Failure: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    /// Neither a picture, a page, JSON nor a JWT.
    case notACertificate
    case png(PNGFile.Failure)
    case svg(SVGCredential.Failure)
    /// There is none in it, or its end is missing.
    case noCredential(Carrier)
    case severalCredentials(Carrier)
    /// What stands in the credential's place is neither JSON nor a JWT.
    case unreadable(Carrier)
  }

  /// The credential in the bytes of a file, which says by its beginning what it is: a PNG, an SVG, a
  /// page of `CertificateHTML`, JSON or a JWT. JSON and JWT may end with one line feed.
  ///
  /// Never traps; takes time in proportion to the input, and memory for the credential alone.
  package static func extract(_ bytes: [UInt8]) throws(Failure) -> BakedCredential {
    guard bytes.count <= JSONReader.maximumBytes else { throw .tooLarge(bytes: bytes.count) }
    if bytes.starts(with: PNGFile.signature) {
      let text: String
      do { text = try PNGFile(bytes).credential() } catch {
        switch error {
        case .noCredential: throw .noCredential(.png)
        case .severalCredentials: throw .severalCredentials(.png)
        case .unreadableCredential: throw .unreadable(.png)
        case .tooLarge(let bytes): throw .tooLarge(bytes: bytes)
        default: throw .png(error)
        }
      }
      guard let credential = BakedCredential(text) else { throw .unreadable(.png) }
      return credential
    }
    let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard let start else { throw .notACertificate }
    if bytes[start] == UInt8(ascii: "<") {
      return CertificateHTML.isPage(bytes[start...])
        ? try CertificateHTML.credential(in: bytes) : try svg(bytes)
    }
    let end = bytes.last == 0x0A ? bytes.count - 1 : bytes.count
    guard let text = String(validating: bytes[..<end], as: UTF8.self),
      let credential = BakedCredential(text)
    else { throw .notACertificate }
    return credential
  }

  private static func svg(_ bytes: [UInt8]) throws(Failure) -> BakedCredential {
    do { return try SVGCredential.unbake(bytes) } catch {
      switch error {
      case .noCredential: throw .noCredential(.svg)
      case .severalCredentials: throw .severalCredentials(.svg)
      case .unreadableCredential: throw .unreadable(.svg)
      case .tooLarge(let bytes): throw .tooLarge(bytes: bytes)
      default: throw .svg(error)
      }
    }
  }
}
