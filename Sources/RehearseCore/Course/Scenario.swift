/// A branching scenario: scenes, the choices between them, and the meters and flags that remember
/// what was said. Names are looked up while reading: the engine and the analysis see only indices.
package struct Scenario: Sendable {
  package var cast: [CastMember]
  package var meters: [Meter]
  /// Every flag that is set, cleared or asked, in the order of the text.
  package var flags: [String]
  /// Where each flag is first set or cleared; nil for one that is only asked for.
  package var flagPlaces: [SourceRange?]
  /// The share of the best score that passes.
  package var passMark: Percent?
  package var briefing: [Block]
  /// The first scene is the beginning.
  package var scenes: [Scene]

  package struct CastMember: Equatable, Sendable {
    package var name: String
    package var role: String
  }

  package struct Meter: Equatable, Sendable {
    package var name: String
    package var start: Int
    package var range: ClosedRange<Int>
  }

  package struct Scene: Sendable {
    package var id: String
    package var title: String
    package var passages: [Passage]
    package var asksOwnWords: Bool
    package var way: Way
    package var range: SourceRange
  }

  /// How a scene goes on.
  package enum Way: Sendable {
    case choices([Choice])
    case story([Turn])
    case ending(Directive.Ending)
    /// A mistake of the author's: the scene ends nowhere.
    case nowhere
  }

  /// A part of a scene's text, with what has to hold for it to show and what it then does.
  package struct Passage: Sendable {
    package var condition: Condition?
    package var effects: [Effect]
    /// The index in `cast` of who speaks.
    package var speaker: Int?
    package var block: Block?
  }

  package struct Choice: Sendable {
    package var text: [Inline]
    package var condition: Condition?
    package var isOnce: Bool
    package var isCritical: Bool
    package var points: Int
    /// Points that also count for a skill.
    package var skillPoints: [SkillPoints]
    package var effects: [Effect]
    /// The path of the unit to play before going on.
    package var call: String?
    /// The scene to go to; nil comes back to the same one after the call.
    package var target: Int?
    /// What happens right after choosing.
    package var reply: [Block]
    /// The coach's words.
    package var feedback: [Block]
    package var range: SourceRange
  }

  package struct SkillPoints: Equatable, Sendable {
    package var skill: String
    package var points: Int
  }

  /// An item of a story's list.
  package struct Turn: Sendable {
    package enum Trigger: Sendable {
      case when(Condition)
      case chance(Percent)
      case otherwise
    }
    package var trigger: Trigger
    package var target: Int?
    package var range: SourceRange
  }

  package enum Effect: Equatable, Sendable {
    case add(meter: Int, Int)
    case assign(meter: Int, Int)
    case set(flag: Int)
    case clear(flag: Int)
  }

  package indirect enum Condition: Equatable, Sendable {
    case meter(Int, ConditionSyntax.Comparison, Int)
    case flag(Int)
    case visited(scene: Int)
    /// Whether a unit was passed; the name is as in the text.
    case passed(unit: String)
    case not(Condition)
    case and(Condition, Condition)
    case or(Condition, Condition)
    /// A name that does not exist: never holds.
    case never

    /// All of these hold. Joined in halves: a chain would be as deep as there are conditions, and
    /// a paragraph can hold more of them than a stack.
    static func all(_ conditions: ArraySlice<Condition>) -> Condition? {
      guard conditions.count > 1 else { return conditions.first }
      let middle = conditions.startIndex + conditions.count / 2
      guard let left = all(conditions[..<middle]), let right = all(conditions[middle...]) else {
        return nil
      }
      return .and(left, right)
    }
  }
}
