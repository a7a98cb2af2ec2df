/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard, 2020),
/// which code hosts show beside the lines. The names are those of the standard.
package struct SARIFLog: Encodable {
  let version = "2.1.0"
  let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  struct Run: Encodable {
    let tool: Tool
    let results: [Result]
    /// Columns count code points, as in every `Diagnostic`.
    let columnKind = "unicodeCodePoints"
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name = "rehearse"
    let version: String
    let rules: [Descriptor]
  }

  struct Descriptor: Encodable {
    let id: String
    let shortDescription: Message
    let fullDescription: Message?
    let defaultConfiguration: Configuration
  }

  struct Configuration: Encodable { let level: String }

  struct Message: Encodable { let text: String }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
  }

  struct Location: Encodable { let physicalLocation: PhysicalLocation }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct ArtifactLocation: Encodable { let uri: String }

  struct Region: Encodable {
    let startLine: Int32
    let startColumn: Int32
    let endLine: Int32
    let endColumn: Int32
  }

  /// - Parameters:
  ///   - folder: the course folder as it was given: files are named from the working directory, or
  ///     as `file:` where it begins with a slash.
  ///   - version: the program's.
  package init(_ diagnostics: [Diagnostic], folder: String, version: String) {
    let ids = Set(diagnostics.map(\.rule)).sorted()
    let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let base = Self.base(folder)
    runs = [
      Run(
        tool: Tool(driver: Driver(version: version, rules: ids.compactMap(Self.descriptor))),
        results: diagnostics.map { diagnostic in
          Result(
            ruleId: diagnostic.rule, ruleIndex: index[diagnostic.rule] ?? -1,
            level: Self.level(diagnostic.severity),
            message: Message(text: diagnostic.message + " " + diagnostic.help),
            locations: [
              Location(
                physicalLocation: PhysicalLocation(
                  artifactLocation: ArtifactLocation(
                    uri: base + PercentEncoding.path(diagnostic.file)),
                  region: Region(
                    startLine: diagnostic.range.start.line,
                    startColumn: diagnostic.range.start.column,
                    endLine: diagnostic.range.end.line, endColumn: diagnostic.range.end.column)))
            ])
        })
    ]
  }

  private static func descriptor(_ id: String) -> Descriptor? {
    if let rule = Rule.all.first(where: { $0.id == id }) {
      return Descriptor(
        id: id, shortDescription: Message(text: rule.title),
        fullDescription: Message(text: rule.why),
        defaultConfiguration: Configuration(level: level(rule.severity)))
    }
    return ProblemRule.all.first { $0.id == id }.map { rule in
      Descriptor(
        id: id, shortDescription: Message(text: rule.title), fullDescription: nil,
        defaultConfiguration: Configuration(level: level(rule.severity)))
    }
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }

  private static func base(_ folder: String) -> String {
    let isAbsolute = folder.utf8.first == UInt8(ascii: "/")
    let parts = folder.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      .filter { $0 != "." }
    let path = parts.map { PercentEncoding.path($0) + "/" }.joined()
    return isAbsolute ? "file:///" + path : path
  }
}
