/// QTI 2.1, 2.2 and 3.0: a single item, a test that names its items, or the manifest of a package.
/// Source: IMS QTI 2.1 and 1EdTech QTI 3.0 Assessment, Section and Item Information Models.
///
/// Files are asked for by the path that the first file gives them; who answers decides what may be
/// read.
package struct QTIImport {
  package typealias Files = (String) -> Result<[UInt8], CourseFileFailure>

  static let maximumItems = 5_000

  private var result = QuestionImport()
  private var notes: ExchangeNotes
  private let files: Files
  /// The folder that the paths in the file count from, with a slash at its end.
  private var folder = ""
  private let name: String
  private var count = 0

  /// - Parameters:
  ///   - file: the name of the first file, for notes.
  ///   - path: where it lies in its folder; other paths are given relative to that folder.
  ///   - files: the bytes of the other files.
  package static func read(
    _ bytes: [UInt8], file: String, path: String = "", files: @escaping Files
  ) -> QuestionImport {
    var reader = QTIImport(
      notes: ExchangeNotes(file: file), files: files, folder: folder(of: path), name: file)
    do throws(XMLReader.Failure) {
      reader.read(try XMLReader.read(bytes), isFirst: true)
    } catch {
      reader.notes.add(
        .missingItem(file, reason: error.reason), line: error.line)
    }
    reader.result.notes = reader.notes.sorted
    return reader.result
  }

  private init(notes: ExchangeNotes, files: @escaping Files, folder: String, name: String) {
    self.notes = notes
    self.files = files
    self.folder = folder
    self.name = name
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private mutating func read(_ root: MarkupElement, isFirst: Bool) {
    switch root.kind {
    case "assessmentitem": item(root, file: name, points: nil)
    case "assessmenttest": test(root, file: name)
    case "assessmentsection": section(root, file: name, folder: folder, depth: 0)
    case "manifest" where isFirst: manifest(root)
    default: notes.add(.interaction(root.name), line: root.line)
    }
  }

  // MARK: Packages

  /// The test where there is one, or else all items in the order of the manifest.
  private mutating func manifest(_ root: MarkupElement) {
    let resources = root.descendants.filter { $0.kind == "resource" }
    func path(_ resource: MarkupElement) -> String? {
      resource["href"] ?? resource.first("file")?["href"]
    }
    let tests = resources.filter { $0["type"]?.contains("imsqti_test") == true }
    if let test = tests.first, let path = path(test) {
      if tests.count > 1 {
        notes.add(.sourceSetting("\(tests.count - 1) more tests in the package"), line: test.line)
      }
      open(path, from: folder, line: test.line) { reader, element, file in
        reader.test(element, file: file, folder: reader.folder + Self.folder(of: path))
      }
      return
    }
    for resource in resources where resource["type"]?.contains("imsqti_item") == true {
      guard let path = path(resource) else { continue }
      open(path, from: folder, line: resource.line) { reader, element, file in
        reader.item(element, file: file, points: nil)
      }
    }
  }

  private mutating func open(
    _ path: String, from folder: String, line: Int,
    _ use: (inout QTIImport, MarkupElement, String) -> Void
  ) {
    count += 1
    guard count <= Self.maximumItems else {
      if count == Self.maximumItems + 1 {
        notes.add(
          .missingItem(path, reason: "\(Self.maximumItems) files are the most"), line: line)
      }
      return
    }
    switch files(folder + path) {
    case .failure(let failure): notes.add(.missingItem(path, reason: failure.reason), line: line)
    case .success(let bytes):
      do throws(XMLReader.Failure) {
        use(&self, try XMLReader.read(bytes), folder + path)
      } catch {
        notes.add(
          .missingItem(path, reason: "\(error.reason) (line \(error.line))"), line: line)
      }
    }
  }

  // MARK: Tests

  private mutating func test(_ root: MarkupElement, file: String, folder: String? = nil) {
    let folder = folder ?? self.folder
    guard root.kind == "assessmenttest" else {
      return notes.add(.interaction(root.name), line: root.line)
    }
    result.title = root["title"]
    for element in root.descendants {
      switch element.kind {
      case "precondition", "branchrule", "itemsessioncontrol", "adaptiveselection":
        notes.add(.sourceSetting(element.name), line: element.line)
      default: continue
      }
    }
    for part in root.all("testpart") {
      for limit in [root.first("timelimits"), part.first("timelimits")] {
        // Our time limit counts whole minutes.
        if let seconds = limit?["maxtime"].flatMap({ Words.integer($0) }), seconds >= 60 {
          result.timeLimit = min(seconds / 60, 600)
        }
      }
      for section in part.elements
      where section.kind == "assessmentsection" || section.kind == "assessmentsectionref" {
        self.section(section, file: file, folder: folder, depth: 0)
      }
    }
  }

  private mutating func section(
    _ element: MarkupElement, file: String, folder: String, depth: Int
  ) {
    guard depth < 8 else { return }
    if element.kind == "assessmentsectionref" {
      guard let path = element["href"] else { return }
      return open(path, from: folder, line: element.line) { reader, root, file in
        reader.section(
          root, file: file, folder: folder + Self.folder(of: path), depth: depth + 1)
      }
    }
    guard element.kind == "assessmentsection" else {
      return notes.add(.interaction(element.name), line: element.line)
    }
    let isShown = element["visible"] != "false"
    result.beginSection(isShown ? element["title"] ?? "" : "")
    let before = result.questionCount
    for block in element.all("rubricblock") {
      var markup = MarkupBlocks(line: block.line)
      result.append(introduction: markup.blocks(block.children))
      notes.add(markup.losses, line: block.line)
    }
    var hasSections = false
    for child in element.elements {
      switch child.kind {
      case "assessmentitemref": reference(child, folder: folder)
      case "assessmentsection", "assessmentsectionref":
        hasSections = true
        section(child, file: file, folder: folder, depth: depth + 1)
      default: continue
      }
    }
    guard let select = element.first("selection")?["select"], let draw = Words.integer(select)
    else {
      return
    }
    let questions = result.questionCount - before
    if hasSections || draw > questions || draw < 1 {
      notes.add(.sourceSetting("select=\"\(select)\""), line: element.line)
    } else if let last = result.sections.indices.last {
      result.sections[last].draw = draw
    }
  }

  private mutating func reference(_ element: MarkupElement, folder: String) {
    guard let path = element["href"] else { return }
    let weight = element.first("weight")?["value"]
    let before = result.questionCount
    open(path, from: folder, line: element.line) { reader, root, file in
      reader.item(root, file: file, points: weight)
    }
    guard result.questionCount > before, let place = result.sections.indices.last else { return }
    let tags = Words.split(element["category"] ?? "")
    let question = result.sections[place].questions.count - 1
    if let skill = tags.first(where: Words.isName) {
      result.sections[place].questions[question].skill = skill
    }
    let others = tags.filter { $0 != result.sections[place].questions[question].skill }
    if !others.isEmpty { notes.add(.tags(others), line: element.line) }
  }

  private mutating func item(_ root: MarkupElement, file: String, points: String?) {
    guard root.kind == "assessmentitem" else {
      return notes.add(.interaction(root.name), line: root.line)
    }
    var reader = QTIItemReader(root, number: result.questionCount + 1)
    let question = reader.read(weight: points)
    for (loss, line) in reader.losses {
      notes.add([ExchangeNote(file: file, line: line, loss)])
    }
    if let question { result.append(question) }
  }
}
