package import RehearseCore

/// Plays transcripts of others again, against content that this data directory, or a folder that was
/// named, holds.
package struct EvidenceReplay {
  /// A transcript that came to a result.
  package struct Replayed: Sendable {
    package var transcript: Transcript
    package var fact: AttemptFact
    /// The SHA-256 of the transcript's text, 64 hexadecimal digits.
    package var digest: String
  }

  /// Why a transcript shows nothing. Events are numbered from 1.
  package enum Refusal: Error, Equatable, Sendable {
    case unreadable(TranscriptFailure)
    /// Nobody here has the content that it was made on.
    case unknownContent(course: String, digest: String)
    case unit(String)
    /// The content with that digest is of another course than the transcript says.
    case otherCourse(String, content: String)
    case refused(ReplayFailure)
    /// It is of a sealed exam, and nobody here has its key.
    case noKey(course: String, digest: String)
    case marking(SealedMarkingFailure)
    /// The event is earlier than the one before it, or than the beginning.
    case timeGoesBack(event: Int)
    case future(event: Int)
    case notFinished(events: Int)
  }

  private let library: Library
  /// Folders that were named, by the digest of what they hold.
  private let sources: [String: any CourseSource]
  private var programs: [String: Program] = [:]
  /// Courses that were opened, by their digests.
  private var courses: [String: OpenCourse] = [:]

  package init(_ records: RecordsDatabase, sources: [any CourseSource] = []) throws {
    library = Library(records)
    var byDigest: [String: any CourseSource] = [:]
    for source in sources { byDigest[try CourseDigest(of: source).hex] = source }
    self.sources = byDigest
  }

  /// The content with a digest; nil where nobody here has it.
  package func content(_ digest: String) throws -> (any CourseSource)? {
    if let source = sources[digest] { return source }
    if try library.snapshotExists(digest) { return SnapshotSource(digest, in: library) }
    return try fullContent(of: digest)?.sealed
  }

  /// The course with a digest, opened once; nil where nobody here has it.
  package mutating func course(_ digest: String) throws -> OpenCourse? {
    if let known = courses[digest] { return known }
    guard let source = try content(digest) else { return nil }
    let course = try OpenCourse(source)
    // As with programs, no organisation has more.
    if courses.count > 500 { courses = [:] }
    courses[digest] = course
    return course
  }

  /// The content of a course that counts now: of the folder that was named, or that was opened last.
  package mutating func current(_ course: String) throws -> OpenCourse? {
    for digest in sources.keys.sorted() {
      if let open = try self.course(digest), open.id == course { return open }
    }
    guard let known = try library.course(course) else { return nil }
    if let path = known.folder, let folder = try? CourseFolder(path) {
      let source = FolderSource(folder)
      if let open = try? OpenCourse(source), open.id == course { return open }
    }
    return try known.snapshot.flatMap { try self.course($0) }
  }

  /// - Parameter now: ISO 8601, UTC, seconds; events after it are refused.
  package mutating func replay(_ text: String, now: String) throws -> Replayed {
    let bytes = Array(text.utf8)
    let transcript: Transcript
    do { transcript = try Transcript.read(bytes, hash: SHA256Digest.bytes) } catch {
      throw Refusal.unreadable(error)
    }
    try Self.checkTimes(of: transcript, now: now)
    let program = try program(transcript.header)
    let isSealed = program.units[program.entry]?.isSealed == true
    let session: Session
    do {
      session =
        isSealed
        ? try mark(transcript, program)
        : try Replay.session(of: transcript, program: program)
    } catch let failure as ReplayFailure {
      throw Refusal.refused(failure)
    } catch SealedMarkingFailure.replay(let failure) {
      throw Refusal.refused(failure)
    } catch let failure as SealedMarkingFailure {
      throw Refusal.marking(failure)
    }
    guard var fact = AttemptFact(transcript, session) else {
      throw Refusal.notFinished(events: transcript.entries.count)
    }
    fact.wasSealed = isSealed
    return Replayed(transcript: transcript, fact: fact, digest: SHA256Digest.hex(of: bytes))
  }

  /// The id in the header of a transcript that may be broken.
  static func attempt(in transcript: String) -> String? {
    transcript.split(separator: "\n", maxSplits: 2).dropFirst().first.flatMap {
      $0.hasPrefix("attempt ") ? String($0.dropFirst(8).prefix(36)) : nil
    }
  }

  private static func checkTimes(of transcript: Transcript, now: String) throws(Refusal) {
    // As with signatures, a clock may be a few minutes ahead of this one.
    let latest =
      NumericDate.seconds(of: now).flatMap {
        NumericDate.text(of: $0 + DataIntegrityProof.tolerance)
      } ?? now
    var last = transcript.header.begun
    for (index, entry) in transcript.entries.enumerated() {
      guard entry.time >= last else { throw .timeGoesBack(event: index + 1) }
      guard entry.time <= latest else { throw .future(event: index + 1) }
      last = entry.time
    }
  }

  /// Marks an attempt at a sealed exam, with the key of the course that it was made from.
  private mutating func mark(_ transcript: Transcript, _ sealed: Program) throws -> Session {
    let header = transcript.header
    let key = "key of " + header.digest + " " + header.unit
    if programs[key] == nil {
      guard let content = try fullContent(of: header.digest) else {
        throw Refusal.noKey(course: header.course, digest: header.digest)
      }
      programs[key] = try content.programs(of: header.unit).full
    }
    guard let full = programs[key] else {
      throw Refusal.noKey(course: header.course, digest: header.digest)
    }
    return try SealedMarking.session(of: transcript, sealed: sealed, full: full)
  }

  /// The course that a sealed one was made from: packed here, or in a folder that was named.
  private func fullContent(of digest: String) throws -> SealedContent? {
    if let known = try library.sealedContent(digest) { return known }
    for source in sources.values {
      let files = try source.paths().compactMap { path in
        try source.bytes(of: path).map { PackedCourse.File(path: path, bytes: $0) }
      }
      if let packed = try? PackedCourse(files),
        let content = SealedContent(packed, digest: digest)
      {
        return content
      }
    }
    return nil
  }

  private mutating func program(_ header: Transcript.Header) throws -> Program {
    let key = header.digest + " " + header.unit
    if let program = programs[key] { return program }
    let program: Program
    do {
      guard let course = try course(header.digest) else {
        throw Refusal.unknownContent(course: header.course, digest: header.digest)
      }
      guard course.id == header.course else {
        throw Refusal.otherCourse(header.course, content: course.id)
      }
      program = try course.program(header.unit)
    } catch let problem as CourseProblem {
      throw Refusal.unit(problem.message)
    }
    // A few hundred units are all that one organisation has.
    if programs.count > 500 { programs = [:] }
    programs[key] = program
    return program
  }
}

extension EvidenceReplay.Refusal {
  /// Whether the transcript itself is at fault, and not what is missing here.
  var isOfTheTranscript: Bool {
    switch self {
    case .unknownContent, .unit, .refused(.otherEngine), .noKey, .marking: false
    case .unreadable, .refused, .timeGoesBack, .future, .notFinished, .otherCourse: true
    }
  }

  /// What is wrong, and where.
  package var message: String {
    switch self {
    case .unreadable(.hash(_, let event)):
      "Event \(event) does not fit what stands before it: something was changed, or taken out."
    case .unreadable(.sequence(_, let expected)):
      "Event \(expected) is missing, was added or was moved."
    case .unreadable(.eventLine(let line, let event)):
      "Event \(event) cannot be read: line \(line) of the transcript is no event."
    case .unreadable(let failure): "The transcript cannot be read (\(failure))."
    case .unknownContent(let course, let digest):
      "The content of “\(course)” that it was made on (\(digest.prefix(12))…) is not here: name its"
        + " folder with --course, or install its bundle."
    case .unit(let message): message
    case .otherCourse(let course, let content):
      "It says that it is of “\(course)”; the content with its digest is of “\(content)”."
    case .refused(.refused(let event, let text, _)):
      "Event \(event) (“\(text.prefix(60))”) is not possible there in this course."
    case .refused(.otherEngine(let version)):
      "It was made by version \(version) of the rules; this program has"
        + " \(Transcript.engineVersion)."
    case .noKey(let course, let digest):
      "The exam was sealed (“\(course)”, \(digest.prefix(12))…), and its key is not here: mark it on the"
        + " machine that packed it, or name the full course's folder with --course."
    case .marking(.otherQuestion(let event, _)):
      "Event \(event) answers another question than the full course has there."
    case .marking(.notOnRecord): "It is no attempt on record, and a sealed exam counts only so."
    case .marking(let failure): "The sealed exam cannot be marked (\(failure))."
    case .timeGoesBack(let event): "Event \(event) is earlier than what stands before it."
    case .future(let event): "Event \(event) is in the future."
    case .notFinished(let events):
      "It does not come to an end: after event \(events) nothing follows."
    }
  }
}
