/// Something that can be put in where the cursor stands.
package struct Completion: Equatable, Sendable {
  package enum Kind: Sendable {
    case scene, heading, file, directive, keyword, meter, flag, unit, skill, person, field, value
  }

  package var kind: Kind
  /// What the list shows, and what is put in.
  package var text: String
  /// What it is, in a few words.
  package var detail: String
  /// What it takes the place of.
  package var range: Range<Int>
}

extension Manuscript {
  /// What can stand at a place of a file. Looks at the text alone: what is being typed is not yet
  /// anything that could be read.
  package func completions(at offset: Int, in path: String) -> [Completion] {
    guard let page = pages[path] else { return [] }
    let offset = min(max(offset, 0), page.text.bytes.count)
    var finder = CompletionFinder(manuscript: self, page: page, offset: offset)
    finder.find()
    return finder.found
  }
}

struct CompletionFinder {
  let manuscript: Manuscript
  let page: Page
  let offset: Int
  var found: [Completion] = []

  init(manuscript: Manuscript, page: Page, offset: Int) {
    self.manuscript = manuscript
    self.page = page
    self.offset = offset
  }

  var bytes: [UInt8] { page.text.bytes }

  /// From the beginning of the line to the cursor.
  var line: Range<Int> {
    page.text.line(page.text.lineNumber(of: offset)).lowerBound..<offset
  }

  mutating func add(
    _ kind: Completion.Kind, _ text: String, _ detail: String, from start: Int
  ) {
    found.append(Completion(kind: kind, text: text, detail: detail, range: start..<offset))
  }

  mutating func find() {
    if isInFrontMatter {
      findFrontMatter()
    } else if let start = openCode {
      findDirectives(from: start)
    } else if let start = openDestination {
      findDestinations(from: start)
    } else if let start = openSpeaker {
      findSpeakers(from: start)
    }
  }

  // MARK: Where the cursor is

  /// Between the first `---` and the next, which may not be typed yet.
  private var isInFrontMatter: Bool {
    let number = page.text.lineNumber(of: offset)
    guard number > 0, isFence(0) else { return false }
    if page.front.lineCount > 1 { return number < page.front.lineCount - 1 }
    return (1..<number).allSatisfy { line in
      let text = page.text.line(line)
      return !isFence(line) && (text.isEmpty || bytes[text].contains(UInt8(ascii: ":")))
    }
  }

  private func isFence(_ line: Int) -> Bool {
    Words.trim(page.text[page.text.line(line)]) == "---"
  }

  /// Behind the backquote that is open at the cursor.
  private var openCode: Int? {
    // Only what stands in a text: in a fenced block, backquotes are the author's.
    guard page.marks.part(at: offset) != nil else { return nil }
    var open: Int?
    var index = line.lowerBound
    while index < offset {
      if bytes[index] == UInt8(ascii: "`") {
        open = open == nil ? index + 1 : nil
      } else if bytes[index] == UInt8(ascii: "\\"), open == nil {
        index += 1
      }
      index += 1
    }
    return open
  }

  /// Behind the `](` that is open at the cursor.
  private var openDestination: Int? {
    var index = offset - 1
    while index > line.lowerBound {
      switch bytes[index] {
      case UInt8(ascii: ")"): return nil
      case UInt8(ascii: "(") where bytes[index - 1] == UInt8(ascii: "]"): return index + 1
      default: index -= 1
      }
    }
    return nil
  }

  /// Behind the two stars that a paragraph of a role-play begins with.
  private var openSpeaker: Int? {
    guard page.kind == .scenario, let part = page.marks.part(at: offset), part.kind == .paragraph
    else { return nil }
    let star = UInt8(ascii: "*")
    var index = offset - 1
    while index > line.lowerBound, bytes[index] != star { index -= 1 }
    guard index > line.lowerBound, bytes[index] == star, bytes[index - 1] == star else {
      return nil
    }
    // Nothing but directives before it.
    var isCode = false
    for byte in bytes[line.lowerBound..<(index - 1)] {
      if byte == UInt8(ascii: "`") {
        isCode.toggle()
      } else if !isCode, byte > 0x20 {
        return nil
      }
    }
    return index + 1
  }

  // MARK: Links and speakers

  private mutating func findSpeakers(from start: Int) {
    let closes = bytes[offset...].starts(with: [UInt8(ascii: "*"), UInt8(ascii: "*")])
    for member in page.scenario?.cast ?? [] {
      add(.person, member.name + (closes ? ":" : ":** "), member.role, from: start)
    }
  }

  private mutating func findDestinations(from start: Int) {
    let typed = page.text[start..<offset]
    if let hash = typed.utf8.firstIndex(of: UInt8(ascii: "#")) {
      let name = String(typed[..<hash])
      let after = start + name.utf8.count + 1
      if name.isEmpty {
        addHeadings(of: page, from: after, prefix: "")
      } else if case .file(let path, _) = LinkTarget(name, in: page.path),
        let target = manuscript.pages[path]
      {
        addHeadings(of: target, from: after, prefix: "")
      }
      return
    }
    if page.kind == .scenario { addHeadings(of: page, from: start, prefix: "#") }
    for path in manuscript.paths where path != page.path {
      let unit = manuscript.pages[path]?.unit.about
      add(
        .file, RelativePath.from(page.path, to: path),
        unit.map { "\($0.kind.rawValue): \($0.title)" } ?? "", from: start)
    }
  }

  private mutating func addHeadings(of target: Page, from start: Int, prefix: String) {
    for heading in target.headings where !heading.id.isEmpty {
      add(
        target.kind == .scenario ? .scene : .heading, prefix + heading.id, heading.title,
        from: start)
    }
  }
}

/// The way from one file of a course to another, as a link says it.
package enum RelativePath {
  package static func from(_ file: String, to target: String) -> String {
    var folders = file.split(separator: "/").dropLast()[...]
    var parts = target.split(separator: "/")[...]
    while let folder = folders.first, parts.count > 1, folder == parts.first {
      folders.removeFirst()
      parts.removeFirst()
    }
    let path = (folders.map { _ in ".." } + parts.map(String.init)).joined(separator: "/")
    return path.unicodeScalars.reduce(into: "") { result, scalar in
      // What would end a destination, or begin an anchor.
      if scalar.value <= 0x20 || "()#%<>\u{7F}".unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
}
