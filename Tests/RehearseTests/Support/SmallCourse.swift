/// A course with two certifications, each met in a few answers.
struct SmallCourse {
  let folder: Folder
  var path: String { folder.path }

  static let certificate = """
    ---
    kind: certification
    title: Plain speaker
    id: plain-speaker
    valid: 12 months
    renew: from 60 days before
    grace: 30 days
    expires: from the old expiry
    ---

    Awarded to those who say it plainly.

    ## Requirements

    - [Two questions](exam.md) `at least 50%` `each section 50%`
    - [What to say](lesson.md) `completed`

    ## Renewal

    - [One question](drill.md) `passed`

    """

  init() throws {
    folder = try Folder()
    try write(version: "1.0")
    try folder.write(Self.certificate, to: "certificate.md")
    try folder.write(
      """
      ---
      kind: certification
      title: Master speaker
      id: master
      ---

      ## Requirements

      - [Plain speaker](certificate.md) `passed`
      - [One question](drill.md) `passed`

      """, to: "master.md")
    try folder.write("---\nkind: lesson\ntitle: What to say\n---\n\nSay it.\n", to: "lesson.md")
    try folder.write(
      """
      ---
      kind: assessment
      title: Two questions
      pass: 50%
      attempts: 1
      ---

      ## Price `draw 1`

      ### Is it plain? `skill candour`

      Answer: true

      ## Date `draw 1`

      ### Is it true? `skill candour`

      Answer: true

      """, to: "exam.md")
    try folder.write(
      "---\nkind: assessment\ntitle: One question\npass: 100%\n---\n\n### Is it?\n\nAnswer: true\n",
      to: "drill.md")
  }

  func write(version: String) throws {
    try folder.write(
      """
      ---
      kind: course
      title: Plain words
      id: plain
      version: \(version)
      skills: candour = Candour
      ---

      1. [What to say](lesson.md)
      2. [Two questions](exam.md)
      3. [One question](drill.md)
      4. [Plain speaker](certificate.md)
      5. [Master speaker](master.md)

      """, to: "course.md")
  }
}
