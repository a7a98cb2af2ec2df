extension EngagementRecord {
  /// The record as one self-contained page that prints on paper, for the customer file.
  package var html: String {
    var text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title)): \(Self.escaped(client))</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; \
      padding: 0 1rem; color: #1a1a1a; background: #fff; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
      dd { margin: 0; overflow-wrap: anywhere; }
      ul { list-style: none; padding: 0; }
      li { margin: 0.4rem 0; padding-left: 1.8rem; text-indent: -1.8rem; break-inside: avoid; }
      .note { display: block; text-indent: 0; color: #444; }
      </style>
      </head>
      <body>
      <main>
      <h1>\(Self.escaped(title)): \(Self.escaped(client))</h1>
      <dl>

      """
    for (name, value) in facts {
      text += "<dt>\(name)</dt><dd>\(Self.escaped(value))</dd>\n"
    }
    text += "</dl>\n"
    for part in parts {
      if !part.title.isEmpty { text += "<h2>\(Self.escaped(part.title))</h2>\n" }
      text += "<ul>\n"
      for line in part.lines {
        text += "<li>\(line.state == .done ? "☑" : "☐") \(Self.escaped(line.item.text.plainText))"
        if !line.words.isEmpty {
          text += "<span class=\"note\">\(line.words.joined(separator: ", "))</span>"
        }
        if let remark = line.remark {
          text += "<span class=\"note\">Remark: \(Self.escaped(remark))</span>"
        }
        text += "</li>\n"
      }
      text += "</ul>\n"
    }
    return text + "</main>\n</body>\n</html>\n"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
