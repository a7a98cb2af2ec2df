import RehearseCore
import Testing

@Suite struct SVGCredentialTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: SampleCertificate.both)
  func aCredentialGoesInAndComesOut(_ credential: BakedCredential) throws {
    for svg in [
      Emblem.svg(CertificateTheme.defaultColour), "<svg/>", "\u{FEFF}<svg></svg>",
      "<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"\n"
        + " id='>' ><g/></svg>\n<!-- end -->",
      "<x:svg xmlns:x=\"http://www.w3.org/2000/svg\"\txmlns:openbadges="
        + "'https://purl.imsglobal.org/ob/v3p0'/>",
    ] {
      let baked = try SVGCredential.bake(credential, into: bytes(svg))
      #expect(try SVGCredential.unbake(baked) == credential, "\(svg)")
      #expect(try BakedCredential.extract(baked) == credential, "\(svg)")
      #expect(throws: Never.self) { try XMLReader.read(baked) }
      #expect(throws: SVGCredential.Failure.alreadyBaked) {
        try SVGCredential.bake(credential, into: baked)
      }
    }
  }

  @Test func itStandsWhereTheStandardSays() throws {
    let baked = try SVGCredential.bake(SampleCertificate.jwt, into: bytes("<svg><g/></svg>"))
    #expect(
      String(decoding: baked, as: UTF8.self)
        == "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">"
        + "<openbadges:credential verify=\"\(SampleCertificate.jwt.text)\">"
        + "</openbadges:credential><g/></svg>")
  }

  @Test func otherProgramsSetItOutWithBlanks() throws {
    let text = """
      <svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">
        <openbadges:credential>
          <![CDATA[
            {"a": 1}
          ]]>
        </openbadges:credential>
      </svg>
      """
    #expect(try SVGCredential.unbake(bytes(text)) == .json(#"{"a": 1}"#))
  }

  @Test func whatIsWrongIsSaid() {
    let namespace = "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
    let cases: [(String, SVGCredential.Failure)] = [
      ("<svg></svg>", .noCredential), ("<html></html>", .notSVG), ("<svg", .notSVG),
      ("<!DOCTYPE svg><svg/>", .documentType),
      ("<svg><openbadges:credential verify=\"a.b.c\"/></svg>", .otherNamespace),
      (
        "<svg xmlns:openbadges=\"http://openbadges.org\"><openbadges:credential"
          + " verify=\"a.b.c\"/></svg>", .otherNamespace
      ),
      ("<svg \(namespace)><openbadges:credential/></svg>", .unreadableCredential),
      (
        "<svg \(namespace)><openbadges:credential verify=\"{}\"/></svg>", .unreadableCredential
      ),
      (
        "<svg \(namespace)><openbadges:credential verify=\"a.b.c\"><![CDATA[{}]]>"
          + "</openbadges:credential></svg>", .unreadableCredential
      ),
      (
        "<svg \(namespace)><openbadges:credential>{}</openbadges:credential></svg>",
        .unreadableCredential
      ),
      (
        "<svg \(namespace)><openbadges:credential verify=\"a.b.c\"/>"
          + "<openbadges:credential verify=\"a.b.c\"/></svg>", .severalCredentials
      ),
      ("<svg \(namespace)><openbadges:credential verify=\"a.b.c\"/><g", .notSVG),
    ]
    for (text, failure) in cases {
      #expect(throws: failure, "\(text)") { try SVGCredential.unbake(bytes(text)) }
    }
    #expect(throws: SVGCredential.Failure.notWellFormed(line: 1)) {
      try SVGCredential.bake(SampleCertificate.jwt, into: bytes("<svg><g></svg>"))
    }
    #expect(throws: SVGCredential.Failure.cannotHold) {
      try SVGCredential.bake(.json("{\"a\":\"\u{FFFF}\"}"), into: bytes("<svg/>"))
    }
  }
}
