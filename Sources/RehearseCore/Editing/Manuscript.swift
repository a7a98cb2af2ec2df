/// A course while it is written: what its files say now. A file is read again only where its text
/// changed, so that this can be done at every keystroke.
package struct Manuscript: Sendable {
  /// All files of the folder, also those that are no units.
  package private(set) var paths: [String] = []
  package private(set) var pages: [String: Page] = [:]
  package private(set) var course: Course?
  /// Everything that `rehearse check` says about it.
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var units = UnitNames([])
  /// The files that the last update read anew.
  package private(set) var readAnew: Set<String> = []
  private var analyses = KeptAnalyses()

  package init() {}

  /// Reads the course as its files are now. `bytes` gives the contents of a file, as for
  /// `Course.read`; `refused` is what was found in the folder itself.
  package mutating func update(
    paths: [String], refused: [Diagnostic] = [],
    bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) {
    self.paths = paths
    let contents = readPages(paths.filter(Course.isPage), bytes)
    func content(of path: String) -> Result<[UInt8], CourseFileFailure> {
      contents[path] ?? .failure(CourseFileFailure(reason: "it is gone"))
    }
    let reading = Course.read(paths: paths, bytes: content) { path, bytes in
      pages[path]?.reading ?? UnitReader.read(path: path, bytes: bytes)
    }
    course = reading.value
    analyses.keep(pages, without: readAnew)
    diagnostics =
      CourseReview.diagnostics(of: reading, bytes: content) { path, scenario, passable in
        analyses.analysis(of: path, scenario, passable)
      } + refused
  }

  /// Reads one file that belongs to no course. What begins without front matter is somebody else's
  /// Markdown, and nothing is said about it.
  package mutating func update(alone path: String, bytes: [UInt8]) {
    paths = [path]
    _ = readPages([path]) { _ in .success(bytes) }
    course = nil
    let page = pages[path]
    diagnostics = page?.front["kind"] == nil ? [] : page?.reading.diagnostics ?? []
  }

  private mutating func readPages(
    _ paths: [String], _ bytes: (String) -> Result<[UInt8], CourseFileFailure>
  ) -> [String: Result<[UInt8], CourseFileFailure>] {
    var contents: [String: Result<[UInt8], CourseFileFailure>] = [:]
    var pages: [String: Page] = [:]
    readAnew = []
    for path in paths {
      switch bytes(path) {
      case .success(let raw):
        if let known = self.pages[path], known.isOf(raw) {
          pages[path] = known
        } else {
          pages[path] = Page(path: path, bytes: raw)
          readAnew.insert(path)
        }
        contents[path] = .success(pages[path]?.text.bytes ?? raw)
      case .failure(let failure): contents[path] = .failure(failure)
      }
    }
    self.pages = pages
    units = UnitNames(pages.values.map(\.unit.about).filter { $0.kind != .course })
    return contents
  }

  /// What all plays together say about a choice; nil where the scenario has errors or too many
  /// states.
  package func facts(of place: ChoicePlace, in path: String) -> ScenarioAnalysis.ChoiceFacts? {
    guard let analysis = analyses.byPath[path], analysis.isExact,
      analysis.choices.indices.contains(place.scene),
      analysis.choices[place.scene].indices.contains(place.choice)
    else { return nil }
    return analysis.choices[place.scene][place.choice]
  }

  // MARK: Names

  package func mentions(in path: String) -> [Mention] { pages[path]?.mentions(units: units) ?? [] }

  /// What is named at a place of a file: of several, the one that says most exactly what is meant.
  package func mention(at offset: Int, in path: String) -> Mention? {
    mentions(in: path)
      .filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
      .min { ($0.range.count, $0.range.lowerBound) < ($1.range.count, $1.range.lowerBound) }
  }

  /// Where a thing is made. A flag is made by the first directive that sets it, and a file begins
  /// with its first character.
  package func declarations(of referent: Referent) -> [Mention] {
    switch referent {
    case .file(let path):
      guard paths.contains(path) else { return [] }
      return [Mention(referent: referent, path: path, range: 0..<0, isDeclaration: true)]
    case .place(let path, _), .meter(let path, _), .speaker(let path, _):
      return mentions(in: path).filter { $0.isDeclaration && $0.referent == referent }
    case .flag(let path, _):
      return mentions(in: path).filter { $0.isDeclaration && $0.referent == referent }
        .min { $0.range.lowerBound < $1.range.lowerBound }.map { [$0] } ?? []
    case .skill:
      return mentions(in: "course.md").filter { $0.isDeclaration && $0.referent == referent }
    }
  }

  /// Every place of the course where it is named, in the order of the files and of the text.
  package func references(to referent: Referent) -> [Mention] {
    pages.keys.sorted().flatMap { path in
      mentions(in: path).filter { $0.referent == referent }
        .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }
}

extension Page {
  fileprivate func isOf(_ bytes: [UInt8]) -> Bool {
    text.bytes == bytes
      || (bytes.starts(with: [0xEF, 0xBB, 0xBF]) && text.bytes[...] == bytes[3...])
  }
}
