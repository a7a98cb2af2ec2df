extension Mistake {
  /// Links, their targets and the headings that they name.
  static let links: [Mistake] = [
    Mistake(
      "two letters swapped in a scene's name", in: .room,
      "What happened?”](#the-night)", "What happened?”](#the-nigth)",
      mend: .suggested(inPlaceOf: "#the-nigth")),
    Mistake(
      "a scene's name with the heading's capitals", in: .room,
      "What happened?”](#the-night)", "What happened?”](#The-Night)",
      mend: .suggested(inPlaceOf: "#The-Night")),
    Mistake(
      "a blank in a scene's name", in: .room,
      "What happened?”](#the-night)", "What happened?”](#the night)",
      mend: .undo(says: "without blanks between or inside")),
    Mistake(
      "a round bracket not closed", in: .room,
      "twenty percent off.”](#the-offer)", "twenty percent off.”](#the-offer",
      mend: .undo(says: "in round ones")),
    Mistake(
      "a round bracket not opened", in: .room,
      "twenty percent off.”](#the-offer)", "twenty percent off.”]#the-offer)",
      mend: .undo(says: "`[words](#scene)`")),
    Mistake(
      "a square bracket not closed", in: .room,
      "twenty percent off.”](#the-offer)", "twenty percent off.”(#the-offer)",
      mend: .undo(says: "Write the words in square brackets")),
    Mistake(
      "a square bracket not opened", in: .room,
      "[“I can take twenty", "“I can take twenty",
      mend: .undo(says: "Write the words in square brackets")),
    Mistake(
      "a blank between the brackets", in: .room,
      "twenty percent off.”](#the-offer)", "twenty percent off.”] (#the-offer)",
      mend: .undo(says: "without blanks between or inside")),
    Mistake(
      "round and square brackets changed about", in: .room,
      "[“I can take twenty percent off.”](#the-offer)",
      "(“I can take twenty percent off.”)[#the-offer]",
      mend: .undo(says: "`[words](#scene)`")),
    Mistake(
      "curly brackets for round ones", in: .room,
      "twenty percent off.”](#the-offer)", "twenty percent off.”]{#the-offer}",
      mend: .undo(says: "`[words](#scene)`")),
    Mistake(
      "the hash before a scene forgotten", in: .room,
      "“I am sorry. Tell me.”](#the-night)", "“I am sorry. Tell me.”](the-night)",
      mend: .suggested(inPlaceOf: "the-night")),
    Mistake(
      "two hashes before a scene", in: .room,
      "“I am sorry. Tell me.”](#the-night)", "“I am sorry. Tell me.”](##the-night)",
      mend: .suggested(inPlaceOf: "##the-night")),
    Mistake(
      "a scene renamed and its link forgotten", in: .booking, "## A bed", "## A warm bed",
      at: .words("](#a-bed)"),
      mend: .edit(
        says: "its heading in lower case with hyphens for blanks", was: "(#a-bed)",
        becomes: "(#a-warm-bed)")),
    Mistake(
      "a scene's heading deleted", in: .booking, "## A bed\n", "", at: .words("](#a-bed)"),
      mend: .undo(says: "or write the scene")),
    Mistake(
      "a heading's own name misspelt", in: .room, "{#she-stays}", "{#she-stay}",
      at: .words("](#she-stays)"), mend: .suggested(inPlaceOf: "#she-stays")),
    Mistake(
      "a heading's own name without its hash", in: .room, "{#she-stays}", "{she-stays}",
      mend: .suggested(inPlaceOf: "{she-stays}")),
    Mistake(
      "a heading's own name with a blank", in: .room, "{#she-stays}", "{#she stays}",
      mend: .suggested(inPlaceOf: "{#she stays}")),
    Mistake(
      "the end of a scene's name cut off", in: .call, "(#the-date-more-or-less)\n- `chance",
      "(#the-date-more-or)\n- `chance",
      mend: .suggested(inPlaceOf: "#the-date-more-or")),
    Mistake(
      "an underscore for a hyphen", in: .call, "as she asked](#her-plan)",
      "as she asked](#her_plan)", mend: .suggested(inPlaceOf: "#her_plan")),
    Mistake(
      "a link to a scene that was never written", in: .call,
      "inbox tonight.”](#six-depots)", "inbox tonight.”](#next-morning)",
      mend: .undo(says: "Change the link")),
    Mistake(
      "a path without the way up", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the checklist first](checklists/refund.md)",
      mend: .suggested(inPlaceOf: "checklists/refund.md")),
    Mistake(
      "a file's name misspelt", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the checklist first](../checklists/refnud.md)",
      mend: .suggested(inPlaceOf: "../checklists/refnud.md")),
    Mistake(
      "a file's name without its end", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the checklist first](../checklists/refund)",
      mend: .suggested(inPlaceOf: "../checklists/refund")),
    Mistake(
      "capitals in a file's name", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the checklist first](../Checklists/Refund.md)",
      mend: .suggested(inPlaceOf: "../Checklists/Refund.md")),
    Mistake(
      "backslashes in a path", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the checklist first](..\\checklists\\refund.md)",
      mend: .suggested(inPlaceOf: "..\\checklists\\refund.md")),
    Mistake(
      "a path from the trainer's own disk", in: .lesson,
      "[checklist](../checklists/refund.md)",
      "[checklist](file:///C:/Courses/complaints/checklists/refund.md)",
      mend: .suggested(inPlaceOf: "file:///C:/Courses/complaints/checklists/refund.md")),
    Mistake(
      "a path that begins with a slash", in: .lesson,
      "[checklist](../checklists/refund.md)", "[checklist](/checklists/refund.md)",
      mend: .suggested(inPlaceOf: "/checklists/refund.md")),
    Mistake(
      "a step up too many", in: .lesson,
      "[checklist](../checklists/refund.md)", "[checklist](../../checklists/refund.md)",
      mend: .suggested(inPlaceOf: "../../checklists/refund.md")),
    Mistake(
      "a page on the web without https", in: .aid,
      "(https://example.org/duty)", "(www.example.org/duty)",
      mend: .suggested(inPlaceOf: "www.example.org/duty")),
    Mistake(
      "an address for mail without mailto", in: .aid,
      "(https://example.org/duty)", "(duty@example.org)",
      mend: .suggested(inPlaceOf: "duty@example.org")),
    Mistake(
      "a blank between the brackets in a lesson", in: .lesson,
      "[checklist](../checklists/refund.md)", "[checklist] (../checklists/refund.md)",
      mend: .undo(says: "without blanks between or inside")),
    Mistake(
      "a heading of a job aid misspelt", in: .lesson,
      "words.md#when-they-are-angry)", "words.md#when-there-angry)",
      mend: .suggested(inPlaceOf: "#when-there-angry")),
    Mistake(
      "a heading of a job aid changed", in: .aid, "## When they are angry", "## Angry guests",
      at: .wordsOf("lessons/first-words.md", "#when-they-are-angry"),
      mend: .changes(
        says: "its text in lower case with hyphens for blanks",
        [
          .edit(
            "lessons/first-words.md", was: "#when-they-are-angry", becomes: "#angry-guests")
        ])),
    Mistake(
      "the wrong kind of image", in: .lesson, "(../desk.png)", "(../desk.jpg)",
      mend: .suggested(inPlaceOf: "../desk.jpg")),
    Mistake(
      "an image without words", in: .lesson,
      "![The front desk at eight in the morning]", "![]",
      mend: .undo(says: "Write it between the brackets")),
    Mistake(
      "a link without a target", in: .room,
      "[“I don't know yet. She is very upset about the lift.”](#the-offer)",
      "[“I don't know yet. She is very upset about the lift.”]()",
      mend: .undo(says: "`[words](#scene)`")),
    Mistake(
      "a choice without words", in: .room,
      "[“I don't know yet. She is very upset about the lift.”](#the-offer)", "[](#the-offer)",
      mend: .undo(says: "Put the words into the square brackets")),
    Mistake(
      "a choice that leads to the web", in: .room,
      "[“I don't know yet. She is very upset about the lift.”](#the-offer)",
      "[“I don't know yet. She is very upset about the lift.”](https://example.org/duty)",
      mend: .edit(
        says: "Link the outside page in the text",
        was: "[“I don't know yet. She is very upset about the lift.”](https://example.org/duty)",
        becomes: "[“I don't know yet. She is very upset about the lift.”](#the-offer)")),
    Mistake(
      "a choice with two scenes", in: .room,
      "[“Let me see what I may do.”](#the-manager)",
      "[“Let me see what I may do.”](#the-manager) or [wait](#the-offer)",
      mend: .undo(says: "Keep one link to a scene")),
    Mistake(
      "the unit behind the scene in a choice", in: .room,
      "[Ask for a minute](../checklists/refund.md), then [come back to her](#the-manager)",
      "[Come back to her](#the-manager) after [a minute](../checklists/refund.md)",
      mend: .undo(says: "Write the link to the unit first")),
    Mistake(
      "a role-play that plays itself", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Begin again](noisy-room.md)", mend: .undo(says: "Take one of these links out")),
    Mistake(
      "a choice that plays the certificate", in: .room,
      "[Look at the checklist first](../checklists/refund.md)",
      "[Look at the certificate](../certificate.md)",
      mend: .undo(says: "Link a unit that can be played")),
    Mistake(
      "a story's turn that leads to a checklist", in: .room,
      "[she thinks about it](#she-waits)", "[she thinks about it](../checklists/refund.md)",
      mend: .undo(says: "Link a scene")),
    Mistake(
      "a choice that is just text", in: .call,
      "[“It is early days. We'll sort out the details by mail.”](#the-question)",
      "“It is early days. We'll sort out the details by mail.”",
      mend: .undo(says: "Make its words a link")),
  ]
}
