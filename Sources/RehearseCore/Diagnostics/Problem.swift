/// Stub.
package enum Problem: Equatable, Sendable {
  case fileTooLarge(bytes: Int)
  case lineTooLong(bytes: Int)
  case notUTF8(guess: String?)
  case nestedTooDeep(limit: Int)
  var severity: Diagnostic.Severity { .error }
  var rule: String { "" }
  var message: String { "" }
  var help: String { "" }
}
