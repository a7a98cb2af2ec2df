import RehearseCore
import RehearseStore

/// A certificate from the record, with the looks that its course gave it, ready to be written.
struct CertificateExport {
  let credential: AchievementCredential
  let signed: BakedCredential
  let trust: TrustLevel
  private(set) var theme = CertificateTheme()
  /// What could not be done as the course wants it.
  private(set) var note: String?

  /// - Parameter source: the content with a digest, as the evidence names it.
  init(body: String, trust: TrustLevel, source: (String) -> any CourseSource) throws {
    guard let signed = BakedCredential(body.hasSuffix("\n") ? String(body.dropLast()) : body),
      let document = signed.document,
      let credential = try? AchievementCredential(json: document)
    else { throw CertificateExportFailure.unreadable }
    self.credential = credential
    self.signed = signed
    self.trust = trust
    // Where the course is no longer at hand, the sheet has the program's own looks.
    for evidence in credential.evidence {
      if let found = try? look(in: source(evidence.courseDigest)) {
        (theme, note) = found
        return
      }
    }
  }

  // MARK: Looks

  private func look(in source: any CourseSource) throws -> (CertificateTheme, String?) {
    let course = try OpenCourse(source)
    guard let path = course.names.path(of: credential.achievement.certification),
      case .certification(let certification)? = try course.unit(path)?.value.content
    else { return (CertificateTheme(), nil) }
    let appearance = certification.appearance
    var theme = CertificateTheme(signatory: appearance.signatory, footer: appearance.footer)
    if let colour = appearance.colour { theme.colour = colour }
    var unusable: [String] = []
    func picture(_ path: String?) throws -> CertificateTheme.Picture? {
      guard let path else { return nil }
      let picture = try source.bytes(of: path).flatMap { CertificateTheme.Picture($0) }
      if picture == nil { unusable.append(path) }
      return picture
    }
    theme.logo = try picture(appearance.logo)
    theme.badge = try picture(appearance.badge)
    if let cover = try course.unit("course.md")?.value.about,
      let language = cover.field("language")?.value, Words.isName(language.lowercased())
    {
      theme.language = language
    }
    let note = unusable.map {
      "\($0) in the course is no PNG or SVG of at most 1 MiB that can be read, and is left out."
    }
    return (theme, note.isEmpty ? nil : note.joined(separator: "\n"))
  }

  // MARK: Files

  /// `certified-in-hard-conversations-4f1d2a60.html`
  func name(for format: CertificateFormat) -> String {
    var words = Slug.of(credential.achievement.title).split(separator: "-")
    while words.count > 1, words.joined(separator: "-").utf8.count > 60 { words.removeLast() }
    let title = words.isEmpty ? "certificate" : words.joined(separator: "-")
    let id = credential.id.split(separator: ":").last?.prefix(8) ?? ""
    return "\(title)-\(id).\(format.rawValue)"
  }

  func bytes(as format: CertificateFormat) throws -> [UInt8] {
    switch (format, signed) {
    case (.html, _):
      return Array(
        CertificateHTML.text(credential, trust: trust, signed: signed, theme: theme).utf8)
    case (.svg, _):
      do {
        return Array(
          try CertificateSVG.text(credential, trust: trust, signed: signed, theme: theme).utf8)
      } catch { throw CertificateExportFailure.notInXML }
    case (.png, _):
      guard case .png(let bytes)? = theme.badge, let badge = try? PNGFile(bytes) else {
        return try PNGFile(Emblem.png(theme.colour)).baked(with: signed.text)
      }
      return badge.baked(with: signed.text)
    case (.json, .json(let text)), (.jwt, .jwt(let text)): return Array(text.utf8)
    case (.jwt, .json): throw CertificateExportFailure.notYetAJWT
    case (.json, .jwt): throw CertificateExportFailure.notJSON
    }
  }
}

enum CertificateExportFailure: ExplainedError, Equatable {
  case unreadable
  case notYetAJWT
  case notJSON
  case notInXML

  var message: String {
    switch self {
    case .unreadable: "This certificate in your record cannot be read."
    case .notYetAJWT: "This certificate is provisional, and those are JSON."
    case .notJSON: "This certificate is the organisation's, and those are JWT."
    case .notInXML: "The certificate has a character in it that an SVG cannot hold."
    }
  }

  var help: String {
    switch self {
    case .unreadable: "`rehearse certificates` lists what you hold."
    case .notYetAJWT:
      "Only the final one, which comes back from the organisation, is a JWT. Use --format json."
    case .notJSON: "Use --format jwt."
    case .notInXML: "Use --format html or --format png."
    }
  }

  var exitCode: Int32 { 65 }
}
