/// A scenario as a flowchart of Mermaid, which code hosts draw where it stands in Markdown.
///
/// Source: https://mermaid.js.org/syntax/flowchart.html
package enum ScenarioMermaid {
  package static func text(_ map: ScenarioMap, heat: ScenarioHeat? = nil) -> String {
    var lines = ["---", "title: \(yaml(map.title))", "---", "flowchart TD"]
    if !map.scenes.isEmpty {
      var head = map.headline
      if map.scenes.contains(where: \.isOnBestLine) { head.append("★ best line") }
      if let heat { head.append(heat.words) }
      lines.append("  begin([\(quoted(head))])")
    }
    for index in map.scenes.indices { lines.append("  " + node(index, map, heat)) }
    if !map.scenes.isEmpty { lines.append("  begin --> scene1") }
    for (number, way) in map.ways.enumerated() {
      if way.to == nil { lines.append("  nowhere\(number + 1)[\"leads nowhere\"]") }
      lines.append("  " + edge(number, way, map, heat))
    }
    return (lines + classes(map)).joined(separator: "\n") + "\n"
  }

  private static func node(_ index: Int, _ map: ScenarioMap, _ heat: ScenarioHeat?) -> String {
    let scene = map.scenes[index]
    let label = quoted(
      LabelLines.wrapped((scene.isOnBestLine ? "★ " : "") + scene.title, at: 28)
        + LabelLines.joined(map.facts(ofScene: index, heat: heat).map(\.text), at: 28))
    return scene.ending == nil ? "scene\(index + 1)[\(label)]" : "scene\(index + 1)([\(label)])"
  }

  private static func edge(
    _ number: Int, _ way: ScenarioMap.Way, _ map: ScenarioMap, _ heat: ScenarioHeat?
  ) -> String {
    let facts =
      [map.points(of: way)].compactMap(\.self) + map.facts(of: way, heat: heat).map(\.text)
    let label = quoted(
      LabelLines.wrapped(
        (way.isOnBestLine ? "★ " : "") + map.label(of: way), at: 26, lines: 4)
        + LabelLines.joined(facts, at: 26))
    // A box of its own: the labels of lines lie over one another where several ways lead to the
    // same scene.
    let (line, arrow) =
      way.isOnBestLine ? ("===", "==>") : way.isOffered ? ("---", "-->") : ("-.-", "-.->")
    let target = way.to.map { "scene\($0 + 1)" } ?? "nowhere\(number + 1)"
    return "scene\(way.from + 1) \(line) way\(number + 1)[\(label)] \(arrow) \(target)"
  }

  private static func classes(_ map: ScenarioMap) -> [String] {
    let looks: [(name: String, look: String, isMeant: (ScenarioMap.Scene) -> Bool)] = [
      ("success", "fill:#dff0e0,stroke:#2e7d32,color:#111", { $0.ending == .success }),
      ("partial", "fill:#fdf1d3,stroke:#8a6100,color:#111", { $0.ending == .partial }),
      ("failure", "fill:#f9dfdf,stroke:#b00020,color:#111", { $0.ending == .failure }),
      ("missed", "stroke-dasharray:5 4", { !$0.isReached }),
      ("best", "stroke-width:3px", { $0.isOnBestLine }),
    ]
    let ways = map.ways.indices.map { "way\($0 + 1)" }
    let plain =
      ways.isEmpty
      ? [] : ["  classDef way fill:none,stroke:none", "  class \(ways.joined(separator: ",")) way"]
    return plain
      + looks.flatMap { name, look, isMeant -> [String] in
        let meant = map.scenes.indices.filter { isMeant(map.scenes[$0]) }.map { "scene\($0 + 1)" }
        guard !meant.isEmpty else { return [] }
        return ["  classDef \(name) \(look)", "  class \(meant.joined(separator: ",")) \(name)"]
      }
  }

  /// A quoted label that shows these lines. Signs that are markup somewhere on the way (Mermaid's,
  /// Markdown's, which begins a list with `1.`, or HTML's) are given by number.
  static func quoted(_ lines: [String]) -> String {
    "\"" + lines.map(escaped).joined(separator: "<br/>") + "\""
  }

  private static func escaped(_ line: String) -> String {
    var text = ""
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\n": text += "<br/>"
      case ".": text += ("0"..."9").contains(previous) ? "#46;" : "."
      case " ", ",", "!", "?", "'", "a"..."z", "A"..."Z", "0"..."9":
        text.unicodeScalars.append(scalar)
      case _ where scalar.isASCII: text += "#\(scalar.value);"
      default: text.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return text
  }

  private static func yaml(_ text: String) -> String {
    var out = "\""
    for scalar in LabelLines.clean(text).unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
