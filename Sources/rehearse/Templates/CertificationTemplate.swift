extension Template {
  /// - Precondition: there is a unit that can be passed.
  var certification: String {
    let rehearsals = units.filter { $0.kind == .scenario }.map { "- \($0.link) `passed`" }
    // An exam decides only where it has questions enough, which the author knows.
    let exams = units.filter { $0.kind == .assessment }.map { "- \($0.link) `at least 80%`" }
    let requirements = rehearsals.isEmpty ? exams : rehearsals
    let renewal = requirements.first ?? ""
    return """
      ---
      kind: certification
      \(head)
      minutes: 1
      why: You can show that you have done this before it counted.
      # How long it holds, and from when it can be renewed.
      valid: 12 months
      renew: from 60 days before
      ---

      Awarded to consultants who say bad news early, and keep the customer.

      <!--
      Say above what a holder can do, in words that a customer understands. Below stands what it takes.

      Behind a link: `passed`, `completed`, or `at least 80%`. Only attempts on record count. To let people choose, write
      Any 2 of on a line of its own, and the links below it, two blanks in. Where you ask for an assessment, give it enough
      questions: with five, luck has the last word.
      -->

      ## Requirements

      \(requirements.joined(separator: "\n"))

      <!-- What it takes to keep it. -->

      ## Renewal

      \(renewal)

      """
  }
}
