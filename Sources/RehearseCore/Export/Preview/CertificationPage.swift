/// What a certificate asks for, how long it holds, and how it is renewed.
struct CertificationPage {
  let course: PreviewCourse
  let path: String
  let certification: Certification

  func write(_ page: inout PreviewPage) {
    page.add(
      "text", "What it says", isEnglish: false,
      course.text(of: path).blocks(certification.text, level: 3))
    page.add("validity", "Validity", validity)
    page.addAuthored(
      "requirements", "Requirements", list(certification.requirements, "Nothing is asked for."))
    page.addAuthored(
      "renewal", "Renewal",
      list(certification.renewal, "Nothing is said about how it is renewed."))
  }

  private func list(_ requirements: [Certification.Requirement], _ none: String) -> HTML {
    requirements.isEmpty ? "<p>\(none)</p>\n" : "<ul>\n\(requirements.map(requirement))</ul>\n"
  }

  private func requirement(_ requirement: Certification.Requirement) -> HTML {
    switch requirement {
    case .unit(let unit, let title, let demand, _):
      "<li>\(course.link(unit, from: path, title)): \(Self.words(demand))</li>\n"
    case .any(let count, let inner, _):
      "<li>Any \(count) of these \(inner.count):\n<ul>\n\(inner.map(self.requirement))</ul></li>\n"
    }
  }

  private static func words(_ demand: Certification.Demand) -> String {
    switch demand {
    case .passed: "passed"
    case .completed: "completed"
    case .atLeast(let percent): "at least \(percent.description)"
    case .eachSection(let percent): "each section at least \(percent.description)"
    case .both(let total, let section):
      "at least \(total.description), and each section at least \(section.description)"
    }
  }

  private var validity: HTML {
    func period(_ period: Certification.Period) -> String {
      let unit = period.unit.rawValue
      return "\(period.count) \(period.count == 1 ? String(unit.dropLast()) : unit)"
    }
    var isFixed = false
    if case .fixedDate = certification.expiry { isFixed = true }
    var rows: HTML = """
      <dt>Valid for</dt><dd>\(certification.valid.map(period) ?? (isFixed ? "12 months" : "ever"))</dd>

      """
    if certification.valid != nil || isFixed {
      let basis =
        switch certification.expiry {
        case .completion: "the day on which the requirements are met"
        case .oldExpiry: "the end of the old one, where it is renewed in time"
        case .fixedDate(let day, let month):
          "a fixed end: every certificate ends on \(day) \(Self.months[month - 1])"
        }
      rows += "<dt>Counted from</dt><dd>\(basis)</dd>\n"
    }
    if let from = certification.renewFrom {
      rows += "<dt>Can be renewed</dt><dd>from \(period(from)) before its end</dd>\n"
    }
    if let grace = certification.grace {
      rows += "<dt>Grace</dt><dd>\(period(grace)) after its end</dd>\n"
    }
    return "<dl class=\"facts\">\n\(rows)</dl>\n"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
