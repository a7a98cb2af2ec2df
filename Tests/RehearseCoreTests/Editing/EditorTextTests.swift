import RehearseCore
import Testing

@Suite struct EditorTextTests {
  /// The woman at her computer is three code points, five units of UTF-16 and eleven bytes.
  static let text = EditorText("aé👩‍💻b\r\nsecond\rthird\n")

  @Test(arguments: [
    (PositionEncoding.utf8, 14), (.utf16, 7), (.utf32, 5),
  ])
  func charactersAreCountedAsTheEditorDoes(_ encoding: PositionEncoding, _ b: Int) {
    let offset = Self.text.offset(of: EditorPosition(line: 0, character: b), encoding)
    #expect(Self.text[offset..<(offset + 1)] == "b")
    #expect(Self.text.position(of: offset, encoding) == EditorPosition(line: 0, character: b))
  }

  @Test func linesEndInThreeWays() {
    #expect(Self.text.lineCount == 4)
    #expect((0..<5).map { Self.text[Self.text.line($0)] } == ["aé👩‍💻b", "second", "third", "", ""])
    let third = Self.text.offset(of: EditorPosition(line: 2, character: 0), .utf16)
    #expect(Self.text.lineNumber(of: third) == 2 && Self.text.lineNumber(of: third - 1) == 1)
  }

  @Test(arguments: PositionEncoding.allCases)
  func placesOutsideAreTheNearestInside(_ encoding: PositionEncoding) {
    func offset(_ line: Int, _ character: Int) -> Int {
      Self.text.offset(of: EditorPosition(line: line, character: character), encoding)
    }
    #expect(offset(-1, 5) == 0 && offset(0, -7) == 0)
    #expect(offset(1, 1_000) == Self.text.line(1).upperBound)
    #expect(offset(99, 3) == Self.text.bytes.count)
    #expect(offset(Int.max, Int.max) == Self.text.bytes.count)
    // Within a character: its beginning.
    #expect(offset(0, encoding == .utf8 ? 2 : encoding == .utf16 ? 3 : 2) <= 3)
    #expect(
      Self.text.position(of: 1_000, encoding) == EditorPosition(line: 3, character: 0))
  }

  @Test func aByteOrderMarkIsNotThere() {
    #expect(EditorText([0xEF, 0xBB, 0xBF, 0x61]).bytes == [0x61])
  }

  /// Many changes at random places, beside the same changes of an array of UTF-16.
  @Test func changesAreThoseOfTheEditor() {
    var random = Generator(seed: 1)
    let pieces = ["", "a", "é", "👩‍💻", "\n", "\r\n", "😀x", "long piece of text"]
    for encoding in PositionEncoding.allCases {
      var text = EditorText("one\ntwo 😀\n")
      var model = "one\ntwo 😀\n"
      for _ in 0..<300 {
        let scalars = Array(model.unicodeScalars)
        let a = random.next(below: scalars.count + 1)
        let b = min(scalars.count, a + random.next(below: 4))
        let piece = pieces[random.next(below: pieces.count)]
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
          var view = String.UnicodeScalarView()
          view.append(contentsOf: part)
          return String(view)
        }
        let start = text.position(of: string(scalars[..<a]).utf8.count, encoding)
        let end = text.position(of: string(scalars[..<b]).utf8.count, encoding)
        // Between CR and LF no editor has a place.
        let splits = [a, b].contains {
          $0 > 0 && $0 < scalars.count && scalars[$0] == "\n" && scalars[$0 - 1] == "\r"
        }
        if splits { continue }
        text.replace(start, end, encoding, with: piece)
        model = string(scalars[..<a]) + piece + string(scalars[b...])
        #expect(String(decoding: text.bytes, as: UTF8.self).utf8.elementsEqual(model.utf8))
      }
    }
  }
}
