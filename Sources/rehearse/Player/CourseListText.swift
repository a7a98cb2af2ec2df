import RehearseStore

/// The learner's courses, one paragraph each.
struct CourseListText {
  let place: Workplace

  func show(_ entries: [CatalogueEntry]) {
    guard !entries.isEmpty else {
      place.write("There is no course yet. `rehearse install FILE` takes one from a bundle.")
      return
    }
    for entry in entries {
      let course = entry.course
      place.write(
        StyledText(course.id, .strong) + StyledText(": \(course.title)"), rest: "  ")
      var facts: [String] = []
      if let version = entry.version { facts.append("version \(version)") }
      if let folder = course.folder {
        facts.append("opened from \(folder) since \(Timestamp.day(course.openedAt))")
      } else {
        facts.append("installed on \(Timestamp.day(course.openedAt))")
      }
      if let files = entry.files, let bytes = entry.bytes {
        facts.append(ByteCount.extent(files: files, bytes: bytes))
      } else {
        facts.append("its folder is gone")
      }
      if entry.attempts > 0 {
        facts.append(
          Self.count(entry.attempts, "attempt")
            + (entry.unfinished > 0 ? ", \(entry.unfinished) unfinished" : ""))
      }
      place.write(StyledText(facts.joined(separator: "; "), .dim), first: "  ", rest: "  ")
    }
  }

  static func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }
}

/// Sizes as people read them: in thousands, as disks and mail programs count.
enum ByteCount {
  static func words(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: return bytes == 1 ? "1 byte" : "\(bytes) bytes"
    case ..<999_500: return "\((bytes + 500) / 1_000) KB"
    default:
      let tenths = (bytes + 50_000) / 100_000
      return "\(tenths / 10).\(tenths % 10) MB"
    }
  }

  static func extent(files: Int, bytes: Int) -> String {
    "\(CourseListText.count(files, "file")), \(words(bytes))"
  }
}
