/// The credential in an SVG, as Open Badges 3.0, section 5.3.2, puts it there: the first element in
/// the root, with a JWT in its attribute `verify` or JSON in a CDATA section.
package enum SVGCredential {
  package enum Failure: Error, Equatable, Sendable {
    case tooLarge(bytes: Int)
    case notUTF8
    /// Not XML, or its root is no `svg`.
    case notSVG
    case notWellFormed(line: Int)
    /// It has a document type, which is not read.
    case documentType
    /// It declares the prefix `openbadges` for something else.
    case otherNamespace
    case alreadyBaked
    /// The credential has a character that XML cannot hold.
    case cannotHold
    case noCredential
    case severalCredentials
    case unreadableCredential
  }

  package static let maximumBytes = 8 * 1024 * 1024
  package static let namespace = "https://purl.imsglobal.org/ob/v3p0"
  private static let element = Array("openbadges:credential".utf8)
  private static let declaration = "xmlns:openbadges"

  /// The picture with the credential in it. One that has a credential already is refused.
  package static func bake(
    _ credential: BakedCredential, into svg: [UInt8]
  ) throws(Failure) -> [UInt8] {
    guard svg.count <= maximumBytes else { throw .tooLarge(bytes: svg.count) }
    do { _ = try XMLReader.read(svg) } catch {
      switch error {
      case .notUTF8: throw .notUTF8
      case .documentType: throw .documentType
      default: throw .notWellFormed(line: error.line)
      }
    }
    var scanner = MarkupScanner(svg)
    var root: MarkupScanner.Tag?
    while let tag = scanner.nextTag() {
      if root == nil { root = tag }
      if scanner.isNamed(tag, element) { throw .alreadyBaked }
    }
    guard let root, isSVG(root, scanner) else { throw .notSVG }
    var out = Array(svg[..<root.name.upperBound])
    switch scanner.value(of: declaration, in: root) {
    case nil: out += " \(declaration)=\"\(namespace)\"".utf8
    case .some(let value) where value == namespace: break
    default: throw .otherNamespace
    }
    // An empty root gets a content, and the tag that ends it.
    let end = root.isClosed ? root.place.upperBound - 2 : root.place.upperBound - 1
    out += svg[root.name.upperBound..<end]
    out.append(UInt8(ascii: ">"))
    out += try markup(of: credential).utf8
    if root.isClosed { out += Array("</".utf8) + svg[root.name] + [UInt8(ascii: ">")] }
    out += svg[root.place.upperBound...]
    return out
  }

  /// The element to put behind the root's first tag.
  static func markup(of credential: BakedCredential) throws(Failure) -> String {
    switch credential {
    case .jwt(let text):
      return "<openbadges:credential verify=\"\(text)\"></openbadges:credential>"
    case .json(let text):
      let isText = text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0xFFFE...0xFFFF).contains($0.value) || [9, 10].contains($0.value)
      }
      guard isText else { throw .cannotHold }
      var sections = "<openbadges:credential><![CDATA["
      var brackets = 0
      for scalar in text.unicodeScalars {
        // The end of a section, which the text may have too, is divided between two of them.
        if scalar == ">", brackets >= 2 { sections += "]]><![CDATA[" }
        brackets = scalar == "]" ? brackets + 1 : 0
        sections.unicodeScalars.append(scalar)
      }
      return sections + "]]></openbadges:credential>"
    }
  }

  /// Reads no more of the XML than it takes to find the credential, and that there is only one.
  package static func unbake(_ svg: [UInt8]) throws(Failure) -> BakedCredential {
    guard svg.count <= maximumBytes else { throw .tooLarge(bytes: svg.count) }
    var scanner = MarkupScanner(svg)
    guard let root = scanner.nextTag(), isSVG(root, scanner) else {
      throw scanner.hasDocumentType ? .documentType : .notSVG
    }
    let rootNamespace = scanner.value(of: declaration, in: root)
    var found: BakedCredential?
    while let tag = scanner.nextTag() {
      guard scanner.isNamed(tag, element) else { continue }
      guard (scanner.value(of: declaration, in: tag) ?? rootNamespace) == namespace else {
        throw .otherNamespace
      }
      guard found == nil else { throw .severalCredentials }
      let text = tag.isClosed ? "" : scanner.sections(after: tag)
      let jwt = scanner.value(of: "verify", in: tag)
      guard let text, let credential = BakedCredential(jwt ?? Words.trim(text)),
        jwt == nil || Words.trim(text).isEmpty
      else { throw .unreadableCredential }
      if case .json = credential, jwt != nil { throw .unreadableCredential }
      found = credential
    }
    if scanner.hasDocumentType { throw .documentType }
    guard scanner.isAtEnd else { throw .notSVG }
    guard let found else { throw .noCredential }
    return found
  }

  private static func isSVG(_ root: MarkupScanner.Tag, _ scanner: MarkupScanner) -> Bool {
    let name = scanner.bytes[root.name]
    return name.elementsEqual("svg".utf8) || name.suffix(4).elementsEqual(":svg".utf8)
  }
}
