import RehearseCore
import RehearseStore

/// The certificates of a learner, the newest of each certification, in all courses.
struct CertificateShelf {
  let place: Workplace

  struct Entry {
    var certificate: CredentialRecord
    var title: String
    var course: String
    var term: CertificateTerm
    var isRevoked: Bool
    /// Nil where the course, or the certification in it, is gone.
    var certification: CertificationStanding?

    func standing(on day: CalendarDay) -> CertificateTerm.Standing { term.standing(on: day) }
  }

  /// What ends first comes first.
  func entries(open: OpenCourse? = nil) throws -> [Entry] {
    let certificates = Certificates(place.records)
    let all = try certificates.all(.certificate)
    let revocations = try certificates.revocations()
    let byCourse = Dictionary(grouping: all) { $0.course ?? "" }
    let entries = try byCourse.flatMap { course, kept -> [Entry] in
      let standings = try standings(inCourse: course, open: open)
      return Dictionary(grouping: kept) { $0.certification ?? "" }.compactMap { id, kept in
        guard let newest = Certificates.newest(kept), let from = CalendarDay(of: newest.validFrom)
        else { return nil }
        let known = standings.first { $0.id == id }
        let until = newest.validUntil.flatMap(CalendarDay.init(of:))
        return Entry(
          certificate: newest, title: CredentialGlance(newest.body).title ?? known?.title ?? id,
          course: course,
          term: known?.task.term ?? CertificateTerm(from: from, until: until, nil),
          isRevoked: known?.isRevoked ?? (revocations[newest.id] != nil), certification: known)
      }
    }
    return entries.sorted {
      ($0.certificate.validUntil ?? "Z", $0.title, $0.certificate.id)
        < ($1.certificate.validUntil ?? "Z", $1.title, $1.certificate.id)
    }
  }

  /// Where a course cannot be opened, what stands in the certificates has to do.
  private func standings(inCourse id: String, open: OpenCourse?) throws
    -> [CertificationStanding]
  {
    if let open, open.id == id {
      return try Awarding(place.records, course: open).standings(at: place.now)
    }
    guard let known = try place.library.course(id), let found = try? place.finder.open(known),
      let course = try? OpenCourse(found.source), course.id == id
    else { return [] }
    return try Awarding(place.records, course: course).standings(at: place.now)
  }

  /// What the home screen of a course says: of its own certificates, and of those of others that
  /// are kept in the record.
  func notices(open: OpenCourse) throws -> [String] {
    guard let today = CalendarDay(of: place.now),
      try !Certificates(place.records).all(.certificate).isEmpty
    else { return [] }
    return try entries(open: open).compactMap { entry in
      if let known = entry.certification {
        return CertificateWords.notice(known, today: today)
      }
      return nil
    }
  }

  /// The days on which a certificate can first be renewed and on which it ends.
  func calendar() throws -> ICalendar {
    ICalendar(
      try entries().filter { !$0.isRevoked }.flatMap { entry -> [ICalendar.Event] in
        guard let until = entry.term.until else { return [] }
        let key =
          "\(entry.course).\(entry.certificate.certification ?? "").\(entry.certificate.subject)"
        var events: [ICalendar.Event] = []
        if let opens = entry.term.renewalOpens {
          events.append(
            ICalendar.Event(
              uid: "renewal.\(key)@rehearse", stamp: entry.certificate.at, day: opens,
              summary: "\(entry.title): can be renewed from today",
              description: "It lapses after \(until.words). Renew it with: rehearse play"
                + " \(entry.course)"))
        }
        let grace = entry.term.graceEnds.map { " It can still be renewed until \($0.words)." } ?? ""
        events.append(
          ICalendar.Event(
            uid: "end.\(key)@rehearse", stamp: entry.certificate.at, day: until,
            summary: "\(entry.title): lapses after today",
            description: "Certificate \(entry.certificate.shortID).\(grace)"))
        return events
      })
  }
}
