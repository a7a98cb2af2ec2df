extension AchievementCredential.Outcome {
  private var isShare: Bool { percent != nil || required != nil }

  private static func number(_ percent: Percent) -> JSONValue {
    .string(String(percent.description.dropLast()))
  }

  /// What could be reached: a `ResultDescription`.
  func description(id: String) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id), "type": ["ResultDescription"], "name": .string(name),
      "resultType": isShare ? "Percent" : "Result",
    ]
    if isShare {
      members["valueMin"] = "0"
      members["valueMax"] = "100"
    }
    if let required { members["requiredValue"] = Self.number(required) }
    return .object(members)
  }

  /// What was reached: a `Result`.
  func result(id: String) -> JSONValue {
    var members: [String: JSONValue] = ["type": ["Result"], "resultDescription": .string(id)]
    if let percent {
      members["value"] = Self.number(percent)
    } else if !isShare {
      members["value"] = "met"
    }
    return .object(members)
  }
}

/// The results of a credential together with their descriptions, which stand elsewhere in it.
struct CredentialResults {
  var level: AchievementCredential.Level
  var outcomes: [AchievementCredential.Outcome] = []

  init(
    _ subject: CredentialMember, _ achievement: AchievementCredential.Achievement
  ) throws(CredentialFailure) {
    let list = try subject.member("result")
    var results: [String: CredentialMember] = [:]
    for result in try list.items() {
      try result.require(type: "Result")
      let name = try result.text("resultDescription")
      guard results.updateValue(result, forKey: name) == nil else {
        throw result.wrong("the only result of \(name)")
      }
    }
    guard let first = results.removeValue(forKey: achievement.statusID) else {
      throw list.wrong("a list with the status")
    }
    let status = try first.member("status")
    guard let level = AchievementCredential.Level(status: try status.text()) else {
      throw status.wrong("“Provisional” or “Completed”")
    }
    self.level = level
    let descriptions = try subject.member("achievement").member("resultDescription")
    for description in try descriptions.items() {
      try description.require(type: "ResultDescription")
      let id = try description.text("id")
      if id == achievement.statusID { continue }
      guard let result = results.removeValue(forKey: id) else {
        throw description.wrong("the description of one result")
      }
      outcomes.append(try Self.outcome(description, result, achievement))
    }
    guard results.isEmpty else { throw list.wrong("a list of results that are described") }
  }

  private static func outcome(
    _ description: CredentialMember, _ result: CredentialMember,
    _ achievement: AchievementCredential.Achievement
  ) throws(CredentialFailure) -> AchievementCredential.Outcome {
    let id = try description.member("id")
    let kinds = [AchievementCredential.Outcome.Kind.requirement, .skill]
    guard let text = id.value.string,
      let kind = kinds.first(where: { text.hasPrefix("\(achievement.id)#\($0.rawValue)-") })
    else { throw id.wrong("the id of a requirement or a skill") }
    let type = try description.member("resultType")
    let isShare = type.value == "Percent"
    guard isShare || type.value == "Result" else { throw type.wrong("“Percent” or “Result”") }
    if !isShare {
      let value = try result.member("value")
      guard value.value == "met" else { throw value.wrong("“met”") }
    }
    return .init(
      kind: kind, name: try description.text("name"),
      percent: isShare ? try percent(result.optional("value")) : nil,
      required: isShare ? try percent(description.optional("requiredValue")) : nil)
  }

  private static func percent(_ member: CredentialMember?) throws(CredentialFailure) -> Percent? {
    guard let member else { return nil }
    guard let text = member.value.string, let percent = Percent(text),
      percent.description == text + "%"
    else { throw member.wrong("a number of percent from 0 to 100") }
    return percent
  }
}
