/// What a record keeps of a result beyond its points, so that a certification can be evaluated
/// without playing the attempt again: `outcome.summary`, as JSON. Points are in units.
///
///     {"critical":false,"sections":[{"outOf":1441440,"points":720720,"title":"Price"}],
///      "selfMarked":false,
///      "skills":[{"outOf":720720,"points":720720,"skill":"candour"}],"summary":1}
package struct ResultSummary: Equatable, Sendable {
  package var hasCriticalMistake: Bool
  /// Whether a part was marked by the learner against a rubric.
  package var isSelfMarked = false
  package var sections: [Section]
  package var skills: [Skill]

  package struct Section: Equatable, Sendable {
    package var title: String
    package var points: Points
    package var outOf: Points

    package init(title: String, points: Points, outOf: Points) {
      self.title = title
      self.points = points
      self.outOf = outOf
    }
  }

  package struct Skill: Equatable, Sendable {
    package var skill: String
    package var points: Points
    /// Nil where it is not known.
    package var outOf: Points?

    package init(skill: String, points: Points, outOf: Points?) {
      self.skill = skill
      self.points = points
      self.outOf = outOf
    }
  }

  package init(_ result: UnitResult) {
    hasCriticalMistake = result.hasCriticalMistake
    isSelfMarked = result.isSelfMarked
    sections = result.sections.map {
      Section(title: $0.title, points: $0.points, outOf: $0.outOf)
    }
    skills = result.skills.map { Skill(skill: $0.skill, points: $0.points, outOf: $0.outOf) }
  }

  /// More than any unit gives; sums of such points stay far from the end of what can be counted.
  private static let largest = 1 << 48

  private static func points(_ value: JSONValue?) -> Points? {
    guard let units = value?.integer, units.magnitude <= largest else { return nil }
    return Points(units: Int64(units))
  }

  /// Nil where the text is none: what earlier versions wrote is `{}`.
  package init?(_ text: String) {
    guard let json = try? JSONReader.read(Array(text.utf8)), json["summary"]?.integer == 1,
      let critical = json["critical"]?.bool, let sections = json["sections"]?.array,
      let skills = json["skills"]?.array
    else { return nil }
    hasCriticalMistake = critical
    isSelfMarked = json["selfMarked"]?.bool ?? false
    self.sections = []
    self.skills = []
    for section in sections {
      guard let title = section["title"]?.string, let points = Self.points(section["points"]),
        let outOf = Self.points(section["outOf"])
      else { return nil }
      self.sections.append(Section(title: title, points: points, outOf: outOf))
    }
    for skill in skills {
      guard let name = skill["skill"]?.string, let points = Self.points(skill["points"])
      else { return nil }
      self.skills.append(
        Skill(skill: name, points: points, outOf: Self.points(skill["outOf"])))
    }
  }

  package var text: String {
    func number(_ points: Points) -> JSONValue { .number(Double(points.units)) }
    return CanonicalJSON.text(
      of: [
        "summary": 1, "critical": .bool(hasCriticalMistake), "selfMarked": .bool(isSelfMarked),
        "sections": .array(
          sections.map {
            [
              "title": .string($0.title), "points": number($0.points), "outOf": number($0.outOf),
            ]
          }),
        "skills": .array(
          skills.map { skill in
            var members: [String: JSONValue] = [
              "skill": .string(skill.skill), "points": number(skill.points),
            ]
            if let outOf = skill.outOf { members["outOf"] = number(outOf) }
            return .object(members)
          }),
      ])
  }
}
