import Foundation

/// A course without mistakes, for trainers to make them in.
enum SampleCourse: Sendable {
  /// A small one with a file of each kind and every directive.
  case frontDesk
  /// The one that ships.
  case shipped

  var files: [String: [UInt8]] {
    switch self {
    case .frontDesk: Self.frontDeskFiles
    case .shipped: Self.shippedFiles
    }
  }

  private static let frontDeskFiles: [String: [UInt8]] =
    frontDeskPages.merging(frontDeskRolePlays) { page, _ in page }
    .mapValues { Array($0.utf8) }.merging(["desk.png": []]) { file, _ in file }

  private static let shippedFiles: [String: [UInt8]] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "courses/consulting")
    var files: [String: [UInt8]] = [:]
    for path in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String })
      ?? []
    {
      let file = root.appending(path: path)
      guard (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true,
        let data = try? Data(contentsOf: file)
      else { continue }
      files[path] = Array(data)
    }
    // To explore them takes seconds, and nobody makes a mistake in them here.
    for path in files.keys
    where path.hasPrefix("scenarios/") && path != "scenarios/discovery-call.md" {
      files[path] = shortened(files[path])
    }
    for path in ["final.md", "renewal.md"] { files[path] = withFewQuestions(files[path]) }
    return files
  }()
}

extension SampleCourse {
  /// A role-play that says the same at the top of its file, and is over at once.
  private static func shortened(_ file: [UInt8]?) -> [UInt8] {
    let text = String(decoding: file ?? [], as: UTF8.self)
    let front = text.split(separator: "\n---\n", maxSplits: 1)[0]
    return Array((front + "\n---\n\n## It is over\n\n`ending success`\n").utf8)
  }
}

extension SampleCourse {
  /// An assessment with three questions of each section, which is as much as it draws.
  private static func withFewQuestions(_ file: [UInt8]?) -> [UInt8] {
    let text = String(decoding: file ?? [], as: UTF8.self)
    var lines: [Substring] = []
    var questions = 0
    var drawn = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        questions = 0
        drawn += 3
        lines.append(line.prefix { $0 != "`" } + "`draw 3`")
        continue
      }
      if line.hasPrefix("### ") { questions += 1 }
      if questions <= 3 { lines.append(line) }
    }
    if let total = lines.firstIndex(where: { $0.hasPrefix("draw: ") }) {
      lines[total] = "draw: \(drawn)"
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}

/// One file of a sample course.
struct SampleFile: Sendable {
  var course: SampleCourse
  var path: String

  static func desk(_ path: String) -> Self { Self(course: .frontDesk, path: path) }
  static func shipped(_ path: String) -> Self { Self(course: .shipped, path: path) }

  static let cover = desk("course.md")
  static let lesson = desk("lessons/first-words.md")
  static let aid = desk("aids/words.md")
  static let room = desk("scenarios/noisy-room.md")
  static let booking = desk("scenarios/lost-booking.md")
  static let refund = desk("checklists/refund.md")
  static let quiz = desk("quiz.md")
  static let badge = desk("certificate.md")

  static let consulting = shipped("course.md")
  static let call = shipped("scenarios/discovery-call.md")
  static let scope = shipped("checklists/scope.md")
  static let diagnostic = shipped("bearings/diagnostic.md")
  static let award = shipped("certification.md")
}
