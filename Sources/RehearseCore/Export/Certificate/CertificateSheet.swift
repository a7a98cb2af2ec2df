/// What stands on the paper, and how large: the same for every format. Lengths are tenths of a
/// millimetre. The sheet is as wide as Letter and as high as A4 allow, so that it prints on both.
struct CertificateSheet: Sendable {
  static let width = 2630
  static let height = 1940
  static let margin = 200
  static var measure: Int { width - 2 * margin }
  /// Where the rule over the lower part stands.
  static let rule = 1420

  /// Words that are as large as their room allows.
  struct Words: Sendable {
    /// All of it, or what there is room for.
    var text: String
    var size: Int
    var lines: [String]
    /// From one line to the next.
    var leading: Int

    init(_ text: String, sizes: [Int], width: Int, count: Int, leading: Int) {
      let fit = TextMeasure.fit(text, sizes: sizes, width: width, count: count)
      size = fit.size
      lines = fit.lines
      self.text = fit.isWhole ? text : fit.lines.joined(separator: " ")
      self.leading = size * leading / 100
    }

    var height: Int { lines.count * leading }
  }

  /// A requirement or a skill.
  struct Row: Sendable {
    var name: String
    var percent: Percent?
    var lines: [String]
  }

  let credential: AchievementCredential
  let theme: CertificateTheme
  let kicker: String
  let title: Words
  let name: Words
  let description: Words
  let issuer: String
  let trust: (heading: String, sentence: String)
  let signatory: (name: String, role: String)?
  let footer: String?

  /// The size of the rows, and those that have room.
  private(set) var rowSize = 0
  private(set) var requirements: [Row] = []
  private(set) var skills: [Row] = []
  private(set) var requirementsLeftOut = 0
  private(set) var skillsLeftOut = 0

  init(_ credential: AchievementCredential, trust: TrustLevel, theme: CertificateTheme) {
    self.credential = credential
    self.theme = theme
    let about = credential.achievement
    let version = about.courseVersion.map { ", version " + Self.clean($0) } ?? ""
    kicker = Self.clean(about.courseTitle) + version
    title = Words(
      Self.clean(about.title), sizes: [124, 108, 94, 84, 72], width: Self.measure - 100, count: 2,
      leading: 116)
    name = Words(
      Self.clean(credential.learner.name), sizes: [168, 150, 132, 116, 100, 86, 74],
      width: Self.measure - 100, count: credential.learner.name.count > 44 ? 2 : 1, leading: 122)
    description = Words(
      Self.clean(about.description), sizes: [46, 42, 38, 34], width: 1900, count: 3, leading: 145)
    issuer = Self.clean(credential.issuer.name)
    self.trust = CertificateWords.trust(trust, credential)
    let signing = theme.signatory.map { text -> (name: String, role: String) in
      let parts = text.split(separator: ",", maxSplits: 1).map { Self.clean(String($0)) }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    signatory = signing
    footer = theme.footer.map(Self.clean)
    fitRows()
  }

  // MARK: From the top to the bottom

  static let logoHeight = 120
  var kickerBase: Int { theme.logo == nil ? 196 : 290 }
  var titleTop: Int { kickerBase + 44 }
  var awardedBase: Int { titleTop + title.height + 74 }
  var nameTop: Int { awardedBase + 26 }
  var descriptionTop: Int { nameTop + name.height + 56 }
  var rowsTop: Int { descriptionTop + description.height + 50 }
  /// The heading over the rows, with the room below it.
  static let rowHeading = 70

  // MARK: Rows

  static let skillNameWidth = 400
  static let skillWidth = 840
  static let requirementWidth = 1290
  /// The mark before a requirement, and the number behind it.
  static let markWidth = 60
  static let numberWidth = 160

  /// From the beginning of a row to that of the next.
  func height(of row: Row) -> Int { row.lines.count * rowSize * 130 / 100 + rowSize * 40 / 100 }

  private mutating func fitRows() {
    let isSkill = credential.outcomes.map { $0.kind == .skill }
    let width =
      isSkill.contains(true)
      ? Self.requirementWidth - Self.markWidth - Self.numberWidth
      : 1600 - Self.markWidth - Self.numberWidth
    let room = Self.rule - 30 - rowsTop - Self.rowHeading
    for size in [46, 42, 38, 34, 31, 28] {
      rowSize = size
      func rows(_ kind: AchievementCredential.Outcome.Kind, _ width: Int) -> [Row] {
        credential.outcomes.filter { $0.kind == kind }.map {
          let name = Self.clean($0.name)
          let lines = TextMeasure.lines(name, size: size, width: width)
          return Row(name: name, percent: $0.percent, lines: lines)
        }
      }
      requirements = rows(.requirement, width)
      skills = rows(.skill, Self.skillNameWidth)
      if total(requirements) <= room, total(skills) <= room { return }
    }
    // The line that says how many are missing needs room too.
    requirementsLeftOut = Self.cut(&requirements, to: room - rowSize * 170 / 100, total)
    skillsLeftOut = Self.cut(&skills, to: room - rowSize * 170 / 100, total)
  }

  private func total(_ rows: [Row]) -> Int { rows.reduce(0) { $0 + height(of: $1) } }

  private static func cut(_ rows: inout [Row], to room: Int, _ total: ([Row]) -> Int) -> Int {
    var count = 0
    while !rows.isEmpty, total(rows) > room {
      rows.removeLast()
      count += 1
    }
    return count
  }

  static func leftOut(_ count: Int) -> String { "and \(count) more, which the credential lists" }

  // MARK: Words

  var validFrom: String { CertificateWords.day(credential.validFrom) }
  var validUntil: String {
    credential.validUntil.map(CertificateWords.day) ?? "It does not lapse"
  }
  /// What the program says in small type at the foot.
  static let check =
    "To check it, on any machine and without a network: rehearse verify FILE, with the file that this"
    + " came as. A print alone proves nothing."

  /// Text on one line, without the characters that turn the direction of what stands around them.
  static func clean(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: out += " "
      case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return RehearseCore.Words.split(out).joined(separator: " ")
  }
}
