/// An assessment as a content package of QTI 3.0: a file for each item, the test that names them, and
/// the manifest that names all.
package struct QTI3Export: Sendable {
  package struct File: Sendable {
    /// From the folder of the package, with `/` between its parts.
    package var path: String
    package var text: String
  }

  package private(set) var files: [File] = []
  package private(set) var notes: [ExchangeNote] = []

  private struct Reference {
    var identifier: String
    var path: String
    var question: Question
  }

  /// - Parameters:
  ///   - about: what its front matter says; the id is that of test and package.
  ///   - file: the name of the assessment's file, for the notes.
  package init(_ assessment: Assessment, about: UnitDescription, file: String) {
    var notes = ExchangeNotes(file: file)
    notes.add(
      assessment.settingLosses(about, format: "QTI", keeping: ["time limit"]), line: 1)
    var ids = HeadingIds()
    var sections: [(Assessment.Section, [Reference])] = []
    for section in assessment.sections {
      var references: [Reference] = []
      for question in section.questions {
        let identifier = ids.take(Self.identifier(question.id))
        let path = "items/\(identifier).xml"
        let item = QTI3Item(question, identifier: identifier)
        notes.add(item.losses, line: question.line)
        for image in images(in: question) { notes.add(.image(image), line: question.line) }
        files.append(File(path: path, text: item.text))
        references.append(Reference(identifier: identifier, path: path, question: question))
      }
      sections.append((section, references))
      if !section.skillDraws.isEmpty {
        notes.add(.skillDraw(section.title, format: "QTI"), line: Assessment.line(of: section))
      }
    }
    let test = ids.take("test-" + Self.identifier(about.id))
    files.insert(
      File(
        path: "assessment.xml",
        text: Self.test(assessment, title: about.title, identifier: test, sections)), at: 0)
    files.insert(
      File(
        path: "imsmanifest.xml",
        text: Self.manifest(test: test, sections.flatMap(\.1))), at: 0)
    self.notes = notes.sorted
  }

  /// A name as XML has them, of ASCII letters, digits, hyphens and underscores.
  static func identifier(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
      default: "-"
      }
    }
    let name = String(kept.prefix(60))
    guard let first = name.first, first.isLetter else { return "q-" + name }
    return name
  }

  private func images(in question: Question) -> [String] {
    func images(_ inlines: [Inline]) -> [String] {
      inlines.flatMap { inline -> [String] in
        switch inline.kind {
        case .image(let source, _): [source]
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
          .link(_, let inner):
          images(inner)
        default: []
        }
      }
    }
    return images(
      question.stem + question.text.flattened(at: question.range)
        + question.options.flatMap(\.text))
  }

  private static func test(
    _ assessment: Assessment, title: String, identifier: String,
    _ sections: [(Assessment.Section, [Reference])]
  ) -> String {
    var xml = XMLWriter()
    xml.element(
      "qti-assessment-test",
      [
        "xmlns": QTI3Item.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": QTI3Item.schemaAttributes, "identifier": identifier, "title": title,
      ]
    ) { xml in
      xml.element(
        "qti-outcome-declaration",
        ["identifier": "SCORE", "cardinality": "single", "base-type": "float"]
      ) { xml in
        xml.element("qti-default-value") { xml in xml.value("qti-value", "0") }
      }
      xml.element(
        "qti-test-part",
        ["identifier": "part-1", "navigation-mode": "nonlinear", "submission-mode": "individual"]
      ) { xml in
        if let minutes = assessment.timeLimit {
          xml.empty("qti-time-limits", ["max-time": "\(minutes * 60)"])
        }
        for (place, section) in sections.enumerated() {
          Self.section(
            section.0, section.1, place: place,
            introduction: place == 0 ? assessment.introduction : [], title: title, &xml)
        }
      }
      xml.element("qti-outcome-processing") { xml in
        xml.element("qti-set-outcome-value", ["identifier": "SCORE"]) { xml in
          xml.element("qti-sum") { xml in
            xml.empty("qti-test-variables", ["variable-identifier": "SCORE"])
          }
        }
      }
    }
    return xml.text
  }

  private static func section(
    _ section: Assessment.Section, _ references: [Reference], place: Int, introduction: [Block],
    title: String, _ xml: inout XMLWriter
  ) {
    xml.element(
      "qti-assessment-section",
      [
        "identifier": "section-\(place + 1)",
        "title": section.title.isEmpty ? title : section.title,
        "visible": section.title.isEmpty ? "false" : "true",
      ]
    ) { xml in
      if let draw = section.draw { xml.empty("qti-selection", ["select": "\(draw)"]) }
      xml.empty("qti-ordering", ["shuffle": "true"])
      let html = HTMLText(isQTI: true)
      for blocks in [introduction, section.introduction] where !blocks.isEmpty {
        xml.element("qti-rubric-block", ["use": "instructions", "view": "candidate"]) { xml in
          xml.markup("qti-content-body", html.blocks(blocks))
        }
      }
      for reference in references {
        xml.empty(
          "qti-assessment-item-ref",
          [
            "identifier": reference.identifier, "href": reference.path,
            "category": reference.question.skill.map(Self.identifier),
          ])
      }
    }
  }

  private static func manifest(test: String, _ references: [Reference]) -> String {
    let packaging = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
    var xml = XMLWriter()
    xml.element(
      "manifest",
      [
        "xmlns": packaging, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": packaging
          + " https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
        "identifier": "package-" + test,
      ]
    ) { xml in
      xml.element("metadata") { xml in
        xml.value("schema", "QTI Package")
        xml.value("schemaversion", "3.0.0")
      }
      xml.empty("organizations")
      xml.element("resources") { xml in
        xml.element(
          "resource",
          ["identifier": test, "type": "imsqti_test_xmlv3p0", "href": "assessment.xml"]
        ) { xml in
          xml.empty("file", ["href": "assessment.xml"])
          for reference in references {
            xml.empty("dependency", ["identifierref": reference.identifier])
          }
        }
        for reference in references {
          xml.element(
            "resource",
            [
              "identifier": reference.identifier, "type": "imsqti_item_xmlv3p0",
              "href": reference.path,
            ]
          ) { xml in
            xml.empty("file", ["href": reference.path])
          }
        }
      }
    }
    return xml.text
  }
}
