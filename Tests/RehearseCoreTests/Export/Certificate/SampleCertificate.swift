import RehearseCore

/// A certificate to look at, and the signed text that goes with it.
enum SampleCertificate {
  static func credential(
    name: String = "Ines Ortega", title: String = "Certified in hard conversations",
    requirements: Int = 3, skills: Int = 3, level: AchievementCredential.Level = .provisional
  ) -> AchievementCredential {
    let met = (0..<requirements).map {
      AchievementCredential.Outcome(
        kind: .requirement, name: "Requirement \($0 + 1), at least 80%", percent: Percent(81 + $0 % 19),
        required: Percent(80))
    }
    let scores = (0..<skills).map {
      AchievementCredential.Outcome(
        kind: .skill, name: "skill \($0 + 1)", percent: Percent(hundredths: 10_000 - 750 * ($0 % 9)))
    }
    return AchievementCredential(
      id: "urn:uuid:4f1d2a60-6a51-4b0e-9b7e-2f6c0d0f8a11", level: level,
      issuer: AchievementCredential.Issuer(id: "did:key:z6Mk", name: "Northwind Academy"),
      learner: AchievementCredential.Learner(name: name, id: "did:key:z6Mk"),
      achievement: AchievementCredential.Achievement(
        course: "hard-conversations", courseTitle: "Hard conversations", courseVersion: "1.2",
        certification: "certificate", title: title,
        description: "Awarded to consultants who say the difficult thing early."),
      validFrom: "2026-11-22T09:30:00Z", validUntil: "2027-11-22T23:59:59Z",
      outcomes: met + scores, evidence: [])
  }

  static let json = BakedCredential.json(
    #"{"name":"]]> </script> <!-- \\u003c é 王","type":["OpenBadgeCredential"]}"#)
  static let jwt = BakedCredential.jwt("eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl-_")
  static let both = [json, jwt]
}
