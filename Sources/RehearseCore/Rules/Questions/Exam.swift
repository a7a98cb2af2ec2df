/// An assessment as the rules on questions see it: its words are read once for all of them.
struct Exam {
  let path: String
  let assessment: Assessment
  let questions: [ExamQuestion]
  /// The words of stems and options.
  let vocabulary: Vocabulary

  init(_ assessment: Assessment, path: String) {
    self.path = path
    self.assessment = assessment
    var vocabulary = Vocabulary()
    questions = assessment.sections.flatMap(\.questions).map { ExamQuestion($0, &vocabulary) }
    self.vocabulary = vocabulary
  }
}

struct ExamQuestion {
  let question: Question
  /// The words of the stem, without what stands there in quotation marks.
  let stem: [Vocabulary.Word]
  /// The options of a choice, with one key or several.
  let options: [ExamOption]?

  init(_ question: Question, _ vocabulary: inout Vocabulary) {
    self.question = question
    stem = vocabulary.words(of: EnglishWords.unquoted(question.stem.plainText))
    let options: [AnswerOption]? =
      switch question.form {
      case .single(let single): single.options
      case .multiple(let multiple): multiple.options
      default: nil
      }
    self.options = options?.map { ExamOption($0, question, &vocabulary) }
  }

  var range: SourceRange { question.range }

  /// The options of a choice with one key, and the place of the key.
  var single: (options: [ExamOption], key: Int)? {
    guard case .single = question.form, let options,
      let key = options.firstIndex(where: \.isRight)
    else { return nil }
    return (options, key)
  }
}

struct ExamOption {
  let text: String
  let words: [Vocabulary.Word]
  /// In code points.
  let length: Int
  let isRight: Bool
  let hasDigit: Bool
  /// Whether a part of it is more than plain letters: code, emphasis, a link.
  let isMarkedUp: Bool
  let range: SourceRange

  init(_ option: AnswerOption, _ question: Question, _ vocabulary: inout Vocabulary) {
    text = option.text.plainText
    words = vocabulary.words(of: text)
    length = text.utf8.count { $0 & 0xC0 != 0x80 }
    isRight = option.isRight
    hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
    isMarkedUp = option.text.isMarkedUp
    range = option.text.range ?? question.range
  }
}

extension CourseReview {
  /// Whether the rules that read English words apply: a course that names no language is in English.
  var isEnglish: Bool {
    guard let language = course.outline.language?.lowercased(), !language.isEmpty else {
      return true
    }
    return language == "english" || language.prefix { $0.isLetter } == "en"
  }
}

extension [Inline] {
  /// From the first to the last of them; nil where there are none.
  var range: SourceRange? {
    guard let first, let last else { return nil }
    return SourceRange(first.range.start, last.range.end)
  }

  var isMarkedUp: Bool {
    contains {
      switch $0.kind {
      case .text, .softBreak, .lineBreak: false
      default: true
      }
    }
  }
}
