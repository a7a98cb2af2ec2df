import RehearseCore
import RehearseStore

/// Awards the certifications of a course that are met, and says so.
struct AwardScreen {
  let room: CourseRoom
  private var place: Workplace { room.place }

  struct Outcome {
    var awards: [Award] = []
    /// What is met, and waits for the learner's name.
    var waiting: [CertificationStanding] = []
  }

  /// Looks whether anything is met, whenever something ended and when the program starts: what the
  /// power took away between the last answer and the award is made up for.
  @discardableResult
  func awardWhatIsMet() throws -> Outcome {
    var outcome = Outcome()
    guard !Awarding.paths(in: room.course).isEmpty else { return outcome }
    let awarding = Awarding(place.records, course: room.course)
    // One award may be what another certification asks for.
    while let due = try awarding.standings(at: place.now).first(where: \.task.isDue) {
      guard let name = try place.records.learnerName() ?? askName(due) else {
        outcome.waiting.append(due)
        break
      }
      let award = try awarding.award(
        due, to: name, id: place.newID(), signer: place.signer, at: place.now)
      // Another program was first; what is left is looked at the next time.
      guard let award else { break }
      congratulate(award)
      outcome.awards.append(award)
    }
    return outcome
  }

  private func askName(_ standing: CertificationStanding) throws -> String? {
    place.blank()
    place.write(
      "You have shown all that “\(standing.title)” asks for, and it is awarded now.", .good)
    while place.console.isInteractive {
      let reply = Dialogue(console: place.console).ask(
        Prompt("The name for your certificate: ", history: .client),
        help: ["Type your name as it is to stand on the certificate, in any script."],
        commands: Dialogue.commandsAtHand)
      switch reply {
      case .line(""), .leave, .timeUp: return sayItWaits()
      case .command(let name, let rest): try room.atHand.obey(name, rest)
      case .line(let line):
        do {
          try place.records.setLearnerName(line, at: place.now)
          return try place.records.learnerName()
        } catch let refusal as LearnerNameRefused {
          place.write(StyledText(refusal.message + " " + refusal.help))
        }
      }
    }
    return sayItWaits()
  }

  private func sayItWaits() -> String? {
    place.write(
      "It waits for the name that is to stand on it: `rehearse name \"Your Name\"`. Then it is"
        + " awarded when you open the course.", .caution)
    return nil
  }

  private func congratulate(_ award: Award) {
    let credential = award.credential
    place.heading("Certificate: \(credential.achievement.title)")
    let verb =
      credential.replaces == nil ? "This certificate is yours" : "Your certificate is renewed"
    place.write(
      StyledText("Congratulations, \(credential.learner.name). ", .strong)
        + StyledText("\(verb). You have shown:"))
    let glyphs = place.theme.glyphs
    for outcome in credential.outcomes where outcome.kind == .requirement {
      var line = StyledText(outcome.name)
      if let percent = outcome.percent { line += StyledText(": \(percent.description)") }
      place.write(line, first: StyledText("\(glyphs.right) ", .good), rest: "  ")
    }
    let skills = credential.outcomes.filter { $0.kind == .skill }
    if !skills.isEmpty {
      place.write(
        "By skill: "
          + skills.map { "\($0.name) \($0.percent?.description ?? "")" }.joined(separator: ", ")
          + ".")
    }
    place.blank()
    place.write(StyledText(CertificateWords.term(award)))
    place.write(
      "Provisional: it is signed by this laptop alone. Send your record to the training group with"
        + " `rehearse submit`; they look at the evidence and confirm it.")
    place.write(
      "To print it: `rehearse certificates export \(award.record.shortID) --format html`.", .dim)
  }
}

/// What there is to say of a certificate's dates.
enum CertificateWords {
  /// Until when a new certificate holds.
  static func term(_ award: Award) -> String {
    guard let until = award.credential.validUntil.flatMap(CalendarDay.init(of:)),
      let from = CalendarDay(of: award.credential.validFrom)
    else { return "It does not lapse." }
    let term = CertificateTerm(from: from, until: until, award.standing.certification)
    var words = "It holds until \(until.words)."
    if let opens = term.renewalOpens { words += " It can be renewed from \(opens.words)." }
    return words
  }

  /// Where a certificate stands, in a sentence.
  static func standing(_ standing: CertificationStanding, today: CalendarDay) -> String? {
    guard standing.certificate != nil else { return nil }
    if standing.isRevoked { return "It was withdrawn." }
    guard let term = standing.task.term else { return nil }
    var words = sentence(term, term.standing(on: today))
    if standing.task.kind == .update {
      words += " The course has a new version; what has changed since is asked for again."
    }
    return words
  }

  static func sentence(_ term: CertificateTerm, _ standing: CertificateTerm.Standing) -> String {
    guard let until = term.until else { return "Held since \(term.from.words). It does not lapse." }
    switch standing {
    case .held:
      return "Held until \(until.words)."
        + (term.renewalOpens.map { " It can be renewed from \($0.words)." } ?? "")
    case .renewable: return "Held until \(until.words). It can be renewed now."
    case .inGrace:
      let last = term.graceEnds.map { " It can still be renewed until \($0.words)." } ?? ""
      return "Lapsed: it held until \(until.words).\(last)"
    case .lapsed: return "Lapsed: it held until \(until.words). It can be earned anew."
    }
  }

  /// How many days before the end a certificate without a renewal window is spoken of.
  static let noticeDays = 30

  /// What the home screen says, where there is something to do or to know.
  static func notice(_ standing: CertificationStanding, today: CalendarDay) -> String? {
    guard standing.certificate != nil else { return nil }
    let title = standing.title
    if standing.isRevoked { return "\(title): withdrawn." }
    guard let term = standing.task.term else { return nil }
    let update =
      standing.task.kind == .update
      ? "\(title): the course has a new version; what has changed is asked for again." : nil
    guard let until = term.until else { return update }
    switch term.standing(on: today) {
    case .held:
      if let update { return update }
      let days = until.days(since: today)
      return days <= noticeDays ? "\(title): lapses \(inDays(days))." : nil
    case .renewable:
      return "\(title): can be renewed now; lapses \(inDays(until.days(since: today)))."
    case .inGrace:
      let last = term.graceEnds.map { "; can still be renewed until \($0.words)" } ?? ""
      return "\(title): lapsed, held until \(until.words)\(last)."
    case .lapsed: return "\(title): lapsed, held until \(until.words)."
    }
  }

  private static func inDays(_ days: Int) -> String {
    switch days {
    case 0: "after today"
    case 1: "in 1 day"
    default: "in \(days) days"
    }
  }

  /// How far it was looked at, from what stands in the record.
  static func level(_ certificate: CredentialRecord) -> String {
    guard certificate.level == AchievementCredential.Level.completed.rawValue else {
      return "provisional, signed by this laptop"
    }
    return "confirmed by \(CredentialGlance(certificate.body).issuer ?? certificate.issuer)"
  }
}
