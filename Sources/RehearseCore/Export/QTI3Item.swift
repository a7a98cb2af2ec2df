/// A question as an item of QTI 3.0.
/// Source: 1EdTech, QTI 3.0 Assessment, Section and Item Information Model (imsqtiasi_v3p0).
///
/// `SCORE` is what our marking gives, in points; `MAXSCORE` is what the question is worth.
struct QTI3Item {
  static let namespace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
  private static let schema =
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"

  private let question: Question
  private let identifier: String
  private let html = HTMLText(isQTI: true)
  private(set) var losses: [ExchangeLoss] = []
  private(set) var text = ""

  init(_ question: Question, identifier: String) {
    self.question = question
    self.identifier = identifier
    if !question.hints.isEmpty { losses.append(.hints(question.hints.count, format: "QTI")) }
    if let titles = question.columnTitles { losses.append(.titles(titles, format: "QTI")) }
    let blocks = question.text + question.rationale + question.options.flatMap(\.feedback)
    if blocks.contains(where: { if case .html = $0.kind { true } else { false } }) {
      losses.append(.markup("HTML"))
    }
    if case .ordering = question.form {
      losses.append(.marking("Only the whole order counts, not the longest part of it."))
    }
    var losses: [ExchangeLoss] = []
    let stem = question.stemWithUnit(&losses)
    self.losses += losses
    var xml = XMLWriter()
    write(stem, &xml)
    text = xml.text
  }

  /// What every file begins with.
  static var schemaAttributes: String { "\(namespace) \(schema)" }

  private func write(_ stem: [Inline], _ xml: inout XMLWriter) {
    let title = Words.split(question.stem.plainText).joined(separator: " ")
    xml.element(
      "qti-assessment-item",
      [
        "xmlns": Self.namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": Self.schemaAttributes, "identifier": identifier, "title": title,
        "adaptive": "false", "time-dependent": "false",
      ]
    ) { xml in
      responseDeclaration(&xml)
      outcomes(&xml)
      xml.element("qti-item-body") { xml in body(stem, &xml) }
      processing(&xml)
      if !question.rationale.isEmpty {
        xml.element(
          "qti-modal-feedback",
          ["outcome-identifier": "RATIONALE", "identifier": "rationale", "show-hide": "show"]
        ) { xml in
          xml.markup("qti-content-body", html.blocks(question.rationale))
        }
      }
    }
  }

  // MARK: Declarations

  private var hasOptionFeedback: Bool { question.options.contains { !$0.feedback.isEmpty } }

  private func responseDeclaration(_ xml: inout XMLWriter) {
    let (cardinality, type): (String, String) =
      switch question.form {
      case .single, .trueFalse: ("single", "identifier")
      case .multiple: ("multiple", "identifier")
      case .number: ("single", "float")
      case .shortText, .free: ("single", "string")
      case .ordering: ("ordered", "identifier")
      case .matching: ("multiple", "directedPair")
      }
    let attributes: KeyValuePairs<String, String?> = [
      "identifier": "RESPONSE", "cardinality": cardinality, "base-type": type,
    ]
    let keys = self.keys
    guard !keys.isEmpty else { return xml.empty("qti-response-declaration", attributes) }
    xml.element("qti-response-declaration", attributes) { xml in
      xml.element("qti-correct-response") { xml in
        for key in keys { xml.value("qti-value", key) }
      }
      mapping(&xml)
    }
  }

  /// The right answer in the identifiers of the interaction.
  private var keys: [String] {
    switch question.form {
    case .single(let single): Self.choices(single.options, where: \.isRight)
    case .multiple(let multiple): Self.choices(multiple.options, where: \.isRight)
    case .trueFalse(let truth): [truth.isTrue ? "true" : "false"]
    case .number(let number): [number.value.description]
    case .shortText(let short): Array(short.accepted.prefix(1))
    case .ordering(let ordering): ordering.steps.indices.map(Self.choice)
    case .matching(let matching): matching.pairs.indices.map { "left-\($0 + 1) right-\($0 + 1)" }
    case .free: []
    }
  }

  private static func choice(_ index: Int) -> String { "choice-\(index + 1)" }

  private static func choices(
    _ options: [AnswerOption], where isWanted: (AnswerOption) -> Bool
  ) -> [String] {
    options.indices.filter { isWanted(options[$0]) }.map(choice)
  }

  /// Right ones count 1, wrong ones −1, and never less than nothing.
  private func mapping(_ xml: inout XMLWriter) {
    switch question.form {
    case .multiple(let multiple):
      xml.element("qti-mapping", ["lower-bound": "0", "default-value": "0"]) { xml in
        for (index, option) in multiple.options.enumerated() {
          xml.empty(
            "qti-map-entry",
            ["map-key": Self.choice(index), "mapped-value": option.isRight ? "1" : "-1"])
        }
      }
    case .matching:
      xml.element("qti-mapping", ["lower-bound": "0", "default-value": "0"]) { xml in
        for key in keys { xml.empty("qti-map-entry", ["map-key": key, "mapped-value": "1"]) }
      }
    case .shortText(let short):
      xml.element("qti-mapping", ["default-value": "0"]) { xml in
        for text in short.accepted {
          xml.empty(
            "qti-map-entry", ["map-key": text, "mapped-value": "1", "case-sensitive": "false"])
        }
      }
    default: break
    }
  }

  private func outcomes(_ xml: inout XMLWriter) {
    let isFree = if case .free = question.form { true } else { false }
    func outcome(
      _ name: String, _ type: String, _ cardinality: String = "single", scored: String? = nil,
      value: String? = nil
    ) {
      let attributes: KeyValuePairs<String, String?> = [
        "identifier": name, "cardinality": cardinality, "base-type": type,
        "external-scored": scored,
      ]
      guard let value else { return xml.empty("qti-outcome-declaration", attributes) }
      xml.element("qti-outcome-declaration", attributes) { xml in
        xml.element("qti-default-value") { xml in xml.value("qti-value", value) }
      }
    }
    outcome("SCORE", "float", scored: isFree ? "human" : nil, value: "0")
    outcome("MAXSCORE", "float", value: "\(question.wholePoints)")
    if hasOptionFeedback {
      let isMultiple = if case .multiple = question.form { true } else { false }
      outcome("FEEDBACK", "identifier", isMultiple ? "multiple" : "single")
    }
    if !question.rationale.isEmpty { outcome("RATIONALE", "identifier") }
  }

  // MARK: Body

  private func body(_ stem: [Inline], _ xml: inout XMLWriter) {
    let shuffle = question.keepsOrder ? "false" : "true"
    switch question.form {
    case .single(let single): choice(single.options, stem, maximum: "1", shuffle, &xml)
    case .multiple(let multiple): choice(multiple.options, stem, maximum: "0", shuffle, &xml)
    case .trueFalse:
      texts(&xml)
      xml.element(
        "qti-choice-interaction",
        ["response-identifier": "RESPONSE", "shuffle": "false", "max-choices": "1"]
      ) { xml in
        xml.markup("qti-prompt", html.inlines(stem))
        xml.value("qti-simple-choice", ["identifier": "true"], "True")
        xml.value("qti-simple-choice", ["identifier": "false"], "False")
      }
    case .number, .shortText:
      xml.markup("p", html.inlines(stem))
      texts(&xml)
      xml.markup("p", "<qti-text-entry-interaction response-identifier=\"RESPONSE\"/>")
    case .ordering(let ordering):
      texts(&xml)
      xml.element(
        "qti-order-interaction", ["response-identifier": "RESPONSE", "shuffle": "true"]
      ) { xml in
        xml.markup("qti-prompt", html.inlines(stem))
        for (index, step) in ordering.steps.enumerated() {
          xml.markup(
            "qti-simple-choice", ["identifier": Self.choice(index)], html.inlines(step))
        }
      }
    case .matching(let matching): match(matching, stem, shuffle, &xml)
    case .free(let free):
      texts(&xml)
      xml.element("qti-extended-text-interaction", ["response-identifier": "RESPONSE"]) { xml in
        xml.markup("qti-prompt", html.inlines(stem))
      }
      xml.element("qti-rubric-block", ["use": "scoring", "view": "scorer"]) { xml in
        let blocks = RubricText.blocks(free, at: question.range)
        xml.markup("qti-content-body", html.blocks(blocks))
      }
    }
  }

  private func texts(_ xml: inout XMLWriter) {
    for block in question.text { xml.raw(html.blocks([block])) }
  }

  private func choice(
    _ options: [AnswerOption], _ stem: [Inline], maximum: String, _ shuffle: String,
    _ xml: inout XMLWriter
  ) {
    texts(&xml)
    xml.element(
      "qti-choice-interaction",
      ["response-identifier": "RESPONSE", "shuffle": shuffle, "max-choices": maximum]
    ) { xml in
      xml.markup("qti-prompt", html.inlines(stem))
      for (index, option) in options.enumerated() {
        let id = Self.choice(index)
        let feedback =
          option.feedback.isEmpty
          ? ""
          : "<qti-feedback-inline outcome-identifier=\"FEEDBACK\" identifier=\"\(id)\""
            + " show-hide=\"show\">"
            + html.inlines(option.feedback.flattened(at: question.range)) + "</qti-feedback-inline>"
        xml.markup(
          "qti-simple-choice", ["identifier": id], html.inlines(option.text) + feedback)
      }
    }
  }

  private func match(
    _ matching: Matching, _ stem: [Inline], _ shuffle: String, _ xml: inout XMLWriter
  ) {
    texts(&xml)
    xml.element(
      "qti-match-interaction",
      [
        "response-identifier": "RESPONSE", "shuffle": shuffle,
        "max-associations": "\(matching.pairs.count)",
      ]
    ) { xml in
      xml.markup("qti-prompt", html.inlines(stem))
      for (side, texts) in [
        ("left", matching.pairs.map(\.left)), ("right", matching.pairs.map(\.right)),
      ] {
        xml.element("qti-simple-match-set") { xml in
          for (index, text) in texts.enumerated() {
            xml.markup(
              "qti-simple-associable-choice",
              ["identifier": "\(side)-\(index + 1)", "match-max": "1"], html.inlines(text))
          }
        }
      }
    }
  }

  // MARK: Processing

  private func processing(_ xml: inout XMLWriter) {
    let isFree = if case .free = question.form { true } else { false }
    guard !isFree || !question.rationale.isEmpty else { return }
    xml.element("qti-response-processing") { xml in
      switch question.form {
      case .multiple(let multiple): share(of: multiple.options.count(where: \.isRight), &xml)
      case .matching(let matching): share(of: matching.pairs.count, &xml)
      case .shortText: share(of: 1, &xml)
      case .free: break
      case .single, .trueFalse, .ordering, .number: wholeOrNothing(&xml)
      }
      if hasOptionFeedback {
        xml.element("qti-set-outcome-value", ["identifier": "FEEDBACK"]) { xml in
          xml.empty("qti-variable", ["identifier": "RESPONSE"])
        }
      }
      if !question.rationale.isEmpty {
        xml.element("qti-set-outcome-value", ["identifier": "RATIONALE"]) { xml in
          xml.value("qti-base-value", ["base-type": "identifier"], "rationale")
        }
      }
    }
  }

  /// Points × mapped / possible, with the division last, so that everything right is the whole.
  private func share(of possible: Int, _ xml: inout XMLWriter) {
    xml.element("qti-set-outcome-value", ["identifier": "SCORE"]) { xml in
      xml.element("qti-divide") { xml in
        xml.element("qti-product") { xml in
          xml.empty("qti-map-response", ["identifier": "RESPONSE"])
          xml.empty("qti-variable", ["identifier": "MAXSCORE"])
        }
        xml.value("qti-base-value", ["base-type": "float"], "\(max(possible, 1))")
      }
    }
  }

  private func wholeOrNothing(_ xml: inout XMLWriter) {
    xml.element("qti-response-condition") { xml in
      xml.element("qti-response-if") { xml in
        if case .number(let number) = question.form {
          let tolerance = number.tolerance.description
          let isExact = number.tolerance == .zero
          xml.element(
            "qti-equal",
            [
              "tolerance-mode": isExact ? "exact" : "absolute",
              "tolerance": isExact ? nil : "\(tolerance) \(tolerance)",
            ]
          ) { xml in
            xml.empty("qti-variable", ["identifier": "RESPONSE"])
            xml.empty("qti-correct", ["identifier": "RESPONSE"])
          }
        } else {
          xml.element("qti-match") { xml in
            xml.empty("qti-variable", ["identifier": "RESPONSE"])
            xml.empty("qti-correct", ["identifier": "RESPONSE"])
          }
        }
        xml.element("qti-set-outcome-value", ["identifier": "SCORE"]) { xml in
          xml.empty("qti-variable", ["identifier": "MAXSCORE"])
        }
      }
    }
  }
}
