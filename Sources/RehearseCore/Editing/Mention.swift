/// What a name in a course stands for.
package enum Referent: Hashable, Sendable {
  /// A scene, or another heading that has an id.
  case place(path: String, id: String)
  case file(String)
  case meter(path: String, name: String)
  case flag(path: String, name: String)
  /// The name in lower case, as speakers are looked up.
  case speaker(path: String, name: String)
  case skill(String)
}

/// A place where something is named.
package struct Mention: Hashable, Sendable {
  package var referent: Referent
  package var path: String
  package var range: Range<Int>
  /// Whether it is here that the thing is made: the heading, the front matter, the `set` of a flag.
  package var isDeclaration: Bool
}

extension Page {
  /// Everything that this file names. A unit that `units` does not know is left out.
  package func mentions(units: UnitNames) -> [Mention] {
    var mentions: [Mention] = []
    func add(_ referent: Referent, _ range: Range<Int>, isDeclaration: Bool = false) {
      mentions.append(
        Mention(referent: referent, path: path, range: range, isDeclaration: isDeclaration))
    }
    for heading in headings {
      add(.place(path: path, id: heading.id), heading.range, isDeclaration: true)
    }
    if kind == .scenario {
      for (name, range) in names(in: "meters", separators: ";") {
        add(.meter(path: path, name: name), range, isDeclaration: true)
      }
      for (name, range) in names(in: "cast", separators: ";") {
        add(.speaker(path: path, name: name.lowercased()), range, isDeclaration: true)
      }
      for (name, range) in speakers {
        add(.speaker(path: path, name: name.lowercased()), range)
      }
    }
    let separators = kind == .course && front["skills"]?.value.contains(";") == true ? ";" : ","
    for (name, range) in names(in: "skills", separators: separators) {
      add(.skill(name), range, isDeclaration: kind == .course)
    }
    for link in marks.links { addLink(link, add: { add($0, $1) }) }
    for code in marks.codes where code.count <= 500 {
      guard Directive(text[code]) != nil else { continue }
      let words = DirectiveWords(text.bytes[code]).words
      for word in words {
        let range =
          (code.lowerBound + word.range.lowerBound)..<(code.lowerBound + word.range.upperBound)
        switch word.role {
        case .scene where kind == .scenario: add(.place(path: path, id: word.text), range)
        case .meter where kind == .scenario: add(.meter(path: path, name: word.text), range)
        case .flag where kind == .scenario:
          add(
            .flag(path: path, name: word.text), range,
            isDeclaration: words[0].text.lowercased() == "set")
        case .unit:
          if let unit = units.path(of: word.text) { add(.file(unit), range) }
        case .skill: add(.skill(word.text), range)
        default: break
        }
      }
    }
    return mentions
  }

  private func addLink(_ link: MarkdownMarks.Link, add: (Referent, Range<Int>) -> Void) {
    let range = link.destination
    let hash = text.bytes[range].firstIndex(of: UInt8(ascii: "#")) ?? range.upperBound
    switch LinkTarget(text[range], in: path) {
    case .anchor(let id):
      add(.place(path: path, id: id), min(hash + 1, range.upperBound)..<range.upperBound)
    case .file(let file, let anchor):
      add(.file(file), range.lowerBound..<hash)
      if let anchor {
        add(.place(path: file, id: anchor), min(hash + 1, range.upperBound)..<range.upperBound)
      }
    case .external, .outside: break
    }
  }

  /// The bold names that paragraphs begin with, behind their directives.
  private var speakers: [(name: String, range: Range<Int>)] {
    let star = UInt8(ascii: "*")
    return marks.parts.compactMap { part in
      guard part.kind == .paragraph else { return nil }
      var start = part.range.lowerBound
      let end = part.range.upperBound
      let bytes = text.bytes
      while start < end {
        if bytes[start] <= 0x20 {
          start += 1
        } else if bytes[start] == UInt8(ascii: "`"), let code = marks.code(openedAt: start) {
          start = code.upperBound
          while start < end, bytes[start] == UInt8(ascii: "`") { start += 1 }
        } else {
          break
        }
      }
      guard start + 2 < end, bytes[start] == star, bytes[start + 1] == star,
        let close = ((start + 2)..<(end - 1)).first(where: {
          bytes[$0] == star && bytes[$0 + 1] == star
        })
      else { return nil }
      var name = (start + 2)..<close
      let isInside = bytes[name].last == UInt8(ascii: ":")
      guard isInside || (close + 2 < end && bytes[close + 2] == UInt8(ascii: ":")) else {
        return nil
      }
      if isInside { name = name.dropLast() }
      return (Words.trim(text[name]), name)
    }
  }
}

extension MarkdownMarks {
  /// The code whose first backquote stands there.
  fileprivate func code(openedAt offset: Int) -> Range<Int>? {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < codes.count ? codes[low] : nil
  }
}
