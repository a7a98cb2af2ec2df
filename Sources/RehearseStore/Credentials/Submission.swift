package import RehearseCore

/// What a learner sends to the organisation.
package struct Submission: Sendable {
  private let records: RecordsDatabase

  package init(_ records: RecordsDatabase) { self.records = records }

  /// All finished attempts on record, and what else a certificate rests on; all certificates that
  /// this laptop gave; and which content they belong to. Practice, notes and checklists worked for a
  /// customer stay here, unless a certificate rests on one.
  ///
  /// - Parameter now: ISO 8601, UTC, seconds.
  package func record(
    of learner: AchievementCredential.Learner, at now: String
  ) throws -> RecordFile {
    let certificates = try Certificates(records).all(.certificate).filter {
      $0.issuer == learner.id
    }
    let evidence = Set(certificates.flatMap { CredentialGlance($0.body).evidence })
    let attempts = try records.attempts().filter {
      $0.outcome?.status == .finished
        && ($0.attempt.mode == Mode.assessed.rawValue || evidence.contains($0.id))
    }
    var contents: [RecordFile.CourseContent] = []
    var seen: Set<String> = []
    for attempt in attempts.map(\.attempt) where seen.insert(attempt.snapshot).inserted {
      contents.append(try content(attempt.snapshot, of: attempt.course))
    }
    // The content of now says what the course asks for now.
    for course in Set(attempts.map(\.attempt.course)).sorted() {
      if let digest = try Library(records).course(course)?.snapshot, seen.insert(digest).inserted {
        contents.append(try content(digest, of: course))
      }
    }
    return RecordFile(
      learner: learner, created: now, courses: contents,
      transcripts: try attempts.map { try records.transcript(of: $0.attempt).text },
      credentials: certificates.map(\.body))
  }

  private func content(
    _ digest: String, of course: String
  ) throws -> RecordFile.CourseContent {
    let cover = try SnapshotSource(digest, in: Library(records)).bytes(of: "course.md") ?? []
    var version: String?
    if case .outline(let outline) = UnitReader.read(path: "course.md", bytes: cover).value.content {
      version = outline.version
    }
    return RecordFile.CourseContent(id: course, version: version, digest: digest)
  }
}

/// A record file as it comes in: what it says, and whether its signature holds.
package struct SignedRecord: Sendable {
  package let file: RecordFile
  /// Whose signature it is, or why it does not hold. What was changed on the way can still be named.
  package let signature: Result<DIDKey, ProofFailure>

  /// - Throws: `RecordRefused` where it is no record file.
  package init(_ bytes: [UInt8], now: String) throws(RecordRefused) {
    let json: JSONValue
    do { json = try JSONReader.read(bytes, maximumBytes: RecordFile.maximumBytes) } catch {
      throw .notJSON(error)
    }
    do { file = try RecordFile(json) } catch { throw .notARecord(error) }
    do {
      let signer = try DataIntegrityProof.verify(json, now: now)
      guard signer.text == file.learner.id else {
        signature = .failure(.verificationMethod)
        return
      }
      signature = .success(signer)
    } catch {
      signature = .failure(error)
    }
  }

  /// The bytes of the file.
  package static func sign(_ file: RecordFile, with key: LaptopKey) -> [UInt8] {
    CanonicalJSON.bytes(of: DataIntegrityProof.sign(file.json, with: key, created: file.created))
      + [0x0A]
  }
}

/// Why a file is no record, or no result.
package enum RecordRefused: ExplainedError, Equatable {
  case notJSON(JSONReader.Failure)
  case notARecord(ExchangeFailure)

  package var message: String {
    switch self {
    case .notJSON(let failure): "The file cannot be read: \(failure.message)"
    case .notARecord(.notThisKind(let kind)): "This is not \(kind)."
    case .notARecord(.member(let name)):
      "Its member `\(name)` is missing, or does not belong there."
    case .notARecord(.tooMany(let name, let limit)): "It has more than \(limit) `\(name)`."
    }
  }

  package var help: String {
    "A learner makes a record with `rehearse submit --out FILE`; the answer to it comes from"
      + " `rehearse endorse`."
  }
  package var exitCode: Int32 { 65 }
}

extension JSONReader.Failure {
  /// In words.
  package var message: String {
    switch self {
    case .tooLarge(let bytes): "\(bytes) bytes are too many."
    case .notUTF8: "it is not text in UTF-8."
    case .tooDeep(let offset): "at byte \(offset) it is nested too deep."
    case .unexpected(let offset): "at byte \(offset) stands what JSON does not have there."
    case .tooManyValues: "it has more than \(JSONReader.maximumValues) values."
    case .repeatedName(let name): "“\(name.prefix(60))” stands twice in one object."
    case .numberOutOfRange(let offset): "the number at byte \(offset) is too large."
    }
  }
}
