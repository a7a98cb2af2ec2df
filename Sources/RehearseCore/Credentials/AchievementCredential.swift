/// What a certificate says: an `AchievementCredential` of Open Badges 3.0 (which calls it
/// `OpenBadgeCredential` too), in our own terms. Who signed it, and whether anybody should believe
/// it, stands outside of it.
package struct AchievementCredential: Equatable, Sendable {
  /// How far the evidence was looked at.
  package enum Level: String, Sendable {
    /// By the program on the learner's own laptop. `Result.status` is `Provisional`.
    case provisional
    /// By the organisation, which replayed the transcripts. `Result.status` is `Completed`.
    case completed
  }

  /// Who issues it. `id` is a URI: the laptop's did:key, or the organisation's.
  package struct Issuer: Equatable, Sendable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// To whom it was awarded.
  package struct Learner: Equatable, Sendable {
    /// As the learner writes it, in any script.
    package var name: String
    /// The did:key of the laptop that the evidence was made on.
    package var id: String

    package init(name: String, id: String) {
      self.name = name
      self.id = id
    }
  }

  /// The certification as its course describes it.
  package struct Achievement: Equatable, Sendable {
    package var course: String
    package var courseTitle: String
    /// The course's `version:`, as written; nil where it has none.
    package var courseVersion: String?
    /// The id of the certification's unit.
    package var certification: String
    package var title: String
    /// Plain text: what was shown, from the certification's own words.
    package var description: String

    package init(
      course: String, courseTitle: String, courseVersion: String?, certification: String,
      title: String, description: String
    ) {
      self.course = course
      self.courseTitle = courseTitle
      self.courseVersion = courseVersion
      self.certification = certification
      self.title = title
      self.description = description
    }

    /// A URI that names the achievement everywhere: `urn:rehearse:COURSE:CERTIFICATION`.
    package var id: String { "urn:rehearse:\(course):\(certification)" }
  }

  /// A requirement that was met, or the score in a skill.
  package struct Outcome: Equatable, Sendable {
    package enum Kind: String, Sendable { case requirement, skill }

    package var kind: Kind
    /// The requirement in words (`Final assessment, at least 80%`), or the skill's name.
    package var name: String
    /// What was reached; nil where there is only met or not.
    package var percent: Percent?
    /// What was asked for; nil where no share was.
    package var required: Percent?

    package init(kind: Kind, name: String, percent: Percent?, required: Percent? = nil) {
      self.kind = kind
      self.name = name
      self.percent = percent
      self.required = required
    }
  }

  /// A transcript that shows it, by its digest; the transcript itself travels in a record file.
  package struct Evidence: Equatable, Sendable {
    /// The attempt's UUID in lower case.
    package var attempt: String
    package var unit: String
    package var title: String
    /// The digest of the course content, 64 hexadecimal digits.
    package var courseDigest: String
    /// The SHA-256 of the transcript's text, 64 hexadecimal digits.
    package var transcriptDigest: String
    /// ISO 8601, UTC, seconds.
    package var finished: String
    /// `Transcript.eventChecks`: where another transcript of this attempt begins to differ.
    package var eventChecks: String?

    package init(
      attempt: String, unit: String, title: String, courseDigest: String,
      transcriptDigest: String, finished: String, eventChecks: String? = nil
    ) {
      self.attempt = attempt
      self.unit = unit
      self.title = title
      self.courseDigest = courseDigest
      self.transcriptDigest = transcriptDigest
      self.finished = finished
      self.eventChecks = eventChecks
    }
  }

  /// Where a status list says whether it was revoked (Bitstring Status List v1.0).
  package struct StatusEntry: Equatable, Sendable {
    /// The id of the list's credential.
    package var list: String
    /// The bit's place in it, from 0.
    package var index: Int

    package init(list: String, index: Int) {
      self.list = list
      self.index = index
    }
  }

  /// `urn:uuid:` and a UUID in lower case.
  package var id: String
  package var level: Level
  package var issuer: Issuer
  package var learner: Learner
  package var achievement: Achievement
  /// ISO 8601, UTC, seconds.
  package var validFrom: String
  /// Nil where it does not lapse.
  package var validUntil: String?
  /// Requirements in the order of the certification, then skills by name.
  package var outcomes: [Outcome]
  package var evidence: [Evidence]
  package var status: StatusEntry?
  /// The id of the credential that this one renews, or whose evidence it confirms.
  package var replaces: String?

  package init(
    id: String, level: Level, issuer: Issuer, learner: Learner, achievement: Achievement,
    validFrom: String, validUntil: String?, outcomes: [Outcome], evidence: [Evidence],
    status: StatusEntry? = nil, replaces: String? = nil
  ) {
    self.id = id
    self.level = level
    self.issuer = issuer
    self.learner = learner
    self.achievement = achievement
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.outcomes = outcomes
    self.evidence = evidence
    self.status = status
    self.replaces = replaces
  }
}
