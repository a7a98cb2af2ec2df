/// An assessment as the rules on questions see it.
struct Exam {
  let path: String
  let assessment: Assessment
  let questions: [Question]
}

extension CourseReview {
  var exams: [Exam] {
    units.compactMap { unit in
      guard case .assessment(let assessment) = unit.content else { return nil }
      return Exam(
        path: unit.about.path, assessment: assessment,
        questions: assessment.sections.flatMap(\.questions))
    }
  }

  /// Whether the rules that read English words apply: a course that names no language is in English.
  var isEnglish: Bool {
    guard let language = course.outline.language?.lowercased(), !language.isEmpty else {
      return true
    }
    return language == "english" || language.prefix { $0.isLetter } == "en"
  }
}

extension Question {
  /// The options of a choice, with one key or several.
  var options: [AnswerOption]? {
    switch form {
    case .single(let single): single.options
    case .multiple(let multiple): multiple.options
    default: nil
    }
  }

  /// The options of a choice with one key, and the place of the key.
  var single: (options: [AnswerOption], key: Int)? {
    guard case .single(let single) = form,
      let key = single.options.firstIndex(where: \.isRight)
    else { return nil }
    return (single.options, key)
  }
}

extension AnswerOption {
  var words: String { text.plainText }
  var length: Int { text.plainText.unicodeScalars.count }
}

extension [Inline] {
  /// From the first to the last of them; nil where there are none.
  var range: SourceRange? {
    guard let first, let last else { return nil }
    return SourceRange(first.range.start, last.range.end)
  }
}
