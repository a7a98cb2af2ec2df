import Testing

@Suite struct StructureTests {
  /// The core is pure: no Foundation, no clock, no files. What it may import is listed, so that
  /// nothing comes in by another name.
  @Test func theCoreImportsNothingFromOutside() {
    let package = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let files = FuzzFiles.all(under: package + "/Sources/RehearseCore", suffix: ".swift")
    #expect(files.count > 50)
    for (path, bytes) in files {
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" }).map(
          String.init)
        guard let place = words.firstIndex(of: "import"), words.count > place + 1,
          words[..<place].allSatisfy({
            $0.hasPrefix("@")
              || ["internal", "private", "fileprivate", "package", "public"].contains($0)
          })
        else { continue }
        let module = words[place + 1]
        #expect(["CCommonMark", "Synchronization"].contains(module), "\(path): \(line)")
        // What the core says to others does not speak of C.
        #expect(words[..<place] == ["internal"], "\(path): \(line)")
        #expect(module != "CCommonMark" || path.contains("/Markdown/"), "\(path): \(line)")
      }
    }
  }
}
