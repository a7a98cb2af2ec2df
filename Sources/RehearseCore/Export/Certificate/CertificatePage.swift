/// The markup of a certificate's page.
struct CertificatePage {
  let sheet: CertificateSheet

  func html(credential: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="generator" content="rehearse"/>
    <meta name="referrer" content="no-referrer"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; img-src data:"/>
    <title>\(sheet.title.text): \(sheet.name.text)</title>
    <style>
    \(.checked(CertificateStyle.sheet(sheet.theme.colour)))</style>
    </head>
    <body>
    <main style="--title: \(sheet.title.size); --name: \(sheet.name.size); \
    --about: \(sheet.description.size); --rows: \(sheet.rowSize)">
    \(header)\(shown)\(vouched)\(footer)</main>
    \(credential)
    </body>
    </html>

    """
  }

  private var authored: HTML {
    let isPlain = sheet.theme.language == "en"
    return isPlain ? " dir=\"auto\"" : " lang=\"\(sheet.theme.language)\" dir=\"auto\""
  }

  private var header: HTML {
    let logo: HTML =
      sheet.theme.logo.map { "<img class=\"logo\" src=\"\($0.address)\" alt=\"\(sheet.issuer)\"/>\n" } ?? ""
    let about: HTML =
      sheet.description.lines.isEmpty
      ? "" : "<p class=\"about\"\(authored)>\(sheet.description.text)</p>\n"
    return """
      <header>
      \(logo)<p class="kicker"\(authored)>\(sheet.kicker)</p>
      <h1\(authored)>\(sheet.title.text)</h1>
      <p class="to">is awarded to</p>
      <p class="name" dir="auto">\(sheet.name.text)</p>
      \(about)</header>

      """
  }

  private var shown: HTML {
    let requirements = sheet.requirements.map { row -> HTML in
      let number: HTML =
        row.percent.map { "<span class=\"number\">\($0.description)</span>" } ?? ""
      return "<li class=\"met\"><span class=\"what\"\(authored)>\(row.name)</span>\(number)</li>\n"
    }
    let skills = sheet.skills.map { row -> HTML in
      guard let percent = row.percent else {
        return "<li class=\"skill\"><span class=\"what\"\(authored)>\(row.name)</span></li>\n"
      }
      let whole = min(max(percent.hundredths, 0), 10_000) / 100
      return """
        <li class="skill"><span class="what"\(authored)>\(row.name)</span>\
        <span class="bar" aria-hidden="true"><span style="width: \(whole)%"></span></span>\
        <span class="number">\(percent.description)</span></li>

        """
    }
    var html: HTML = """
      <div class="shown\(skills.isEmpty ? " alone" : "")">
      <section aria-labelledby="what"><h2 id="what">What was shown</h2>
      <ul>
      \(requirements)\(more(sheet.requirementsLeftOut))</ul></section>

      """
    if !skills.isEmpty {
      html += """
        <section aria-labelledby="skills"><h2 id="skills">Score by skill</h2>
        <ul>
        \(skills)\(more(sheet.skillsLeftOut))</ul></section>

        """
    }
    return html + "</div>\n"
  }

  private func more(_ count: Int) -> HTML {
    count == 0 ? "" : "<li class=\"more\">\(CertificateSheet.leftOut(count))</li>\n"
  }

  private var vouched: HTML {
    let badge: HTML =
      if let badge = sheet.theme.badge {
        "<img class=\"badge\" src=\"\(badge.address)\" alt=\"The badge of this course\"/>"
      } else {
        """
        <svg class="badge" viewBox="0 0 400 400" aria-hidden="true">\
        \(Emblem.shapes(sheet.theme.colour))</svg>
        """
      }
    let signatory: HTML =
      sheet.signatory.map {
        fact($0.role.isEmpty ? "Signatory" : $0.role, $0.name, isAuthored: true)
      } ?? ""
    return """
      <div class="vouched">
      \(badge)
      <section class="trust" aria-labelledby="trust">
      <h2 id="trust">\(sheet.trust.heading)</h2>
      <p>\(sheet.trust.sentence)</p>
      </section>
      <dl>
      \(fact("Issued by", sheet.issuer, isWide: sheet.signatory == nil))\(signatory)\
      \(fact("Valid from", sheet.validFrom))\(fact("Valid until", sheet.validUntil))</dl>
      </div>

      """
  }

  private func fact(
    _ name: String, _ value: String, isWide: Bool = false, isAuthored: Bool = false
  ) -> HTML {
    """
    <div\(isWide ? " class=\"wide\"" : "")><dt\(isAuthored ? authored : "")>\(name)</dt>\
    <dd dir="auto">\(value)</dd></div>

    """
  }

  private var footer: HTML {
    let own: HTML = sheet.footer.map { "<p class=\"own\"\(authored)>\($0)</p>\n" } ?? ""
    let words = CertificateSheet.check.components(around: "rehearse verify FILE")
    return """
      <footer>
      <p>\(sheet.credential.id)</p>
      <p>\(words.before)<code>rehearse verify FILE</code>\(words.after)</p>
      \(own)</footer>

      """
  }
}

extension String {
  /// What stands before and behind a part of it.
  fileprivate func components(around part: String) -> (before: String, after: String) {
    guard let place = firstRange(of: part) else { return (self, "") }
    return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
  }
}
