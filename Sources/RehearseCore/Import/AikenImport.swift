/// Aiken: a question on a line, options that begin with a letter and `.` or `)`, and `ANSWER: C`.
/// Source: https://docs.moodle.org/en/Aiken_format
package enum AikenImport {
  package static func read(_ bytes: [UInt8], file: String) -> QuestionImport {
    let source = SourceLines(bytes, file: file)
    var notes = source.notes
    var result = QuestionImport()
    var stem: [(line: Int, text: String)] = []
    var options: [(letter: Character, text: String)] = []
    for (number, text) in source.lines {
      let line = Words.trim(text)
      if line.isEmpty { continue }
      if let key = Self.key(line) {
        defer { (stem, options) = ([], []) }
        guard let first = stem.first else {
          notes.add(.notUnderstood(line), line: number)
          continue
        }
        guard options.count >= 2 else {
          notes.add(.tooFew("options"), line: first.line)
          continue
        }
        guard options.count(where: { $0.letter == key }) == 1 else {
          notes.add(.noKey, line: number)
          continue
        }
        let place = SourceRange(line: first.line)
        func words(_ text: String) -> [Inline] { [Inline(.text(text), range: place)] }
        let form = QuestionForm.single(
          SingleChoice(
            options: options.map {
              AnswerOption(text: words($0.text), isRight: $0.letter == key, feedback: [])
            }))
        result.append(
          Question(
            line: first.line, stem: words(first.text),
            text: stem.dropFirst().map { Block(.paragraph(words($0.text)), range: place) },
            form: form))
      } else if let option = Self.option(line), !stem.isEmpty {
        options.append(option)
      } else if options.isEmpty {
        stem.append((number, line))
      } else {
        // A new question begins before the one above was finished.
        notes.add(.noKey, line: stem.first?.line ?? number)
        (stem, options) = ([(number, line)], [])
      }
    }
    if let first = stem.first { notes.add(options.isEmpty ? .noAnswers : .noKey, line: first.line) }
    result.notes = notes.sorted
    return result
  }

  static func key(_ line: String) -> Character? {
    guard line.uppercased().hasPrefix("ANSWER:") else { return nil }
    let key = Words.trim(String(line.dropFirst("ANSWER:".count))).uppercased()
    return key.first ?? " "
  }

  static func option(_ line: String) -> (letter: Character, text: String)? {
    let scalars = line.unicodeScalars
    guard let letter = scalars.first, ("A"..."Z").contains(letter),
      let mark = scalars.dropFirst().first, mark == "." || mark == ")",
      let blank = scalars.dropFirst(2).first, Words.isBlank(blank)
    else { return nil }
    let text = Words.trim(String(String.UnicodeScalarView(scalars.dropFirst(3))))
    return text.isEmpty ? nil : (Character(letter), text)
  }
}
