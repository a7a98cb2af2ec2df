extension Exam {
  /// Whether something hangs on it: attempts are counted, or a certification asks for it.
  func isExam(_ required: Set<String>) -> Bool {
    assessment.attempts != nil || required.contains(path)
  }

  var passPlace: SourceRange {
    assessment.passRange ?? assessment.attemptsRange ?? .firstCharacter
  }
}

extension CourseReview {
  /// The paths of all units that certifications ask for.
  var requiredUnits: Set<String> {
    var paths: Set<String> = []
    func visit(_ requirement: Certification.Requirement) {
      switch requirement {
      case .unit(let path, _, _, _): paths.insert(path)
      case .any(_, let inner, _): inner.forEach(visit)
      }
    }
    for unit in units {
      if case .certification(let certification) = unit.content {
        certification.requirements.forEach(visit)
        certification.renewal.forEach(visit)
      }
    }
    return paths
  }
}
