/// An answer that is text: kept as it was typed, without blanks around it.
enum TypedText {
  static func answer(_ typed: String, maximumLength: Int) throws(AnswerRefusal) -> Answer {
    let text = Words.trim(typed)
    if text.isEmpty { throw .empty }
    if text.utf8.count > maximumLength { throw .tooLong(limit: maximumLength) }
    return .text(text)
  }

  static func accepts(_ answer: Answer, maximumLength: Int) -> Bool {
    guard case .text(let text) = answer else { return false }
    return text.utf8.count <= maximumLength
  }
}
