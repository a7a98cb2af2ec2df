/// A rule that a file breaks on purpose: `allow: longest-key = the long option is what she said`.
/// Warnings and advice can be allowed; an error is never meant.
package struct Allowance: Equatable, Sendable {
  package var rule: String
  package var reason: String
  package var range: SourceRange

  /// The findings that no file allows, and a finding for every allowance that allows nothing.
  static func filter(
    _ diagnostics: [Diagnostic], in review: CourseReview,
    bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) -> [Diagnostic] {
    // TODO
    diagnostics
  }
}
