/// A course as pages for the expert who has to approve its content and never opens a terminal. The
/// same course gives the same pages to the byte.
package struct CoursePreview {
  package struct Page: Equatable, Sendable {
    /// From the folder of the preview, with `/` between its parts.
    package var path: String
    package var text: String
  }

  private let course: PreviewCourse

  /// - Parameters:
  ///   - diagnostics: everything there is to say about the course.
  ///   - digest: the SHA-256 that names its content, in hexadecimal digits.
  ///   - date: the day that the pages show, as it stands; nil for none.
  package init(
    _ review: CourseReview, diagnostics: [Diagnostic], digest: String, date: String? = nil
  ) {
    course = PreviewCourse(review, diagnostics: diagnostics, digest: digest, date: date)
  }

  /// A drawing of more scenes is one that nobody finds anything in.
  private static let maximumDrawn = 300

  /// The maps of the scenarios that can be drawn, in the DOT language, by path. Their scenes lead to
  /// those of the storyboard.
  package var maps: [(path: String, dot: String)] {
    course.order.compactMap { path in
      course.review.analyses[path].flatMap { analysis -> (path: String, dot: String)? in
        guard analysis.scenario.scenes.count <= Self.maximumDrawn else { return nil }
        let map = ScenarioMap(title: course.title(of: path), analysis)
        return (path, ScenarioDOT.text(map) { "#" + PreviewLinks.fragment($0.id) })
      }
    }
  }

  /// The images that pages show or link to, by their paths in the course.
  package var images: [String] {
    var images: Set<String> = []
    for unit in course.course.units.values {
      for link in unit.links {
        if let image = course.links.image(link.destination, in: unit.about.path) {
          images.insert(image.file)
        }
      }
    }
    return images.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Parameter drawings: SVG of scenarios as Graphviz writes it, by path. One that is not understood
  ///   is left out: the map stands in words too.
  package func pages(drawings: [String: String] = [:]) -> [Page] {
    let pages = UnitPages(course: course, drawings: drawings.compactMapValues(PreviewDrawing.html))
    return course.order.compactMap { path in
      course.links.page(of: path).map { Page(path: $0, text: pages.page(path).text) }
    }
  }
}
