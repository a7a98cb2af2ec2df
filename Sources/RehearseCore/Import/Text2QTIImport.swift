/// text2qti plain text: marks at the left edge, and Markdown behind them.
/// Source: https://github.com/gpoore/text2qti, README of version 0.8.
package struct Text2QTIImport {
  private var result = QuestionImport()
  private var notes: ExchangeNotes
  private var draft: Text2QTIDraft?
  private var title: String?
  private var points: Int?
  private var isInGroup = false
  private var groupPoints: Int?
  private var pick: Int?
  private var shuffles: Bool?

  package static func read(_ bytes: [UInt8], file: String) -> QuestionImport {
    let source = SourceLines(bytes, file: file)
    var reader = Text2QTIImport(notes: source.notes)
    let pieces = Text2QTIPiece.all(source.lines, &reader.notes)
    for piece in pieces { reader.read(piece) }
    reader.finish()
    if reader.isInGroup { reader.endGroup() }
    reader.result.notes = reader.notes.sorted
    return reader.result
  }

  private init(notes: ExchangeNotes) { self.notes = notes }

  private mutating func read(_ piece: Text2QTIPiece) {
    switch piece.mark {
    case .question:
      finish()
      draft = Text2QTIDraft(
        piece, title: title, points: points ?? groupPoints ?? 1, keepsOrder: shuffles == false,
        number: result.questionCount + 1)
      (title, points) = (nil, nil)
    case .questionTitle: title = piece.line
    case .questionPoints:
      points = Words.integer(piece.line).flatMap { (1...10_000).contains($0) ? $0 : nil }
      if points == nil { notes.add(.sourceSetting("Points: \(piece.line)"), line: piece.number) }
    case .quizTitle: result.title = piece.line
    case .quizDescription: result.introduction += blocks(piece)
    case .textTitle:
      finish()
      result.beginSection(piece.line)
    case .text:
      finish()
      result.append(introduction: blocks(piece))
    case .groupStart:
      finish()
      if result.sections.last?.questions.isEmpty != true { result.beginSection("") }
      (isInGroup, pick, groupPoints) = (true, 1, nil)
    case .groupEnd:
      finish()
      endGroup()
    case .pick: pick = Words.integer(piece.line) ?? pick
    case .pointsPerQuestion: groupPoints = Words.integer(piece.line)
    case .shuffle: shuffles = piece.line.lowercased() == "true"
    case .setting: notes.add(.sourceSetting(piece.text), line: piece.number)
    case .unknown: notes.add(.notUnderstood(piece.text), line: piece.number)
    default:
      guard draft != nil else { return notes.add(.notUnderstood(piece.text), line: piece.number) }
      draft?.add(piece)
    }
  }

  private mutating func blocks(_ piece: Text2QTIPiece) -> [Block] {
    var losses: [ExchangeLoss] = []
    let blocks = piece.blocks(&losses)
    notes.add(losses, line: piece.number)
    return blocks
  }

  private mutating func finish() {
    guard var draft else { return }
    self.draft = nil
    let question = draft.finish()
    notes.add(draft.notes(file: notes.file))
    if let question { result.append(question) }
  }

  private mutating func endGroup() {
    guard isInGroup else { return }
    isInGroup = false
    if let pick, let last = result.sections.last, pick > 0, pick <= last.questions.count {
      result.sections[result.sections.count - 1].draw = pick
    }
    groupPoints = nil
    // What follows the group is not drawn with it.
    result.beginSection("")
  }
}

/// A mark, and the text that belongs to it.
struct Text2QTIPiece {
  enum Mark: Equatable {
    case question, right, wrong, multipleRight, multipleWrong, short, feedback, rightFeedback
    case wrongFeedback, solution, essay, upload, number
    case questionTitle, questionPoints, textTitle, text, quizTitle, quizDescription
    case groupStart, groupEnd, pick, pointsPerQuestion, shuffle, setting, unknown
  }

  var mark: Mark
  var number: Int
  var text: String

  /// The text on one line.
  var line: String { Words.split(text).joined(separator: " ") }

  func blocks(_ losses: inout [ExchangeLoss]) -> [Block] {
    if hasMathematics { losses.append(.mathematics) }
    return ForeignMarkdown.blocks(text, line: number, losses: &losses)
  }

  /// A `$` with no blank behind it and another with none before it.
  private var hasMathematics: Bool {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    return parts.count >= 3
      && parts.dropFirst().dropLast().contains {
        $0.first.map { !$0.isWhitespace } == true
          && $0.last.map { !$0.isWhitespace && $0 != "\\" } == true
      }
  }

  /// Marks that are words, and what they are without regard to capitals.
  private static let words: [(String, Mark)] = [
    ("quiz title:", .quizTitle), ("quiz description:", .quizDescription),
    ("text title:", .textTitle), ("text:", .text), ("title:", .questionTitle),
    ("points per question:", .pointsPerQuestion), ("points:", .questionPoints), ("pick:", .pick),
    ("shuffle answers:", .shuffle), ("show correct answers:", .setting),
    ("one question at a time:", .setting), ("can't go back:", .setting),
    ("feedback is solution:", .setting), ("solutions pick:", .setting),
    ("solutions sample groups:", .setting), ("solutions randomize groups:", .setting),
  ]

  /// The mark that a line begins with, and how many characters it takes with the blanks behind it.
  static func mark(of line: String) -> (mark: Mark, width: Int)? {
    let bare = line.trimmingBlanksAtEnd
    if bare.count >= 3, bare.allSatisfy({ $0 == "_" }) { return (.essay, line.count) }
    if bare.count >= 3, bare.allSatisfy({ $0 == "^" }) { return (.upload, line.count) }
    if bare == "GROUP" { return (.groupStart, line.count) }
    if bare == "END_GROUP" { return (.groupEnd, line.count) }
    let lower = line.lowercased()
    for (word, mark) in words where lower.hasPrefix(word) {
      return (mark, width(line, word.count))
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, line.dropFirst(digits.count).first == "." {
      return blankAfter(line, digits.count + 1).map { (.question, $0) }
    }
    for (sign, mark) in [
      ("[*]", Mark.multipleRight), ("[ ]", .multipleWrong), ("[]", .multipleWrong),
      ("...", .feedback), ("+", .rightFeedback), ("-", .wrongFeedback), ("!", .solution),
      ("=", .number),
    ] where line.hasPrefix(sign) {
      return blankAfter(line, sign.count).map { (mark, $0) }
    }
    let isRight = line.hasPrefix("*")
    let rest = isRight ? line.dropFirst() : line[...]
    if let letter = rest.first, letter.isASCII, letter.isLetter, rest.dropFirst().first == ")" {
      return blankAfter(line, isRight ? 3 : 2).map { (isRight ? .right : .wrong, $0) }
    }
    return isRight ? blankAfter(line, 1).map { (.short, $0) } : nil
  }

  private static func width(_ line: String, _ start: Int) -> Int {
    start + line.dropFirst(start).prefix { $0 == " " || $0 == "\t" }.count
  }

  private static func blankAfter(_ line: String, _ start: Int) -> Int? {
    let end = width(line, start)
    return end > start && end < line.count ? end : nil
  }

  /// Comments and blocks of code are left out; what is indented belongs to the mark above it.
  static func all(
    _ lines: [(number: Int, text: String)], _ notes: inout ExchangeNotes
  ) -> [Text2QTIPiece] {
    var pieces: [Text2QTIPiece] = []
    var isComment = false
    var code: String?
    for (number, text) in lines {
      if isComment {
        if text.hasPrefix("END_COMMENT") { isComment = false }
        continue
      }
      if let fence = code {
        if text.trimmingBlanksAtEnd == fence { code = nil }
        continue
      }
      if text.isBlank {
        if !pieces.isEmpty { pieces[pieces.count - 1].text += "\n" }
        continue
      }
      if text.hasPrefix("%") { continue }
      if text.trimmingBlanksAtEnd == "COMMENT" {
        isComment = true
      } else if text.hasPrefix("```") {
        code = String(text.prefix { $0 == "`" })
        notes.add(.code, line: number)
      } else if let (mark, width) = mark(of: text) {
        pieces.append(
          Text2QTIPiece(
            mark: mark, number: number,
            text: mark == .setting ? text : String(text.dropFirst(width))))
      } else if text.first == " " || text.first == "\t", let last = pieces.last,
        last.mark != .unknown
      {
        // Four columns are what the marks are wide; more would be code to Markdown.
        pieces[pieces.count - 1].text += "\n" + text.droppingIndent(4)
      } else {
        pieces.append(Text2QTIPiece(mark: .unknown, number: number, text: text))
      }
    }
    for index in pieces.indices {
      while pieces[index].text.hasSuffix("\n") { pieces[index].text.removeLast() }
    }
    return pieces
  }
}

extension String {
  var trimmingBlanksAtEnd: String {
    var text = self
    while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
    return text
  }

  /// Without up to so many columns of blanks; a tab takes four.
  func droppingIndent(_ columns: Int) -> String {
    var left = columns
    var rest = self[...]
    while left > 0, let first = rest.first, first == " " || first == "\t" {
      left -= first == "\t" ? 4 : 1
      rest.removeFirst()
    }
    return String(rest)
  }
}
