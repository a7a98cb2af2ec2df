import RehearseCore
import Testing

@Suite struct XMLReaderTests {
  private func failure(_ text: String) -> XMLReader.Failure? {
    do throws(XMLReader.Failure) {
      _ = try XMLReader.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func reads() throws {
    let root = try XMLReader.read(
      Array(
        "\u{FEFF}<?xml version=\"1.0\"?>\r\n<!-- c -->\n<a x='1 &lt; 2' y=\"&#x41;&#66;\">t&amp;<b/>\r\n<![CDATA[<c>&d;]]></a>\n<!-- e -->"
          .utf8))
    #expect(root.name == "a")
    #expect(root.attributes == ["x": "1 < 2", "y": "AB"])
    #expect(root.line == 3)
    let parts = root.children.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): "<\(element.name) \(element.line)>"
      }
    }
    #expect(parts.joined() == "t&<b 3>\n<c>&d;")
  }

  @Test(arguments: [
    "", "text", "<a>", "<a></b>", "<a/><b/>", "<a x=1/>", "<a x='1' x='2'/>", "<a>&nbsp;</a>",
    "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&lt</a>", "<a x='<'/>", "<a", "<a x", "<a x=", "<a x='",
    "<1/>", "< a/>", "<a>]]", "<a><![CDATA[x</a>", "<!-- <a/>", "<?xml <a/>", "<a/>x", "</a>",
    "<a x='1'y='2'/>", "<a><", "<a>&#99999999999;</a>",
  ])
  func refuses(_ text: String) {
    guard case .notWellFormed? = failure(text) else {
      Issue.record("\(text) gives \(String(describing: failure(text)))")
      return
    }
  }

  /// Entities that are made of entities, files that are fetched: none of it begins without a DOCTYPE.
  @Test func refusesDocumentTypes() {
    #expect(failure("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>") == .documentType(line: 1))
    #expect(
      failure("<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"/etc/passwd\"><a/>")
        == .documentType(line: 2))
    #expect(failure("<a><!ENTITY b SYSTEM \"file:///etc/passwd\"></a>") == .documentType(line: 1))
  }

  @Test func hasLimits() {
    let deep = 100_000
    #expect(failure(String(repeating: "<a>", count: deep)) == .tooDeep(line: 1))
    #expect(
      failure("<a>" + String(repeating: " ", count: XMLReader.maximumBytes))
        == .tooLarge(bytes: XMLReader.maximumBytes + 3))
    do throws(XMLReader.Failure) {
      _ = try XMLReader.read([0x3C, 0x61, 0x3E, 0xFF])
      Issue.record("It was read.")
    } catch {
      #expect(error == .notUTF8)
    }
  }
}
