import RehearseCore

/// The certificates of a learner, a paragraph each.
struct CertificateListText {
  let place: Workplace

  func show(_ entries: [CertificateShelf.Entry]) {
    guard !entries.isEmpty else {
      place.write("There is no certificate yet. A course's certification says what it asks for.")
      return
    }
    guard let today = CalendarDay(of: place.now) else { return }
    for entry in entries {
      let standing = entry.standing(on: today)
      var text = StyledText(entry.certificate.shortID, .strong)
      text += StyledText(": \(entry.title)")
      text += StyledText(" (\(entry.course))", .dim)
      text += StyledText(", \(CertificateWords.level(entry.certificate)). ")
      if entry.isRevoked {
        text += StyledText("Withdrawn.", .bad)
      } else {
        text += StyledText(
          entry.certification.flatMap { CertificateWords.standing($0, today: today) }
            ?? CertificateWords.sentence(entry.term, standing),
          standing == .held ? .good : .caution)
      }
      place.write(text, rest: "  ")
    }
  }
}
