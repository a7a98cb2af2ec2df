import RehearseCore

/// A file that is open in the editor: what stands there, not what is on the disk.
struct OpenDocument {
  let uri: String
  let path: String
  var version: Int
  var text: EditorText
}

/// The open files by their URI.
struct OpenDocuments {
  private(set) var byURI: [String: OpenDocument] = [:]

  subscript(uri: String) -> OpenDocument? { byURI[uri] }

  func at(path: String) -> OpenDocument? { byURI.values.first { $0.path == path } }

  /// A file that is none of this machine is left to others.
  mutating func open(_ item: DidOpenParams.Item) {
    guard let path = FileURI.path(item.uri) else { return }
    byURI[item.uri] = OpenDocument(
      uri: item.uri, path: path, version: item.version, text: EditorText(item.text))
  }

  mutating func close(_ uri: String) { byURI[uri] = nil }

  /// False where the file is not open.
  mutating func change(_ params: DidChangeParams, _ encoding: PositionEncoding) -> Bool {
    guard var document = byURI.removeValue(forKey: params.textDocument.uri) else { return false }
    for change in params.contentChanges {
      if let range = change.range {
        document.text.replace(
          range.start.inEditor, range.end.inEditor, encoding, with: change.text)
      } else {
        document.text = EditorText(change.text)
      }
    }
    document.version = params.textDocument.version ?? document.version + 1
    byURI[document.uri] = document
    return true
  }
}
