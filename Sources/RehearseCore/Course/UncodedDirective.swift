/// A directive that stands between quotation marks or parentheses, or bare, where the author meant
/// backquotes: it is read to the learner, and does nothing.
struct UncodedDirective {
  let directive: Directive
  /// Its words without the marks.
  let words: String

  /// What people and word processors put in place of backquotes.
  static func isMark(_ character: Character) -> Bool { "'‘’‚´`\"“”„«»()".contains(character) }

  /// The whole of a text, in marks or bare.
  init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    let words = Words.trim(String(text.map { Self.isMark($0) ? " " : $0 }))
    guard !words.isEmpty, let directive = Directive(words) else { return nil }
    self.directive = directive
    self.words = Words.split(words).joined(separator: " ")
  }

  /// The whole of a text, in marks.
  init?(marked text: String) {
    let text = Words.trim(text)
    guard text.count > 2, let first = text.first, let last = text.last, Self.isMark(first),
      Self.isMark(last)
    else { return nil }
    self.init(text)
  }

  /// What a text begins with, in marks: `‘if trust > 3’ She nods.`
  init?(before text: String) {
    guard let first = text.first, Self.isMark(first),
      let end = text.dropFirst().prefix(200).firstIndex(where: Self.isMark)
    else { return nil }
    self.init(marked: String(text[...end]))
  }

  /// What a text ends with, in marks: `Discovery ‘draw 8’`.
  init?(after text: String) {
    guard let last = text.last, Self.isMark(last),
      let start = text.dropLast().suffix(200).lastIndex(where: Self.isMark)
    else { return nil }
    self.init(marked: String(text[start...]))
  }

  /// Whether nobody writes these words without meaning the directive.
  var isTelling: Bool {
    switch directive {
    case .given(let condition), .when(let condition), .skipIf(let condition): condition.isTelling
    case .setFlag, .clearFlag, .after, .skill, .passed, .completed, .once, .critical, .otherwise:
      false
    default: true
    }
  }
}

extension ConditionSyntax {
  /// Whether it compares something, or asks for a scene or a unit: a flag alone may be any word.
  fileprivate var isTelling: Bool {
    switch self {
    case .compare, .compareShare: true
    case .visited, .passed: true
    case .flag: false
    case .not(let inner): inner.isTelling
    case .and(let a, let b), .or(let a, let b): a.isTelling || b.isTelling
    }
  }
}
