/// The sheet as a drawing, with the credential baked in. Text stays text, in families that every
/// system has something for.
package enum CertificateSVG {
  /// - Throws: `cannotHold` where XML cannot hold the credential's text.
  package static func text(
    _ credential: AchievementCredential, trust: TrustLevel, signed: BakedCredential,
    theme: CertificateTheme = CertificateTheme()
  ) throws(SVGCredential.Failure) -> String {
    let sheet = CertificateSheet(credential, trust: trust, theme: theme)
    let drawing = CertificateDrawing(sheet: sheet)
    let (width, height) = (CertificateSheet.width, CertificateSheet.height)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \
      xmlns:openbadges="\(SVGCredential.namespace)" viewBox="0 0 \(width) \(height)" \
      width="263mm" height="194mm">\(try SVGCredential.markup(of: signed))
      \(drawing.content.text)</svg>

      """
  }
}

/// The parts of the drawing, from the top to the bottom.
struct CertificateDrawing {
  let sheet: CertificateSheet
  private let serif =
    "'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Liberation Serif', serif"
  private let sans = "'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
  static let ink = "#20242a"
  static let soft = "#50565f"

  init(sheet: CertificateSheet) { self.sheet = sheet }

  private var accent: String { sheet.theme.colour.text }
  private static let middle = CertificateSheet.width / 2
  private static let left = CertificateSheet.margin
  private static let right = CertificateSheet.width - CertificateSheet.margin

  var content: HTML {
    """
    <title>\(sheet.title.text): \(sheet.name.text)</title>
    \(frame)<g font-family="\(sans)" fill="\(Self.ink)">
    \(opening)\(shown)\(vouching)\(foot)</g>

    """
  }

  private var frame: HTML {
    """
    <rect width="2630" height="1940" fill="#ffffff"/>
    <rect x="46" y="46" width="2538" height="1848" fill="none" stroke="\(accent)" \
    stroke-width="8"/>
    <rect x="66" y="66" width="2498" height="1808" fill="none" stroke="\(accent)" \
    stroke-width="2"/>

    """
  }

  private func line(
    _ text: String, x: Int, y: Int, size: Int, anchor: String = "start", fill: String? = nil,
    weight: Int = 400, isSerif: Bool = false
  ) -> HTML {
    let colour: HTML = fill.map { " fill=\"\($0)\"" } ?? ""
    let bold: HTML = weight == 400 ? "" : " font-weight=\"\(weight)\""
    let family: HTML = isSerif ? " font-family=\"\(serif)\"" : ""
    return """
      <text x="\(x)" y="\(y)" font-size="\(size)" text-anchor="\(anchor)"\(colour)\(bold)\
      \(family)>\(text)</text>

      """
  }

  private func lines(_ words: CertificateSheet.Words, top: Int, fill: String? = nil, weight: Int = 400, isSerif: Bool = false) -> HTML {
    words.lines.enumerated().map { index, text in
      // Most letters stand in the upper three quarters of their line.
      let base = top + index * words.leading + (words.leading + words.size * 66 / 100) / 2
      return line(
        text, x: Self.middle, y: base, size: words.size, anchor: "middle", fill: fill,
        weight: weight, isSerif: isSerif)
    }.joined()
  }

  private var opening: HTML {
    var html = HTML()
    if let logo = sheet.theme.logo {
      html += """
        <image x="\(Self.middle - 400)" y="115" width="800" \
        height="\(CertificateSheet.logoHeight)" href="\(logo.address)"/>

        """
    }
    html += line(
      sheet.kicker, x: Self.middle, y: sheet.kickerBase, size: 38, anchor: "middle",
      fill: Self.soft)
    html += lines(sheet.title, top: sheet.titleTop, fill: accent, weight: 700, isSerif: true)
    html += line(
      "is awarded to", x: Self.middle, y: sheet.awardedBase, size: 40, anchor: "middle",
      fill: Self.soft)
    html += lines(sheet.name, top: sheet.nameTop, isSerif: true)
    let rule = sheet.nameTop + sheet.name.height + 24
    html += """
      <rect x="\(Self.middle - 150)" y="\(rule)" width="300" height="5" fill="\(accent)"/>

      """
    return html + lines(sheet.description, top: sheet.descriptionTop)
  }

  // MARK: What was shown

  private var shown: HTML {
    let hasSkills = !sheet.skills.isEmpty
    let width = hasSkills ? CertificateSheet.requirementWidth : 1600
    let x = hasSkills ? Self.left : Self.middle - width / 2
    var html = heading("What was shown", x: x)
    var top = sheet.rowsTop + CertificateSheet.rowHeading
    for row in sheet.requirements {
      let base = top + sheet.rowSize
      html += tick(x: x, base: base)
      html += rowLines(row, x: x + CertificateSheet.markWidth, top: top)
      if let percent = row.percent {
        html += line(
          percent.description, x: x + width, y: base, size: sheet.rowSize, anchor: "end",
          weight: 700)
      }
      top += sheet.height(of: row)
    }
    html += more(sheet.requirementsLeftOut, x: x + CertificateSheet.markWidth, top: top)
    guard hasSkills else { return html }
    let start = Self.right - CertificateSheet.skillWidth
    html += heading("Score by skill", x: start)
    top = sheet.rowsTop + CertificateSheet.rowHeading
    for row in sheet.skills {
      html += rowLines(row, x: start, top: top)
      if let percent = row.percent { html += bar(percent, base: top + sheet.rowSize) }
      top += sheet.height(of: row)
    }
    return html + more(sheet.skillsLeftOut, x: start, top: top)
  }

  private func heading(_ text: String, x: Int) -> HTML {
    line(text, x: x, y: sheet.rowsTop + 34, size: 38, fill: accent, weight: 700)
  }

  private func rowLines(_ row: CertificateSheet.Row, x: Int, top: Int) -> HTML {
    row.lines.enumerated().map { index, text in
      line(
        text, x: x, y: top + sheet.rowSize + index * sheet.rowSize * 130 / 100, size: sheet.rowSize)
    }.joined()
  }

  private func more(_ count: Int, x: Int, top: Int) -> HTML {
    guard count > 0 else { return "" }
    return line(
      CertificateSheet.leftOut(count), x: x, y: top + sheet.rowSize, size: sheet.rowSize,
      fill: Self.soft)
  }

  private func tick(x: Int, base: Int) -> HTML {
    let size = sheet.rowSize
    return """
      <path d="M \(x) \(base - size * 36 / 100) l \(size * 26 / 100) \(size * 30 / 100) \
      l \(size * 46 / 100) \(-size * 62 / 100)" fill="none" stroke="\(accent)" \
      stroke-width="\(size * 15 / 100)" stroke-linecap="round" stroke-linejoin="round"/>

      """
  }

  private func bar(_ percent: Percent, base: Int) -> HTML {
    let end = Self.right - 150
    let start = Self.right - CertificateSheet.skillWidth + CertificateSheet.skillNameWidth + 30
    let filled = (end - start) * min(max(percent.hundredths, 0), 10_000) / 10_000
    let height = sheet.rowSize * 44 / 100
    let top = base - sheet.rowSize * 35 / 100 - height / 2
    return """
      <rect x="\(start)" y="\(top)" width="\(end - start)" height="\(height)" \
      fill="\(sheet.theme.colour.tint(16).text)"/>
      <rect x="\(start)" y="\(top)" width="\(filled)" height="\(height)" fill="\(accent)"/>
      \(line(
        percent.description, x: Self.right, y: base, size: sheet.rowSize, anchor: "end",
        weight: 700))
      """
  }

  // MARK: Who vouches

  private var vouching: HTML {
    let top = CertificateSheet.rule
    var html: HTML = """
      <rect x="\(Self.left)" y="\(top)" width="\(CertificateSheet.measure)" height="2" \
      fill="\(sheet.theme.colour.tint(45).text)"/>
      \(badge(x: Self.left, y: top + 36, size: 260))
      """
    html += line(
      sheet.trust.heading, x: 510, y: top + 82, size: 46, fill: accent, weight: 700)
    let words = TextMeasure.fit(sheet.trust.sentence, sizes: [36, 32, 29], width: 820, count: 4)
    for (index, text) in words.lines.enumerated() {
      html += line(
        text, x: 510, y: top + 142 + index * words.size * 140 / 100, size: words.size)
    }
    let hasSignatory = sheet.signatory != nil
    html += fact("Issued by", sheet.issuer, x: 1430, top: top + 50, width: hasSignatory ? 480 : 1000)
    if let signatory = sheet.signatory {
      html += fact(
        signatory.role.isEmpty ? "Signatory" : signatory.role, signatory.name, x: 1950,
        top: top + 50, width: 480)
    }
    html += fact("Valid from", sheet.validFrom, x: 1430, top: top + 190, width: 480)
    return html + fact("Valid until", sheet.validUntil, x: 1950, top: top + 190, width: 480)
  }

  private func fact(_ name: String, _ value: String, x: Int, top: Int, width: Int) -> HTML {
    let label = TextMeasure.fit(name, sizes: [29, 25, 22], width: width, count: 1)
    let words = TextMeasure.fit(value, sizes: [40, 36, 32, 28], width: width, count: 2)
    return line(label.lines.first ?? "", x: x, y: top + 22, size: label.size, fill: Self.soft)
      + words.lines.enumerated().map { index, text in
        line(text, x: x, y: top + 68 + index * words.size * 118 / 100, size: words.size, weight: 700)
      }.joined()
  }

  private func badge(x: Int, y: Int, size: Int) -> HTML {
    guard let badge = sheet.theme.badge else {
      return """
        <svg x="\(x)" y="\(y)" width="\(size)" height="\(size)" viewBox="0 0 400 400">\
        \(Emblem.shapes(sheet.theme.colour))</svg>

        """
    }
    return """
      <image x="\(x)" y="\(y)" width="\(size)" height="\(size)" href="\(badge.address)"/>

      """
  }

  private var foot: HTML {
    var html = line(
      sheet.credential.id, x: Self.middle, y: 1766, size: 26, anchor: "middle", fill: Self.soft)
    let small = TextMeasure.fit(
      CertificateSheet.check, sizes: [26, 24], width: CertificateSheet.measure + 60, count: 1)
    for text in small.lines {
      html += line(
        text, x: Self.middle, y: 1804, size: small.size, anchor: "middle", fill: Self.soft)
    }
    if let footer = sheet.footer {
      let words = TextMeasure.fit(
        footer, sizes: [28, 26, 24], width: CertificateSheet.measure, count: 1)
      html += line(
        words.lines.first ?? "", x: Self.middle, y: 1846, size: words.size, anchor: "middle")
    }
    return html
  }
}
