import RehearseCore

/// One mistake, made and mended: nil where it is found where it should be and the mend works.
struct MistakeTrial {
  /// Why the table itself is wrong, or what the checks did wrong.
  struct Miss: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
  }

  private let mistake: Mistake
  private let original: [String: [UInt8]]
  /// What is found in the course as it was.
  private let known: [String]

  init(_ mistake: Mistake, known: [String]) {
    self.mistake = mistake
    self.known = known
    original = mistake.file.course.files
  }

  /// What else is found of the same mistake, beside the finding that mends it.
  private(set) var others: [Diagnostic] = []

  mutating func run() throws(Miss) {
    var files = original
    var marked: (path: String, line: Int)?
    for change in mistake.changes {
      let line = try make(change, in: &files)
      if let line, marked == nil { marked = line }
    }
    let place = try place(marked, files)
    let found = CourseReview.diagnostics(in: files).filter { !known.contains(Self.words($0)) }
    let here = found.filter { $0.file == place.path && Int($0.range.start.line) == place.line }
    guard let finding = here.first(where: { says($0) }) else {
      let all = found.map(Self.words).joined(separator: "\n    ")
      throw Miss(
        "expected at \(place.path):\(place.line), found\n    \(all.isEmpty ? "nothing" : all)")
    }
    others = found.filter { $0 != finding }
    guard mistake.isAdvice || finding.severity != .advice else {
      throw Miss("only advice: \(Self.words(finding))")
    }
    try mend(finding, at: place, &files)
    if files == original { return }
    let left = CourseReview.diagnostics(in: files).map(Self.words).filter { !known.contains($0) }
    guard left.isEmpty else {
      throw Miss(
        "mended as \(Self.words(finding)) says, there is still\n    "
          + left.joined(separator: "\n    "))
    }
  }

  /// Whether the finding says what the mend does.
  private func says(_ finding: Diagnostic) -> Bool {
    let offers = finding.help.hasPrefix("Did you mean `")
    switch mistake.mend {
    case .suggested: return offers
    case .undo(let words), .edit(let words, _, _), .changes(let words, _):
      // Where something is offered, the table takes it.
      return !offers && (finding.message + " " + finding.help).contains(words)
    }
  }

  private func mend(
    _ finding: Diagnostic, at place: (path: String, line: Int), _ files: inout [String: [UInt8]]
  ) throws(Miss) {
    switch mistake.mend {
    case .undo: files = original
    case .edit(_, let was, let becomes):
      _ = try make(.edit(mistake.file.path, was: was, becomes: becomes), in: &files)
    case .changes(_, let changes):
      for change in changes { _ = try make(change, in: &files) }
    case .suggested(let wrong):
      let offered = finding.help.dropFirst("Did you mean `".count).prefix { $0 != "`" }
      var lines = try text(of: place.path, files).lines
      let line = lines[place.line - 1]
      guard line.occurrences(of: wrong).count == 1 else {
        throw Miss("“\(wrong)” does not stand once in: \(line)")
      }
      lines[place.line - 1] = line.replacing(wrong, with: offered)
      files[place.path] = Array(lines.joined(separator: "\n").utf8)
    }
  }

  private func place(_ marked: (path: String, line: Int)?, _ files: [String: [UInt8]])
    throws(Miss) -> (path: String, line: Int)
  {
    switch mistake.place {
    case .edit:
      guard let marked else { throw Miss("no line is marked") }
      return marked
    case .top: return (mistake.file.path, 1)
    case .topOf(let path): return (path, 1)
    case .words(let words): return try line(of: words, in: mistake.file.path, files)
    case .wordsOf(let path, let words): return try line(of: words, in: path, files)
    }
  }

  private func line(of words: String, in path: String, _ files: [String: [UInt8]])
    throws(Miss) -> (path: String, line: Int)
  {
    let text = try text(of: path, files)
    let places = text.occurrences(of: words)
    guard places.count == 1 else {
      throw Miss("“\(words)” stands \(places.count) times in \(path)")
    }
    return (path, text[..<places[0]].count { $0 == "\n" } + 1)
  }

  private func text(of path: String, _ files: [String: [UInt8]]) throws(Miss) -> String {
    guard let bytes = files[path] else { throw Miss("there is no \(path)") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes a change; gives the line that it marks.
  private func make(_ change: Mistake.Change, in files: inout [String: [UInt8]])
    throws(Miss) -> (path: String, line: Int)?
  {
    switch change {
    case .edit(let path, let was, let becomes):
      let text = try text(of: path, files)
      let start = try line(of: was, in: path, files)
      let parts = becomes.split(separator: "⟦⟧", omittingEmptySubsequences: false)
      files[path] = Array(text.replacing(was, with: parts.joined()).utf8)
      return (path, start.line + (parts.count > 1 ? parts[0].count { $0 == "\n" } : 0))
    case .remove(let path): files[path] = nil
    case .rename(let path, let new):
      files[new] = files[path]
      files[path] = nil
    case .add(let path, let text): files[path] = Array(text.utf8)
    case .save(let path, let encoding):
      files[path] = try text(of: path, files).encoded(as: encoding)
    }
    return nil
  }

  static func words(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.file):\(diagnostic.range.start.line) \(diagnostic.severity) [\(diagnostic.rule)]"
      + " \(diagnostic.message) \(diagnostic.help)"
  }
}

extension CourseReview {
  /// All that is found in a course in memory.
  static func diagnostics(in files: [String: [UInt8]]) -> [Diagnostic] {
    func bytes(_ path: String) -> Result<[UInt8], CourseFileFailure> {
      files[path].map { .success($0) } ?? .failure(CourseFileFailure(reason: "is gone"))
    }
    return diagnostics(of: Course.read(paths: files.keys.sorted(), bytes: bytes), bytes: bytes)
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  fileprivate func encoded(as encoding: Mistake.Encoding) -> [UInt8] {
    switch encoding {
    case .utf16: [0xFF, 0xFE] + utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .windows1252:
      unicodeScalars.map { scalar in
        switch scalar {
        case "“": 0x93
        case "”": 0x94
        case "’": 0x92
        default: scalar.isASCII ? UInt8(scalar.value) : 0x3F
        }
      }
    }
  }
}

extension StringProtocol {
  fileprivate func occurrences(of words: String) -> [Index] {
    ranges(of: words).map(\.lowerBound)
  }
}
