/// Why a name stays as it is.
package enum RenameRefusal: Error, Equatable, Sendable {
  case nothingToRename
  case notAName(String)
  case taken(String)
  /// The id of another scene hangs on this one's heading.
  case headingsAlike(String)

  package var message: String {
    switch self {
    case .nothingToRename:
      "Here is nothing to rename: put the cursor on a scene's heading, on a link to a scene, or on "
        + "a meter, a flag or a skill."
    case .notAName(let name):
      "“\(name)” cannot be a name: use letters, digits, hyphens and underscores, without blanks."
    case .taken(let name): "“\(name)” is there already: choose another name."
    case .headingsAlike(let id):
      "Another scene is called “\(id)” because its heading is like this one's: give it a heading of "
        + "its own first."
    }
  }
}

extension Manuscript {
  /// What can be renamed at a place, where its name stands there, and the name.
  package func renamable(
    at offset: Int, in path: String
  ) -> (referent: Referent, range: Range<Int>, name: String)? {
    guard let mention = mention(at: offset, in: path) else { return nil }
    switch mention.referent {
    case .place(let target, let id):
      guard pages[target]?.scenario?.scenes.contains(where: { $0.id == id }) == true else {
        return nil
      }
      guard mention.isDeclaration,
        let heading = pages[path]?.headings.first(where: { $0.id == id })
      else { return (mention.referent, mention.range, id) }
      return (mention.referent, heading.givenId ?? heading.range, id)
    case .meter(_, let name), .flag(_, let name), .skill(let name):
      guard !declarations(of: mention.referent).isEmpty else { return nil }
      return (mention.referent, mention.range, name)
    case .file, .speaker: return nil
    }
  }

  /// The changes, file by file, that give a scene, a meter, a flag or a skill another name
  /// everywhere. A scene's heading keeps its words: the id stands behind it, as `{#id}`.
  package func rename(
    _ referent: Referent, to name: String
  ) throws(RenameRefusal) -> [String: [TextEdit]] {
    switch referent {
    case .place(let path, let id):
      guard let page = pages[path], let scenario = page.scenario else { throw .nothingToRename }
      guard Self.isSceneId(name) else { throw .notAName(name) }
      if name == id { return [:] }
      if scenario.scenes.contains(where: { $0.id == name }) { throw .taken(name) }
      let edits = edits(for: referent, name, heading: page.headings.first { $0.id == id })
      try check(page, edits[path] ?? [], scenario.scenes.map { $0.id == id ? name : $0.id })
      return edits
    case .meter(let path, let old), .flag(let path, let old):
      guard Words.isName(name) else { throw .notAName(name) }
      if name == old { return [:] }
      let scenario = pages[path]?.scenario
      if scenario?.flags.contains(name) == true
        || scenario?.meters.contains(where: { $0.name == name }) == true
      {
        throw .taken(name)
      }
      return edits(for: referent, name, heading: nil)
    case .skill(let old):
      guard Words.isName(name) else { throw .notAName(name) }
      if name == old { return [:] }
      if course?.outline.skills.contains(where: { $0.name == name }) == true { throw .taken(name) }
      return edits(for: referent, name, heading: nil)
    case .file, .speaker: throw .nothingToRename
    }
  }

  /// What can stand in a link, in `{#id}` and behind `visited`.
  private static func isSceneId(_ name: String) -> Bool {
    // A heading may begin with a number.
    Words.isName("a" + name) && !name.isEmpty && name.utf8.count <= 200
  }

  private func edits(
    for referent: Referent, _ name: String, heading: Page.Heading?
  ) -> [String: [TextEdit]] {
    var edits: [String: [TextEdit]] = [:]
    for mention in references(to: referent) {
      var edit = TextEdit(mention.range, name)
      if mention.isDeclaration, let heading, heading.range == mention.range {
        if let given = heading.givenId {
          edit = TextEdit(given, name)
        } else {
          edit = TextEdit(heading.range.upperBound..<heading.range.upperBound, " {#\(name)}")
        }
      }
      edits[mention.path, default: []].append(edit)
    }
    return edits
  }

  /// Reads the file as it would be, and looks whether all scenes would have the ids that they should.
  private func check(
    _ page: Page, _ edits: [TextEdit], _ ids: [String]
  ) throws(RenameRefusal) {
    let changed = Page(path: page.path, bytes: page.text.applying(edits))
    let found = changed.scenario?.scenes.map(\.id) ?? []
    for (id, new) in zip(ids, found) where id != new { throw .headingsAlike(id) }
  }
}

extension EditorText {
  /// The text with several changes, which do not overlap.
  package func applying(_ edits: [TextEdit]) -> [UInt8] {
    var bytes = bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return bytes
  }
}
