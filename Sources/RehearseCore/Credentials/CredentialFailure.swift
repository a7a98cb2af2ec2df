/// Why a JSON document is not the credential that it should be. The path is as one writes it in
/// JavaScript: `credentialSubject.result[2].value`.
package enum CredentialFailure: Error, Equatable, Sendable {
  case missing(String)
  /// The member is there, and is not `expected`.
  case wrong(String, expected: String)
  /// A name with letters that only look like others.
  case identifier(String)

  package var message: String {
    switch self {
    case .missing(let path): "It has no \(path)."
    case .wrong(let path, let expected): "\(path) is not \(expected)."
    case .identifier(let path): "\(path) is not an identifier in plain ASCII."
    }
  }
}

/// One place in a JSON document that is being read.
struct CredentialMember {
  let value: JSONValue
  let path: String

  init(_ document: JSONValue) {
    value = document
    path = ""
  }

  private init(_ value: JSONValue, _ path: String) {
    self.value = value
    self.path = path
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func wrong(_ expected: String) -> CredentialFailure {
    .wrong(path.isEmpty ? "The document" : path, expected: expected)
  }

  func member(_ name: String) throws(CredentialFailure) -> CredentialMember {
    guard value.object != nil else { throw wrong("an object") }
    guard let member = optional(name) else { throw .missing(place(name)) }
    return member
  }

  func optional(_ name: String) -> CredentialMember? {
    value[name].map { CredentialMember($0, place(name)) }
  }

  func items() throws(CredentialFailure) -> [CredentialMember] {
    guard let items = value.array else { throw wrong("a list") }
    return items.enumerated().map { CredentialMember($1, "\(path)[\($0)]") }
  }

  func text() throws(CredentialFailure) -> String {
    guard let text = value.string else { throw wrong("text") }
    return text
  }

  func text(_ name: String) throws(CredentialFailure) -> String { try member(name).text() }

  /// A URI or another name that is compared letter by letter: in ASCII, for Swift takes some
  /// letters outside of it for the same as letters inside.
  func identifier(_ name: String) throws(CredentialFailure) -> String {
    let text = try member(name).text()
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .identifier(place(name))
    }
    return text
  }

  func time(_ name: String) throws(CredentialFailure) -> String {
    let member = try member(name)
    guard let text = member.value.string, NumericDate.seconds(of: text) != nil else {
      throw member.wrong("a time such as 2026-11-22T14:00:00Z")
    }
    return text
  }

  /// 64 hexadecimal digits in lower case.
  func digest(_ name: String) throws(CredentialFailure) -> String {
    let member = try member(name)
    guard let text = member.value.string, text.utf8.count == 64,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw member.wrong("a SHA-256 in hexadecimal") }
    return text
  }

  func require(type: String) throws(CredentialFailure) {
    let types = try member("type")
    guard types.value.items.contains(.string(type)) else { throw types.wrong("“\(type)”") }
  }
}
