/// A scenario as a graph in the DOT language of Graphviz.
///
/// Source: https://graphviz.org/doc/info/lang.html and, for what a backslash and an ampersand mean
/// in a label, https://graphviz.org/docs/attr-types/escString/.
package enum ScenarioDOT {
  /// - Parameter link: where a scene's box leads when it is clicked in the SVG that Graphviz makes.
  package static func text(
    _ map: ScenarioMap, heat: ScenarioHeat? = nil,
    link: (ScenarioMap.Scene) -> String? = { _ in nil }
  ) -> String {
    var lines = [
      "digraph scenario {",
      "  graph [rankdir=TB, nodesep=0.35, ranksep=0.5, bgcolor=white, labelloc=t, fontsize=14,",
      "    fontname=\"Helvetica,Arial,sans-serif\", label=\(quoted(head(map, heat)))]",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"#444444\", fontsize=12,",
      "    fontname=\"Helvetica,Arial,sans-serif\", margin=\"0.16,0.08\"]",
      "  edge [color=\"#444444\", fontsize=10, fontname=\"Helvetica,Arial,sans-serif\"]",
    ]
    if !map.scenes.isEmpty {
      lines.append("  begin [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.15]")
    }
    for index in map.scenes.indices { lines.append("  " + node(index, map, heat, link)) }
    if !map.scenes.isEmpty { lines.append("  begin -> scene1") }
    for (number, way) in map.ways.enumerated() {
      if way.to == nil {
        lines.append(
          "  nowhere\(number + 1) [shape=plaintext, style=\"\", label=\"leads nowhere\"]")
      }
      lines.append("  " + edge(number, way, map, heat))
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func head(_ map: ScenarioMap, _ heat: ScenarioHeat?) -> [String] {
    var lines = LabelLines.wrapped(map.title, at: 60) + map.headline
    if map.scenes.contains(where: \.isOnBestLine) { lines.append("★ best line") }
    if let heat { lines += [heat.words, "the wider a line, the more often it was taken"] }
    return lines
  }

  private static func node(
    _ index: Int, _ map: ScenarioMap, _ heat: ScenarioHeat?, _ link: (ScenarioMap.Scene) -> String?
  ) -> String {
    let scene = map.scenes[index]
    let star = scene.isOnBestLine ? "★ " : ""
    var attributes = [
      "label="
        + quoted(
          LabelLines.wrapped(star + scene.title, at: 28)
            + LabelLines.joined(map.facts(ofScene: index, heat: heat).map(\.text), at: 28))
    ]
    if let ending = scene.ending {
      let colour =
        switch ending {
        case .success: "#dff0e0"
        case .partial: "#fdf1d3"
        case .failure: "#f9dfdf"
        }
      attributes.append("shape=box, style=filled, peripheries=2, fillcolor=\"\(colour)\"")
    }
    if !scene.isReached { attributes.append("style=\"rounded,dashed\", fontcolor=\"#555555\"") }
    if scene.isOnBestLine { attributes.append("penwidth=2.5") }
    if let heat, heat.scenes[index].stopped > 0, scene.isReached, scene.ending == nil {
      attributes.append("fillcolor=\"#fbe3cf\"")
    }
    if let link = link(scene) {
      attributes.append("URL=\(quoted([link])), tooltip=\(quoted([LabelLines.clean(scene.title)]))")
    }
    return "scene\(index + 1) [\(attributes.joined(separator: ", "))]"
  }

  private static func edge(
    _ number: Int, _ way: ScenarioMap.Way, _ map: ScenarioMap, _ heat: ScenarioHeat?
  ) -> String {
    let star = way.isOnBestLine ? "★ " : ""
    let facts =
      [map.points(of: way)].compactMap(\.self) + map.facts(of: way, heat: heat).map(\.text)
    let label =
      LabelLines.wrapped(star + map.label(of: way), at: 30, lines: 3)
      + LabelLines.joined(facts, at: 30)
    let words = LabelLines.clean(map.label(of: way))
    var attributes = [
      "label=\(quoted(label.map { " \($0) " }))", "tooltip=\(quoted([words]))",
      "labeltooltip=\(quoted([words]))",
    ]
    if way.isCritical { attributes.append("color=\"#b00020\", fontcolor=\"#b00020\"") }
    if !way.isOffered {
      attributes.append("style=dashed, fontcolor=\"#555555\"")
    } else if !way.isChoice {
      attributes.append("style=dotted")
    }
    if let width = width(way, heat) { attributes.append("penwidth=\(width)") }
    let target = way.to.map { "scene\($0 + 1)" } ?? "nowhere\(number + 1)"
    return "scene\(way.from + 1) -> \(target) [\(attributes.joined(separator: ", "))]"
  }

  /// With heat, lines are as wide as they were much used, from 1 to 6; else the best line is wide.
  private static func width(_ way: ScenarioMap.Way, _ heat: ScenarioHeat?) -> String? {
    guard let heat else { return way.isOnBestLine ? "2.5" : nil }
    let most = heat.taken.reduce(0) { max($0, $1.max() ?? 0) }
    guard most > 0 else { return nil }
    let tenths = 10 + 50 * heat.taken[way.from][way.item] / most
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A quoted string that shows these lines: nothing in it is markup, an escape or an entity.
  static func quoted(_ lines: [String]) -> String {
    var text = "\""
    for (number, line) in lines.enumerated() {
      if number > 0 { text += "\\n" }
      for character in line.unicodeScalars {
        switch character {
        case "\\": text += "\\\\"
        case "\"": text += "\\\""
        case "&": text += "&amp;"
        case "\n": text += "\\n"
        default: text.unicodeScalars.append(character)
        }
      }
    }
    return text + "\""
  }
}

extension ScenarioHeat {
  /// `12 attempts: 9 ended, 2 open, 1 given up`
  package var words: String {
    var parts = ["\(ended) ended", "\(open) open", "\(left) given up"]
    if stuck > 0 { parts.append("\(stuck) stuck") }
    return "\(attempts) attempt\(attempts == 1 ? "" : "s"): " + parts.joined(separator: ", ")
  }
}
