/// Files that a lesson hands out to be worked on: blocks of code marked `markdown`, each under a
/// paragraph that is nothing but the file's path in bold code.
///
///     **`late-delivery.md`**
///
///     ```markdown
///     ---
///     kind: scenario
///     …
///     ```
package struct Exercise: Equatable, Sendable {
  package struct File: Equatable, Sendable {
    /// From the exercise's folder: no way out of it, and a name that ends in `.md`.
    package var path: String
    package var text: String
  }

  /// In the order of the text. Where a path comes twice, the first stands.
  package private(set) var files: [File] = []

  package init(_ blocks: [Block]) {
    for (before, block) in zip(blocks, blocks.dropFirst()) {
      guard case .code(let info, let text) = block.kind, info.lowercased() == "markdown",
        let path = Self.path(before), !files.contains(where: { $0.path == path })
      else { continue }
      files.append(File(path: path, text: text))
    }
  }

  private static func path(_ block: Block) -> String? {
    guard case .paragraph(let words) = block.kind, words.count == 1,
      case .strong(let inside) = words[0].kind, inside.count == 1,
      case .code(let path) = inside[0].kind, path.hasSuffix(".md"), path.utf8.count <= 200
    else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".")
        && part.utf8.allSatisfy { byte in
          byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
    return isSafe ? path : nil
  }
}
