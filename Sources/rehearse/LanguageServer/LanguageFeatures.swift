import RehearseCore

/// The answers to what editors ask about a place in a file.
extension LanguageServer {
  /// The course that an open file belongs to, as it is now, and the file's page in it.
  private mutating func open(
    _ uri: String
  ) -> (manuscript: Manuscript, page: Page, place: CourseDesk.Place)? {
    guard let place = place(of: uri),
      let manuscript = desk.manuscript(of: place.folder, documents),
      let page = manuscript.pages[place.path]
    else { return nil }
    return (manuscript, page, place)
  }

  private func uri(_ path: String, _ place: CourseDesk.Place) -> String {
    let whole =
      place.isCourse ? (place.folder == "/" ? "" : place.folder) + "/" + path : place.folder
    return documents.at(path: whole)?.uri ?? FileURI.uri(whole)
  }

  private func location(
    _ mention: Mention, _ manuscript: Manuscript, _ place: CourseDesk.Place
  ) -> Location {
    let text = manuscript.pages[mention.path]?.text ?? EditorText([])
    return Location(
      uri: uri(mention.path, place), range: LSPRange(mention.range, in: text, encoding))
  }

  // MARK: Completion and hover

  mutating func completions(_ params: TextDocumentPositionParams) -> [CompletionItem]? {
    guard let (manuscript, page, place) = open(params.textDocument.uri) else { return [] }
    let offset = page.text.offset(of: params.position.inEditor, encoding)
    let found = manuscript.completions(at: offset, in: place.path)
    return found.enumerated().map { number, completion in
      CompletionItem(
        label: Words.trim(completion.text), kind: completion.kind.number,
        detail: completion.detail.isEmpty ? nil : completion.detail,
        sortText: String(String(100_000 + number).dropFirst()), filterText: completion.text,
        textEdit: LSPTextEdit(
          range: LSPRange(completion.range, in: page.text, encoding), newText: completion.text))
    }
  }

  mutating func hover(_ params: TextDocumentPositionParams) -> HoverResult? {
    guard let (manuscript, page, place) = open(params.textDocument.uri),
      let hover = manuscript.hover(
        at: page.text.offset(of: params.position.inEditor, encoding), in: place.path)
    else { return nil }
    return HoverResult(
      contents: HoverResult.Content(value: hover.text),
      range: LSPRange(hover.range, in: page.text, encoding))
  }

  // MARK: Where things are

  mutating func definition(_ params: TextDocumentPositionParams) -> [Location]? {
    guard let (manuscript, page, place) = open(params.textDocument.uri),
      let mention = manuscript.mention(
        at: page.text.offset(of: params.position.inEditor, encoding), in: place.path)
    else { return nil }
    return manuscript.declarations(of: mention.referent).map { location($0, manuscript, place) }
  }

  mutating func references(_ params: ReferenceParams) -> [Location]? {
    guard let (manuscript, page, place) = open(params.textDocument.uri),
      let mention = manuscript.mention(
        at: page.text.offset(of: params.position.inEditor, encoding), in: place.path)
    else { return nil }
    let all = params.context?.includeDeclaration ?? true
    return manuscript.references(to: mention.referent)
      .filter { all || !$0.isDeclaration }.map { location($0, manuscript, place) }
  }

  // MARK: Renaming

  mutating func prepareRename(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> PrepareRenameResult? {
    guard let (manuscript, page, place) = open(params.textDocument.uri),
      let found = manuscript.renamable(
        at: page.text.offset(of: params.position.inEditor, encoding), in: place.path)
    else { throw .failed(RenameRefusal.nothingToRename.message) }
    return PrepareRenameResult(
      range: LSPRange(found.range, in: page.text, encoding), placeholder: found.name)
  }

  mutating func rename(_ params: RenameParams) throws(ResponseError) -> WorkspaceEdit? {
    guard let (manuscript, page, place) = open(params.textDocument.uri),
      let found = manuscript.renamable(
        at: page.text.offset(of: params.position.inEditor, encoding), in: place.path)
    else { throw .failed(RenameRefusal.nothingToRename.message) }
    do throws(RenameRefusal) {
      return workspaceEdit(
        try manuscript.rename(found.referent, to: Words.trim(params.newName)), manuscript, place)
    } catch {
      throw .failed(error.message)
    }
  }

  private func workspaceEdit(
    _ edits: [String: [TextEdit]], _ manuscript: Manuscript, _ place: CourseDesk.Place
  ) -> WorkspaceEdit {
    let files = edits.sorted { $0.key < $1.key }.map { path, edits in
      let text = manuscript.pages[path]?.text ?? EditorText([])
      return WorkspaceEdit.DocumentEdit(
        textDocument: WorkspaceEdit.Document(uri: uri(path, place), version: nil),
        edits: edits.map {
          LSPTextEdit(range: LSPRange($0.range, in: text, encoding), newText: $0.text)
        })
    }
    guard client.workspace?.workspaceEdit?.documentChanges == true else {
      let changes = files.map { ($0.textDocument.uri, $0.edits) }
      return WorkspaceEdit(changes: Dictionary(changes) { first, _ in first })
    }
    return WorkspaceEdit(
      documentChanges: files.map { file in
        var file = file
        file.textDocument.version = documents[file.textDocument.uri]?.version
        return file
      })
  }

  // MARK: Mends

  mutating func codeActions(_ params: CodeActionParams) -> [CodeAction]? {
    guard let (manuscript, page, place) = open(params.textDocument.uri) else { return [] }
    if let only = params.context?.only, !only.contains(where: { "quickfix".hasPrefix($0) }) {
      return []
    }
    let start = page.text.offset(of: params.range.start.inEditor, encoding)
    let end = page.text.offset(of: params.range.end.inEditor, encoding)
    return manuscript.diagnostics.compactMap { diagnostic in
      guard diagnostic.file == place.path else { return nil }
      let range = page.text.offsets(ofDiagnostic: diagnostic.range)
      guard range.lowerBound <= max(start, end), start <= range.upperBound,
        let fix = page.fix(for: diagnostic)
      else { return nil }
      return CodeAction(
        title: fix.title, diagnostics: [LSPDiagnostic(diagnostic, in: page.text, encoding)],
        edit: workspaceEdit([place.path: [fix.edit]], manuscript, place))
    }
  }
}

extension RehearseCore.Completion.Kind {
  /// `CompletionItemKind`, which decides about the picture beside it.
  fileprivate var number: Int {
    switch self {
    case .scene, .heading: 18  // reference
    case .file: 17  // file
    case .directive, .keyword: 14  // keyword
    case .meter: 6  // variable
    case .flag: 21  // constant
    case .unit: 9  // module
    case .skill: 20  // member of an enumeration
    case .person, .value: 12  // value
    case .field: 10  // property
    }
  }
}
