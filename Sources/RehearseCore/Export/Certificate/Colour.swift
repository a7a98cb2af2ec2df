/// A colour of sRGB, as `#1a4d6e`.
package struct Colour: Equatable, Sendable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#1a4d6e`, in either case.
  package init?(_ text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), text.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  package static let white = Colour(red: 255, green: 255, blue: 255)

  package var text: String {
    let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  /// How well text in one stands out on the other, from 1 to 21 (WCAG 2.2, “contrast ratio”).
  package func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Whether text in it can be read on white, at any size (WCAG 2.2, 1.4.3).
  package var isReadableOnWhite: Bool { contrast(to: .white) >= 4.5 }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ part: UInt8) -> Double {
    let share = Double(part) / 255
    guard share > 0.04045 else { return share / 12.92 }
    let base = (share + 0.055) / 1.055
    // base to the power of 2.4 is the square times the fifth root of the square.
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let power = root * root * root * root
      root -= (power * root - square) / (5 * power)
    }
    return square * root
  }
}

extension Colour {
  /// The colour thinned with white until `percent` of it is left.
  func tint(_ percent: Int) -> Colour {
    func mixed(_ part: UInt8) -> UInt8 {
      UInt8((Int(part) * percent + 255 * (100 - percent) + 50) / 100)
    }
    return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}
