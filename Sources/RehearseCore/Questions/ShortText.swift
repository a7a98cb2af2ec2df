/// A few words: `Answer: single sign-on | SSO`. Case, blanks, hyphens and punctuation do not
/// matter, and composed letters equal decomposed ones.
package struct ShortText: QuestionType {
  package static let maximumLength = 500

  package var accepted: [String]

  package var shuffledCount: Int { 0 }

  package func answer(_ typed: String, order: [Int]) throws(AnswerRefusal) -> Answer {
    try TypedText.answer(typed, maximumLength: Self.maximumLength)
  }

  package func accepts(_ answer: Answer) -> Bool {
    TypedText.accepts(answer, maximumLength: Self.maximumLength)
  }

  package func mark(_ answer: Answer) -> Mark {
    guard case .text(let text) = answer else { return .wrong }
    let given = Self.normalised(text)
    return accepted.contains { Self.normalised($0) == given } ? .right : .wrong
  }

  package var key: [[Inline]] { accepted.map { [Inline(.text($0), range: .firstCharacter)] } }

  static func normalised(_ text: String) -> String {
    let kept = text.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
        || $0.properties.generalCategory == .mathSymbol
        || $0.properties.generalCategory == .currencySymbol || $0 == "%"
    }
    // An answer of nothing but punctuation is compared as it stands.
    return kept.isEmpty ? Words.trim(text) : String(String.UnicodeScalarView(kept))
  }
}
