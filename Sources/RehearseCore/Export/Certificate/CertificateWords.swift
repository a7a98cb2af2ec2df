/// What a certificate says in the program's own words.
package enum CertificateWords {
  /// `22 November 2026`, the day in UTC; the text itself where it is no time.
  package static func day(_ time: String) -> String { CalendarDay(of: time)?.words ?? time }

  /// The level of trust: a word or two for the heading, and what it means.
  package static func trust(
    _ trust: TrustLevel, _ credential: AchievementCredential
  ) -> (heading: String, sentence: String) {
    let issuer = CertificateSheet.clean(credential.issuer.name)
    switch (credential.level, trust) {
    case (.provisional, .enrolledLaptop(let organisation)):
      return (
        "Provisional",
        "Signed on the learner's own laptop, which is enrolled with \(organisation). Not yet"
          + " confirmed by the training group."
      )
    case (.provisional, _):
      return (
        "Provisional",
        "Signed on the learner's own laptop. Not yet confirmed by the training group."
      )
    case (.completed, .organisation(let organisation)):
      return ("Confirmed", "Confirmed by \(organisation), who replayed the evidence.")
    case (.completed, .coSigned(let organisation, let others)):
      return (
        "Confirmed and co-signed",
        "Confirmed by \(organisation), who replayed the evidence. Co-signed by"
          + " \(list(others))."
      )
    case (.completed, _):
      return (
        "Final",
        "Issued in the name of \(issuer). No trust file that was at hand knows the key that signed"
          + " it."
      )
    }
  }

  /// `A`, `A and B`, `A, B and C`
  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
