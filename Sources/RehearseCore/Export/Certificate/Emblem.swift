/// The badge of a course that brings none: something was said, and it was right. One drawing, as SVG
/// and as PNG, on a square of 400.
package enum Emblem {
  private static let centre = 200
  private static let radius = 196
  private static let ring = (inner: 171, outer: 177)
  private static let bubble = (left: 106, top: 116, right: 294, bottom: 246, corner: 28)
  private static let tail = [(150, 240), (146, 298), (206, 240)]
  private static let check = [(154, 182), (188, 216), (248, 148)]
  private static let stroke = 24

  /// The drawing's elements, on a field from 0 to 400 in both directions.
  static func shapes(_ colour: Colour) -> HTML {
    let mark = check.map { "\($0.0) \($0.1)" }.joined(separator: " L ")
    let point = tail.map { "\($0.0),\($0.1)" }.joined(separator: " ")
    return """
      <circle cx="\(centre)" cy="\(centre)" r="\(radius)" fill="\(colour.text)"/>\
      <circle cx="\(centre)" cy="\(centre)" r="\((ring.inner + ring.outer) / 2)" fill="none" \
      stroke="#ffffff" stroke-width="\(ring.outer - ring.inner)"/>\
      <rect x="\(bubble.left)" y="\(bubble.top)" width="\(bubble.right - bubble.left)" \
      height="\(bubble.bottom - bubble.top)" rx="\(bubble.corner)" fill="#ffffff"/>\
      <polygon points="\(point)" fill="#ffffff"/>\
      <path d="M \(mark)" fill="none" stroke="\(colour.text)" stroke-width="\(stroke)" \
      stroke-linecap="round" stroke-linejoin="round"/>
      """
  }

  package static func svg(_ colour: Colour) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">\
    \(shapes(colour).text)</svg>

    """
  }

  // MARK: PNG

  /// The drawing with 400 × 400 pixels. The same colour gives the same bytes everywhere.
  package static func png(_ colour: Colour) -> [UInt8] {
    let side = 2 * centre
    var rows: [UInt8] = []
    rows.reserveCapacity(side * (side + 1))
    for y in 0..<side {
      rows.append(0)
      for x in 0..<side { rows.append(pixel(x, y)) }
    }
    let header = PNGFile.bigEndian(UInt32(side)) + PNGFile.bigEndian(UInt32(side)) + [8, 3, 0, 0, 0]
    return PNGFile.signature + PNGFile.chunk("IHDR", header)
      + PNGFile.chunk("PLTE", palette(colour))
      + PNGFile.chunk("tRNS", (0...16).map { UInt8($0 * 255 / 16) })
      + PNGFile.chunk("IDAT", RunLengthZlib.stream(rows, period: side + 1))
      + PNGFile.chunk("IEND", [])
  }

  /// 0 to 16 are the colour, from nothing to full; 17 to 32 are its way to white.
  private static func palette(_ colour: Colour) -> [UInt8] {
    let parts = [colour.red, colour.green, colour.blue]
    return (0...32).flatMap { index -> [UInt8] in
      let white = max(index - 16, 0)
      return parts.map { UInt8((Int($0) * (16 - white) + 255 * white + 8) / 16) }
    }
  }

  private enum Paint { case none, colour, white }

  /// Eighths of a pixel, so that each of 4 × 4 points in one has whole coordinates.
  private static func pixel(_ x: Int, _ y: Int) -> UInt8 {
    let corners = [1, 7].flatMap { dy in [1, 7].map { paint(8 * x + $0, 8 * y + dy) } }
    // No shape is as small as a pixel.
    if corners.dropFirst().allSatisfy({ $0 == corners[0] }) {
      return corners[0] == .none ? 0 : corners[0] == .colour ? 16 : 32
    }
    var white = 0
    var colour = 0
    for dy in [1, 3, 5, 7] {
      for dx in [1, 3, 5, 7] {
        switch paint(8 * x + dx, 8 * y + dy) {
        case .none: break
        case .colour: colour += 1
        case .white: white += 1
        }
      }
    }
    return UInt8(white > 0 ? 16 + white : colour)
  }

  private static func paint(_ x: Int, _ y: Int) -> Paint {
    let (dx, dy) = (x - 8 * centre, y - 8 * centre)
    let distance = dx * dx + dy * dy
    func square(_ length: Int) -> Int { 64 * length * length }
    guard distance <= square(radius) else { return .none }
    if distance >= square(ring.inner), distance <= square(ring.outer) { return .white }
    guard isInBubble(x, y) || isInTail(x, y) else { return .colour }
    return zip(check, check.dropFirst()).contains { isNear(x, y, $0, $1) } ? .colour : .white
  }

  private static func isInBubble(_ x: Int, _ y: Int) -> Bool {
    let inset = 8 * bubble.corner
    let dx = max(8 * bubble.left + inset - x, x - 8 * bubble.right + inset, 0)
    let dy = max(8 * bubble.top + inset - y, y - 8 * bubble.bottom + inset, 0)
    return dx * dx + dy * dy <= inset * inset
  }

  private static func isInTail(_ x: Int, _ y: Int) -> Bool {
    var signs: Set<Int> = []
    for (index, a) in tail.enumerated() {
      let b = tail[(index + 1) % tail.count]
      let cross = (b.0 - a.0) * (y - 8 * a.1) - (b.1 - a.1) * (x - 8 * a.0)
      signs.insert(cross.signum())
    }
    return !signs.isSuperset(of: [1, -1])
  }

  /// Whether a point is on the stroke from `a` to `b`, round ends included.
  private static func isNear(_ x: Int, _ y: Int, _ a: (Int, Int), _ b: (Int, Int)) -> Bool {
    let (ax, ay) = (8 * a.0, 8 * a.1)
    let (vx, vy) = (8 * b.0 - ax, 8 * b.1 - ay)
    let (px, py) = (x - ax, y - ay)
    let length = vx * vx + vy * vy
    let along = min(max(px * vx + py * vy, 0), length)
    // The distance times the length of the stroke, so that nothing is rounded.
    let (dx, dy) = (px * length - along * vx, py * length - along * vy)
    let reach = 4 * stroke * length
    return dx.magnitude < 1 << 31 && dy.magnitude < 1 << 31 && dx * dx + dy * dy <= reach * reach
  }
}
