import Glibc
import Testing

/// A file that holds what a test expects. `REHEARSE_RECORD=1` writes it anew; what changed then
/// shows in the version control, and is for a person to judge.
enum Golden {
  static func expect(
    _ text: String, toMatch name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // Sequences show as a visible sign, so that the files can be read and compared.
    let text = String(text.map { $0 == "\u{1B}" ? "␛" : $0 })
    if getenv("REHEARSE_RECORD") != nil {
      let file = try #require(fopen(path(name), "w"), sourceLocation: sourceLocation)
      defer { fclose(file) }
      try #require(fputs(text, file) >= 0, sourceLocation: sourceLocation)
    } else {
      #expect(try fixture(name) == text, "\(name)", sourceLocation: sourceLocation)
    }
  }

  static func fixture(_ name: String) throws -> String {
    let file = try #require(fopen(path(name), "r"), "no fixture \(name)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func path(_ name: String) -> String {
    let source: StaticString = #filePath
    let folder = source.description.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/Fixtures/\(name)"
  }
}
