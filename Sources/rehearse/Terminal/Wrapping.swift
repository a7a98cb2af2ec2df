extension StyledText {
  /// The least that a line holds beside its indent; deeper indents are cut down to leave it.
  static let narrowestBody = 8

  /// The text in lines of at most `width` columns, broken at blanks, between ideographs, and inside
  /// a word only where the word alone is longer than a line; never inside a grapheme. A newline in
  /// the text begins a new line. `first` stands before the first line and `rest` before the others.
  /// No line ends in blanks, and there is always at least one.
  func wrapped(
    to width: Int, first: StyledText = StyledText(), rest: StyledText = StyledText()
  ) -> [StyledText] {
    let room = width - Self.narrowestBody
    var breaker = LineBreaker(
      width: width, first: first.lastColumns(room), rest: rest.lastColumns(room))
    for paragraph in cells.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      for word in Word.words(of: paragraph) { breaker.add(word) }
      breaker.endLine()
    }
    return breaker.lines
  }

  /// What of the end of the text fits into `columns`.
  private func lastColumns(_ columns: Int) -> StyledText {
    guard width > columns else { return self }
    var kept = cells[...]
    while kept.reduce(0, { $0 + $1.width }) > max(0, columns) { kept.removeFirst() }
    return StyledText(kept)
  }

  /// The text in pieces of at most `width` columns, cut between any two graphemes. For code, whose
  /// blanks mean something.
  func cut(to width: Int) -> [StyledText] {
    var pieces: [[Cell]] = [[]]
    var used = 0
    for cell in cells {
      if used + cell.width > max(2, width), used > 0 {
        pieces.append([])
        used = 0
      }
      pieces[pieces.count - 1].append(cell)
      used += cell.width
    }
    return pieces.map { StyledText($0[...]).droppingTrailingBlanks }
  }
}

/// One grapheme of a text that is being laid out.
private struct Cell {
  var text: Character
  var width: Int
  var role: Theme.Role?

  var isBlank: Bool { text == " " || text == "\t" }
  var isNewline: Bool { text == "\n" }
}

extension StyledText {
  fileprivate var cells: [Cell] {
    var cells: [Cell] = []
    for run in runs {
      for character in run.text {
        let width = DisplayWidth.of(character)
        // A mark whose letter ended the run before stays with it.
        if width == 0, character != "\n", let last = cells.last, !last.isNewline, !last.isBlank {
          let joined = String(last.text) + String(character)
          if joined.count == 1, let character = joined.first {
            cells[cells.count - 1].text = character
            continue
          }
        }
        cells.append(Cell(text: character, width: width, role: run.role))
      }
    }
    return cells
  }

  fileprivate init(_ cells: ArraySlice<Cell>) {
    self.init()
    for cell in cells { append(String(cell.text), cell.role) }
  }
}

/// Cells that stay together.
private struct Word {
  var cells: [Cell]
  /// The blank before it, if there is one; several count as one.
  var blank: Cell?
  var width: Int { cells.reduce(0) { $0 + $1.width } }

  static func words(of line: ArraySlice<Cell>) -> [Word] {
    var words: [Word] = []
    var blank: Cell?
    var previous: Cell?
    for cell in line {
      if cell.isBlank {
        blank = blank ?? Cell(text: " ", width: 1, role: cell.role)
        previous = nil
        continue
      }
      if let previous, !Ideographs.breaks(between: previous.text, and: cell.text) {
        words[words.count - 1].cells.append(cell)
      } else {
        words.append(Word(cells: [cell], blank: blank))
        blank = nil
      }
      previous = cell
    }
    return words
  }
}

/// Fills lines, first fit.
private struct LineBreaker {
  let width: Int
  let first: StyledText
  let rest: StyledText
  private(set) var lines: [StyledText] = []
  private var line: [Cell] = []
  private var used = 0

  init(width: Int, first: StyledText, rest: StyledText) {
    self.width = width
    self.first = first
    self.rest = rest
  }

  private var indent: StyledText { lines.isEmpty ? first : rest }
  /// An ideograph takes two columns: with less nothing would ever fit.
  private var room: Int { max(2, width - indent.width) }

  mutating func add(_ word: Word) {
    let blank = line.isEmpty ? nil : word.blank
    if !line.isEmpty, used + (blank == nil ? 0 : 1) + word.width > room { endLine() }
    if !line.isEmpty, let blank { append(blank) }
    for cell in word.cells {
      if used + cell.width > room, !line.isEmpty { endLine() }
      append(cell)
    }
  }

  private mutating func append(_ cell: Cell) {
    line.append(cell)
    used += cell.width
  }

  mutating func endLine() {
    lines.append((indent + StyledText(line[...])).droppingTrailingBlanks)
    line = []
    used = 0
  }
}

/// Where scripts without blanks may be broken: a small part of the Unicode line breaking rules
/// (UAX #14), for Han and kana and the punctuation that goes with them.
private enum Ideographs {
  static func breaks(between left: Character, and right: Character) -> Bool {
    (isIdeographic(left) || isIdeographic(right))
      && !opening.contains(left) && !closing.contains(right)
  }

  private static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3000...0x30FF, 0x31F0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF01...0xFF60, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  private static let opening = Set("([{（［｛「『【〈《〔“‘")
  private static let closing = Set(")]},.;:!?）］｝」』】〉》〕”’、。，．；：！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…")
}
