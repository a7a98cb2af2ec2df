extension Rule {
  /// Reported at the cover: an image has no place for an `allow:` of its own.
  static let unusedFile = Rule(
    "unused-file", .advice,
    "Every file of the folder is linked from somewhere.",
    why: """
      What nothing links is still handed on with the course. Often it is a picture whose link is \
      missing, or a draft that was not meant for others.
      """,
    example: (
      "The folder has `images/old-plan.png`, and no unit links it.",
      "A unit shows it: `![The plan](images/plan.png)`."
    )
  ) { review, findings in
    let files = review.course.files.filter { !Course.isPage($0) && !isAboutTheFolder($0) }
    guard !files.isEmpty else { return }
    var linked: Set<String> = []
    for unit in review.units {
      for link in unit.links where link.destination.utf8.first != UInt8(ascii: "#") {
        if case .file(let path, _) = LinkTarget(link.destination, in: unit.about.path) {
          linked.insert(path)
        }
      }
    }
    for file in files.sorted() where !linked.contains(file) {
      findings.report(
        "Every file of the folder is linked from somewhere; \(file) is not.",
        help: "Link it, or take it out of the folder.", at: .firstCharacter, in: "course.md")
    }
  }

  /// A README, a licence and the like are for people who look at the folder; `a.md~` is what an
  /// editor keeps.
  private static func isAboutTheFolder(_ path: String) -> Bool {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    return name.hasSuffix("~")
      || ["readme", "licence", "license", "copying", "notice", "changelog", "authors"].contains {
        name == $0 || name.hasPrefix($0 + ".")
      }
  }
}
