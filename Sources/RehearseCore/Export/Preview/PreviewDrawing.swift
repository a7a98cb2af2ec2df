/// A drawing in SVG, taken apart and written anew with nothing in it but shapes, words and links on
/// the same page.
enum PreviewDrawing {
  private static let elements: Set<String> = [
    "svg", "g", "path", "polygon", "polyline", "ellipse", "rect", "line", "text", "tspan", "a",
  ]
  private static let attributes: Set<String> = [
    "class", "cx", "cy", "d", "dx", "dy", "fill", "fill-opacity", "font-family", "font-size",
    "font-style", "font-weight", "height", "opacity", "points", "rx", "ry", "r", "stroke",
    "stroke-dasharray", "stroke-opacity", "stroke-width", "text-anchor", "textLength",
    "lengthAdjust", "text-decoration", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1",
    "y2",
  ]

  /// Nil where it cannot be read.
  static func html(_ svg: String) -> HTML? {
    // What stands before the root is about documents of their own.
    guard let start = svg.start(of: "<svg"),
      let root = try? XMLReader.read(Array(svg[start...].utf8)), root.name == "svg"
    else { return nil }
    return element(root, isRoot: true)
  }

  private static func element(_ element: MarkupElement, isRoot: Bool = false) -> HTML {
    guard elements.contains(element.name) else { return "" }
    var name = element.name
    var marks: HTML = isRoot ? " role=\"group\" aria-label=\"The map of the scenes\"" : ""
    for (key, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
      // A paint can name something elsewhere: `url(…)`.
      if attributes.contains(key), !value.lowercased().contains("url(") {
        marks += " \(HTML.checked(key))=\"\(value)\""
      }
    }
    if name == "a" {
      let target = element.attributes["href"] ?? element.attributes["xlink:href"] ?? ""
      if target.hasPrefix("#") { marks += " href=\"\(target)\"" } else { name = "g" }
    }
    let inside = element.children.map { child -> HTML in
      switch child {
      case .text(let words): "\(words)"
      case .element(let inner): self.element(inner)
      }
    }
    return "<\(HTML.checked(name))\(marks)>\(inside)</\(HTML.checked(name))>"
  }
}

extension String {
  /// Where a tag begins.
  fileprivate func start(of tag: String) -> String.Index? {
    utf8.indices.first { self[$0...].utf8.starts(with: tag.utf8) }
  }
}
