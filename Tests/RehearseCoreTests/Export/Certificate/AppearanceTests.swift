import RehearseCore
import Testing

/// What the front matter of a certification says of the certificate's looks.
@Suite struct AppearanceTests {
  private func reading(_ fields: String) -> Reading<Unit> {
    UnitReader.read(
      path: "awards/certificate.md",
      bytes: Array(
        """
        ---
        kind: certification
        title: T
        \(fields)
        ---

        For those who can.

        ## Requirements

        - [The last call](../call.md) `passed`

        """.utf8))
  }

  private func appearance(_ fields: String) throws -> CertificateAppearance {
    let reading = reading(fields)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    guard case .certification(let certification) = reading.value.content else {
      throw Missing()
    }
    return certification.appearance
  }

  private struct Missing: Error {}

  @Test func everyFieldIsRead() throws {
    let read = try appearance(
      """
      badge: badge.PNG
      logo: ../images/our%20logo.svg
      colour: #7a2E1d
      signatory: Dana Reyes, Head of Training
      footer: A member of everything.
      """)
    #expect(read.badge == "awards/badge.PNG")
    #expect(read.logo == "images/our logo.svg")
    #expect(read.colour == Colour(red: 0x7A, green: 0x2E, blue: 0x1D))
    #expect(read.signatory == "Dana Reyes, Head of Training")
    #expect(read.footer == "A member of everything.")
    #expect(try appearance("valid: 1 year").colour == nil)
  }

  @Test(arguments: [
    "colour: #ffd700", "colour: navy", "badge: badge.jpg", "badge: https://example.org/a.png",
    "logo: ../../a.png", "footer:",
  ])
  func whatCannotBeUsedIsFound(_ field: String) {
    let diagnostics = reading(field).diagnostics
    #expect(diagnostics.map(\.rule) == ["field-value"], "\(diagnostics)")
  }

  @Test func aPictureThatIsNotThereIsFound() throws {
    let certificate = """
      ---
      kind: certification
      title: T
      badge: images/bagde.png
      ---

      ## Requirements

      - [A](a.md) `completed`

      """
    let files = [
      "course.md":
        "---\nkind: course\ntitle: C\n---\n\n- [A](a.md)\n- [T](certificate.md)\n",
      "a.md": "---\nkind: lesson\ntitle: A\n---\n\nText.\n", "certificate.md": certificate,
    ]
    let reading = Course.read(paths: files.keys.sorted() + ["images/badge.png"]) {
      .success(Array((files[$0] ?? "").utf8))
    }
    let found = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1, "\(reading.diagnostics)")
    #expect(found.rule == "missing-file" && found.range.start.line == 4)
    #expect(found.help.contains("images/badge.png"))
  }
}
