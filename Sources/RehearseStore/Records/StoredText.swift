internal import GRDB

/// SQLite would keep a text up to its first NUL character only, without a word.
struct TextWithNUL: Error {}

extension StatementArguments {
  /// The values of a row that is to be written.
  static func row(
    _ values: (any DatabaseValueConvertible)?...
  ) throws(TextWithNUL) -> StatementArguments {
    for case let text as String in values where text.utf8.contains(0) { throw TextWithNUL() }
    return StatementArguments(values)
  }
}
