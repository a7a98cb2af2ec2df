/// What an attempt draws of each section and skill: the blueprint of an assessment.
extension Assessment.Section {
  /// `draw 3 risk`: so many of the section's draw are questions of one skill.
  package struct SkillDraw: Equatable, Sendable {
    package var skill: String
    package var count: Int
  }

  /// Questions of a section that are drawn from together.
  package struct Pool: Equatable, Sendable {
    /// Nil for the questions that no skill's draw asks for.
    package var skill: String?
    /// Their numbers in the section, in the order of the text.
    package var questions: [Int]
    /// How many of them an attempt draws; never more than there are.
    package var draw: Int
  }

  /// The pools of the section, where an attempt draws `total` from it: one for each skill's draw,
  /// and one for what these leave over. Without draws by skill it is a single one.
  package func pools(drawing total: Int) -> [Pool] {
    poolsAsked(of: total).map { pool, wanted in
      var pool = pool
      pool.draw = min(wanted, pool.questions.count)
      return pool
    }
  }

  /// The same, with what the author asks of each, there or not.
  func poolsAsked(of total: Int) -> [(pool: Pool, wanted: Int)] {
    var pools: [(Pool, Int)] = []
    var rest = Array(questions.indices)
    for wanted in skillDraws {
      let own = rest.filter { questions[$0].skill == wanted.skill }
      rest.removeAll { questions[$0].skill == wanted.skill }
      pools.append((Pool(skill: wanted.skill, questions: own, draw: 0), wanted.count))
    }
    let left = total - skillDraws.reduce(0) { $0 + $1.count }
    if skillDraws.isEmpty || left > 0 {
      pools.append((Pool(skill: nil, questions: rest, draw: 0), max(left, 0)))
    }
    return pools
  }

  /// How many questions the section's own draws come to; nil where it has none.
  var ownDrawCount: Int? {
    draw.map { pools(drawing: $0).reduce(0) { $0 + $1.draw } }
  }

  /// The draws as they stand behind the section's title, with a blank before each.
  var drawDirectives: String {
    guard let draw else { return "" }
    let bySkill = skillDraws.map { " `draw \($0.count) \($0.skill)`" }.joined()
    let rest = draw - skillDraws.reduce(0) { $0 + $1.count }
    return bySkill + (rest > 0 ? " `draw \(rest)`" : "")
  }

  mutating func add(draw count: Int, skill: String?) {
    draw = (draw ?? 0) + count
    guard let skill else { return }
    if let place = skillDraws.firstIndex(where: { $0.skill == skill }) {
      skillDraws[place].count += count
    } else {
      skillDraws.append(SkillDraw(skill: skill, count: count))
    }
  }
}
