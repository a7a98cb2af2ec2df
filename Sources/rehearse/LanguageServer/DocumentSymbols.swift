import RehearseCore

/// The outline of a file in the editor: scenes, questions, headings.
extension LanguageServer {
  enum Symbols: Encodable {
    case tree([DocumentSymbol])
    case list([SymbolInformation])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tree(let symbols): try symbols.encode(to: encoder)
      case .list(let symbols): try symbols.encode(to: encoder)
      }
    }
  }

  mutating func symbols(_ params: TextDocumentParams) -> Symbols? {
    guard let place = place(of: params.textDocument.uri),
      let page = desk.manuscript(of: place.folder, documents)?.pages[place.path]
    else { return .tree([]) }
    var headings = page.headings[...]
    let tree = tree(&headings, under: 0, page)
    if client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport == true {
      return .tree(tree)
    }
    func flat(_ symbols: [DocumentSymbol]) -> [SymbolInformation] {
      symbols.flatMap { symbol in
        [
          SymbolInformation(
            name: symbol.name,
            location: Location(uri: params.textDocument.uri, range: symbol.range))
        ] + flat(symbol.children)
      }
    }
    return .list(flat(tree))
  }

  /// Takes the headings that are of a lower rank than `level` off the front.
  private func tree(
    _ headings: inout ArraySlice<Page.Heading>, under level: Int, _ page: Page
  ) -> [DocumentSymbol] {
    var symbols: [DocumentSymbol] = []
    while let heading = headings.first, heading.level > level {
      headings.removeFirst()
      let end =
        headings.first { $0.level <= heading.level }.map {
          page.text.line(page.text.lineNumber(of: $0.range.lowerBound)).lowerBound
        } ?? page.text.bytes.count
      let children = tree(&headings, under: heading.level, page)
      let start = page.text.line(page.text.lineNumber(of: heading.range.lowerBound)).lowerBound
      symbols.append(
        DocumentSymbol(
          name: heading.title.isEmpty ? heading.id + " " : heading.title,
          detail: page.detail(of: heading),
          range: LSPRange(start..<end, in: page.text, encoding),
          selectionRange: LSPRange(heading.range, in: page.text, encoding), children: children))
    }
    return symbols
  }
}

extension Page {
  fileprivate func detail(of heading: Heading) -> String? {
    guard let scene = scenario?.scenes.first(where: { $0.id == heading.id }) else { return nil }
    switch scene.way {
    case .ending(let ending): return "ending \(ending.rawValue)"
    case .choices(let choices): return "\(choices.count) choices"
    case .story: return "story"
    case .nowhere: return nil
    }
  }
}
