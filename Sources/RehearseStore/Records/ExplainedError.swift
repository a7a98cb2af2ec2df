/// An error that can be shown to a person as it stands.
package protocol ExplainedError: Error, Sendable {
  /// What is wrong, and where: one sentence.
  var message: String { get }
  /// What to do next.
  var help: String { get }
  /// The status with which a command ends (sysexits.h): 65 for input that cannot be used, 73 for
  /// what cannot be written, 74 for what cannot be read.
  var exitCode: Int32 { get }
}
