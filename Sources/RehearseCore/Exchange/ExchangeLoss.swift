/// Everything that may not be carried between formats of questions, as data.
package enum ExchangeLoss: Equatable, Sendable {
  // Of whole questions
  case noSuchType(type: String, format: String)
  case notUnderstood(String)
  case noKey
  case noAnswers
  case tooFew(String)
  case tooManyInteractions(Int)
  case interaction(String)
  case cannotBeWritten
  case missingItem(String, reason: String)

  // Of what a question is worth and how it is marked
  case points(Int, format: String)
  case marking(String)
  case partialCredit(option: String, percent: String)
  case severalKeys
  case otherAnswers([String])
  case number(String)
  case rounded(String)
  case unit(String)
  case zeroRange(format: String)
  case tolerance(String)
  case caseMatters
  case wildcard(String)
  case bar(String)

  // Of its text
  case hints(Int, format: String)
  case feedbackJoined(String)
  case rubricAsText(format: String)
  case rubricMissing
  case formatting(String)
  case markup(String)
  case image(String)
  case mathematics
  case reworded(String)
  case repeated(String)
  case distractors([String])
  case quote
  case arrow(String)
  case withoutWords
  case titles(String, format: String)

  // Of its surroundings
  case keepOrder(format: String)
  case fixedOption
  case skill(String, format: String)
  case tags([String])
  case setting(String, format: String)
  case sourceSetting(String)
  case drawNeedsEqualPoints(String)
  case draw(String, format: String)
  case skillDraw(String, format: String)
  case textLeftOver(String)
  case code
  case newerThan(String)
}
