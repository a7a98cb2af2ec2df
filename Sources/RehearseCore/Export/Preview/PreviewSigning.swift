/// The place to sign on paper. What was signed can be told by the digest.
enum PreviewSigning {
  static func html(_ course: PreviewCourse, _ path: String, _ title: String) -> HTML {
    let about = course.course.about.title
    let whole = path == "course.md"
    let subject: HTML =
      whole ? "The course “\(about)”" : "“\(title)” of the course “\(about)”"
    return """
      <div class="signing">
      <p>\(subject), \(course.edition). To be filled in on paper.</p>
      <ul class="boxes">
      <li>☐ Approved as it stands</li>
      <li>☐ Approved with the changes noted below</li>
      <li>☐ Not approved</li>
      </ul>
      <p class="fill">Approved by</p>
      <p class="fill">Date</p>
      <p class="fill">Signature</p>
      <p class="fill">Remarks</p>
      \(HTML.checked(String(repeating: "<p class=\"fill empty\"></p>\n", count: 3)))</div>

      """
  }

  /// A line for each unit, to be ticked off.
  static func table(_ course: PreviewCourse) -> HTML {
    let rows = course.order.filter { $0 != "course.md" }.map { path -> HTML in
      """
      <tr><th scope="row">\(course.link(path, from: "course.md"))</th><td>☐ yes ☐ changes ☐ no\
      </td><td></td></tr>

      """
    }
    return """
      <table>
      <caption>Unit by unit</caption>
      <thead><tr><th scope="col">Unit</th><th scope="col">Approved</th>\
      <th scope="col">Name, date, remarks</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }
}
