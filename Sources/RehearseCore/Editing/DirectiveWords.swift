/// The words of a directive and what each of them names. Works on half a directive too, for that is
/// where completion is asked for.
package struct DirectiveWords: Equatable, Sendable {
  package enum Role: Equatable, Sendable {
    case keyword, meter, flag, scene, unit, skill
    /// A number, an operator, or a word that names nothing.
    case other
  }

  package struct Word: Equatable, Sendable {
    package var text: String
    package var role: Role
    /// Offsets in the bytes of the directive.
    package var range: Range<Int>
  }

  package private(set) var words: [Word]

  package init(_ code: some Sequence<UInt8>) {
    words = Self.split(Array(code))
    guard let first = words.first?.text.lowercased() else { return }
    switch first {
    case "points", "draw": mark([.keyword, .other, .skill])
    case "set", "clear": mark([.keyword, .flag])
    case "if", "unless", "when":
      words[0].role = .keyword
      markCondition(from: 1, names: .flag, compared: .meter)
    case "skip":
      mark([.keyword, .keyword])
      markCondition(from: 2, names: .unit, compared: .unit)
    case "after": mark([.keyword, .unit])
    case "skill": mark([.keyword, .skill])
    default:
      let isChange =
        words.count > 1
        && (words[1].text == "=" || words[1].text.hasPrefix("+")
          || Words.signedInteger(words[1].text) != nil)
      if isChange, Words.isName(words[0].text) {
        words[0].role = .meter
      } else {
        for index in words.indices { words[index].role = .keyword }
      }
    }
  }

  private mutating func mark(_ roles: [Role]) {
    for (index, role) in roles.enumerated() where index < words.count { words[index].role = role }
  }

  private mutating func markCondition(from start: Int, names: Role, compared: Role) {
    var next: Role?
    for index in words.indices.dropFirst(start) {
      let text = words[index].text
      if let role = next {
        next = nil
        words[index].role = role
        // `visited #opening` is understood too.
        if role == .scene, text.hasPrefix("#") {
          words[index].text.removeFirst()
          words[index].range =
            (words[index].range.lowerBound + 1)..<words[index].range.upperBound
        }
        continue
      }
      switch text.lowercased() {
      case "and", "or", "not": words[index].role = .keyword
      case "visited":
        words[index].role = .keyword
        next = .scene
      case "passed":
        words[index].role = .keyword
        next = .unit
      default:
        if Self.isOperator(text) {
          next = .other
        } else if text != "(", text != ")", text != "%" {
          let isCompared = index + 1 < words.count && Self.isOperator(words[index + 1].text)
          words[index].role = isCompared ? compared : names
        }
      }
    }
  }

  private static func isOperator(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { "<>=!≤≥≠".unicodeScalars.contains($0) }
  }

  /// Splits at blanks, parentheses and operators, as conditions are read.
  private static func split(_ code: [UInt8]) -> [Word] {
    enum Sort { case blank, parenthesis, comparison, name }
    var words: [Word] = []
    var start = 0
    var sort = Sort.blank
    func sortAndLength(at index: Int) -> (Sort, Int) {
      switch code[index] {
      case ...0x20: return (.blank, 1)
      case UInt8(ascii: "("), UInt8(ascii: ")"): return (.parenthesis, 1)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"):
        return (.comparison, 1)
      case 0xC2 where code[index...].starts(with: [0xC2, 0xA0]): return (.blank, 2)
      case 0xE2 where code[index...].starts(with: [0xE2, 0x80, 0xAF]): return (.blank, 3)
      case 0xE2
      where index + 2 < code.count && code[index + 1] == 0x89
        && [0xA0, 0xA4, 0xA5].contains(code[index + 2]):
        return (.comparison, 3)
      default: return (.name, 1)
      }
    }
    func end(_ index: Int) {
      guard sort != .blank, index > start else { return }
      words.append(
        Word(
          text: String(decoding: code[start..<index], as: UTF8.self), role: .other,
          range: start..<index))
    }
    var index = 0
    while index < code.count {
      let (next, length) = sortAndLength(at: index)
      if next != sort || next == .parenthesis {
        end(index)
        start = index
        sort = next
      }
      index += length
    }
    end(code.count)
    return words
  }
}
