import RehearseCore
import Testing

/// Items as the QTI 2.1 implementation guide writes them, and what is refused.
@Suite struct QTIImportTests {
  private func item(
    _ body: String, _ response: String, more: String = "", title: String = "Unattended Luggage"
  ) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="item"
      title="\(title)" adaptive="false" timeDependent="false">
      \(response)
      <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
      <itemBody>\(body)</itemBody>
      \(more)
    </assessmentItem>
    """
  }

  private func response(
    _ cardinality: String, _ type: String, _ values: [String], mapping: String = ""
  ) -> String {
    "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"\(cardinality)\" baseType=\"\(type)\">"
      + "<correctResponse>" + values.map { "<value>\($0)</value>" }.joined() + "</correctResponse>"
      + mapping + "</responseDeclaration>"
  }

  private func model(_ text: String) throws -> (String?, [ExchangeLoss]) {
    let imported = try Imported(qti: text)
    return (imported.models.first, imported.losses)
  }

  @Test func choice() throws {
    let (model, losses) = try model(
      item(
        """
        <p>Look at the text in the picture.</p>
        <p><img src="images/sign.png" alt="NEVER LEAVE LUGGAGE UNATTENDED"/></p>
        <choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
          <prompt>What does it <em>say</em>?</prompt>
          <simpleChoice identifier="A">Stay with it.
            <feedbackInline outcomeIdentifier="FEEDBACK" identifier="A" showHide="show">Yes</feedbackInline>
          </simpleChoice>
          <simpleChoice identifier="B">Let someone &amp; watch.</simpleChoice>
        </choiceInteraction>
        """, response("single", "identifier", ["A"]),
        more:
          "<modalFeedback outcomeIdentifier='F' identifier='x' showHide='show'>Stay.</modalFeedback>"
      ))
    #expect(
      model == "item: What does it <i>say</i>?; text ¶Look at the text in the picture."
        + " ¶<img images/sign.png>NEVER LEAVE LUGGAGE UNATTENDED</img>;"
        + " one of [x Stay with it. (¶Yes)][  Let someone & watch.]; because ¶Stay.; keep order")
    #expect(losses == [.image("images/sign.png")])
  }

  @Test func multipleResponse() throws {
    let mapping =
      "<mapping lowerBound=\"0\" upperBound=\"2\" defaultValue=\"-2\"><mapEntry mapKey=\"H\""
      + " mappedValue=\"1\"/><mapEntry mapKey=\"O\" mappedValue=\"1\"/><mapEntry mapKey=\"Cl\""
      + " mappedValue=\"-1\"/></mapping>"
    let (model, losses) = try model(
      item(
        """
        <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="0">
        <prompt>Water?</prompt><simpleChoice identifier="H" fixed="false">Hydrogen</simpleChoice>
        <simpleChoice identifier="O">Oxygen</simpleChoice>
        <simpleChoice identifier="Cl" fixed="true">Chlorine</simpleChoice></choiceInteraction>
        """, response("multiple", "identifier", ["H", "O"], mapping: mapping)))
    #expect(model == "item: Water?; some of [x Hydrogen][x Oxygen][  Chlorine]")
    #expect(losses == [.fixedOption])
  }

  @Test func textEntry() throws {
    let mapping =
      "<mapping defaultValue=\"0\"><mapEntry mapKey=\"York\" mappedValue=\"1\"/>"
      + "<mapEntry mapKey=\"york\" mappedValue=\"0.5\" caseSensitive=\"true\"/></mapping>"
    let (text, losses) = try model(
      item(
        "<blockquote><p>Now by this sun of"
          + " <textEntryInteraction responseIdentifier=\"RESPONSE\" expectedLength=\"15\"/>;</p>"
          + "</blockquote>", response("single", "string", ["York"], mapping: mapping),
        title: "Richard III"))
    #expect(text == "item: Richard III; text ¶Now by this sun of _____;; words [\"York\"]")
    #expect(losses == [.quote, .partialCredit(option: "york", percent: "50"), .caseMatters])
    let (number, none) = try model(
      item(
        "<p>Half?</p><p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>",
        response("single", "float", ["0.5"]),
        more: """
          <responseProcessing><responseCondition><responseIf>
          <equal toleranceMode="relative" tolerance="10 10"><variable identifier="RESPONSE"/>
          <correct identifier="RESPONSE"/></equal></responseIf></responseCondition>
          </responseProcessing>
          """))
    #expect(number == "item: Half?; 0.5 ± 0.05 ")
    #expect(none == [])
  }

  @Test func orderMatchAndExtendedText() throws {
    let (order, _) = try model(
      item(
        """
        <orderInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>Podium?</prompt>
        <simpleChoice identifier="A">Rubens</simpleChoice>
        <simpleChoice identifier="B">Jenson</simpleChoice>
        <simpleChoice identifier="C" fixed="true">Michael</simpleChoice></orderInteraction>
        """, response("ordered", "identifier", ["C", "A", "B"])))
    #expect(order == "item: Podium?; order [\"Michael\", \"Rubens\", \"Jenson\"]")
    let halves =
      "<mapping><mapEntry mapKey=\"C R\" mappedValue=\"1\"/>"
      + "<mapEntry mapKey=\"D M\" mappedValue=\"0.5\"/></mapping>"
    let (match, losses) = try model(
      item(
        """
        <matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="4">
        <prompt>Plays?</prompt><simpleMatchSet>
        <simpleAssociableChoice identifier="C" matchMax="1">Capulet</simpleAssociableChoice>
        <simpleAssociableChoice identifier="D" matchMax="1">Demetrius</simpleAssociableChoice>
        </simpleMatchSet><simpleMatchSet>
        <simpleAssociableChoice identifier="M" matchMax="4">Dream</simpleAssociableChoice>
        <simpleAssociableChoice identifier="R" matchMax="4">Romeo</simpleAssociableChoice>
        <simpleAssociableChoice identifier="T" matchMax="4">Tempest</simpleAssociableChoice>
        </simpleMatchSet></matchInteraction>
        """, response("multiple", "directedPair", ["C R", "D M"], mapping: halves)))
    #expect(match == "item: Plays?; pairs [\"Capulet = Romeo\", \"Demetrius = Dream\"]")
    #expect(losses == [.marking("Each pair earns the same share."), .distractors(["Tempest"])])
    let (free, rubric) = try model(
      item(
        "<p>A card.</p><extendedTextInteraction responseIdentifier=\"RESPONSE\"><prompt>Write it.</prompt>"
          + "</extendedTextInteraction><rubricBlock view=\"scorer\"><ul><li>Is short</li><li>Is kind"
          + " (3 points)</li></ul></rubricBlock>", response("single", "string", [])))
    #expect(free == "item: Write it.; text ¶A card.; rubric [\"Is short 1\", \"Is kind 3\"]")
    #expect(rubric == [])
  }

  @Test(arguments: [
    ("<sliderInteraction responseIdentifier=\"RESPONSE\"/>", "interaction(\"sliderInteraction\")"),
    (
      "<p><textEntryInteraction responseIdentifier=\"RESPONSE\"/>"
        + "<textEntryInteraction responseIdentifier=\"B\"/></p>", "tooManyInteractions(2)"
    ),
    ("<p>No place to answer</p>", "noAnswers"),
    (
      "<choiceInteraction responseIdentifier=\"RESPONSE\"><simpleChoice identifier=\"X\">x"
        + "</simpleChoice></choiceInteraction>", "tooFew(\"options\")"
    ),
  ])
  func leftOut(_ body: String, _ loss: String) throws {
    let imported = try Imported(qti: item(body, response("single", "identifier", ["A"])))
    #expect(imported.questions.isEmpty)
    #expect(imported.losses.map { "\($0)" } == [loss])
    #expect(imported.notes[0].line > 1)
  }

  /// What is not read is named with its words.
  @Test func whatHasNoPlaceIsNamed() throws {
    let (_, losses) = try model(
      item(
        "<rubricBlock view=\"candidate\"><p>Take your time.</p></rubricBlock>"
          + "<choiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxChoices=\"1\">"
          + "<prompt>1<sup>2</sup>?</prompt><simpleChoice identifier=\"A\">1</simpleChoice>"
          + "<simpleChoice identifier=\"B\">2</simpleChoice></choiceInteraction>"
          + "<infoControl title=\"Hint\">Think.</infoControl>",
        response("single", "identifier", ["A"])))
    #expect(
      losses == [
        .notUnderstood("Take your time."), .notUnderstood("Think."), .markup("sup"),
      ])
  }

  @Test func aTestWithItems() throws {
    let one = item(
      "<choiceInteraction responseIdentifier=\"RESPONSE\"><prompt>1?</prompt>"
        + "<simpleChoice identifier=\"A\">a</simpleChoice><simpleChoice identifier=\"B\">b"
        + "</simpleChoice></choiceInteraction>", response("single", "identifier", ["B"]))
    let test = """
      <assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="T" title="A test">
      <testPart identifier="P"><assessmentSection identifier="S" title="One" visible="true">
      <assessmentItemRef identifier="I1" href="items/1.xml"><weight identifier="W" value="2"/></assessmentItemRef>
      <assessmentItemRef identifier="I2" href="items/gone.xml"/>
      <assessmentItemRef identifier="I3" href="items/broken.xml"/>
      </assessmentSection></testPart></assessmentTest>
      """
    let manifest = """
      <manifest><resources><resource type="imsqti_item_xmlv2p1" href="sub/items/1.xml"/>
      <resource type="imsqti_test_xmlv2p1" href="sub/test.xml"/></resources></manifest>
      """
    let files = ["sub/test.xml": test, "sub/items/1.xml": one, "sub/items/broken.xml": "<a>\n<b>"]
    let imported = try Imported(qti: manifest, files: files)
    #expect(imported.models == ["item: 1?; one of [  a][x b]; points 2; keep order"])
    #expect(imported.assessment.sections.map(\.title) == ["One"])
    #expect(imported.markdown.contains("title: A test\n"))
    #expect(
      imported.losses == [
        .missingItem("items/gone.xml", reason: "it is not there"),
        .missingItem(
          "items/broken.xml", reason: "it is not well-formed XML: expected </b> (line 2)"),
      ])
  }
}
