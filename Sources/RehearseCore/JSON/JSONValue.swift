/// A JSON value (RFC 8259) as I-JSON (RFC 7493) narrows it: numbers are doubles, names occur once,
/// and text has no halves of surrogate pairs.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// Always finite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// A member of an object; nil where this is no object or has none of that name.
  package subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// A whole number that a double holds exactly.
  package var integer: Int? {
    guard case .number(let value) = self, value.magnitude <= 9_007_199_254_740_991 else {
      return nil
    }
    return Int(exactly: value)
  }

  /// Many properties of JSON-LD hold one thing or several: this is all of them.
  package var items: [JSONValue] {
    switch self {
    case .array(let items): items
    case .null: []
    default: [self]
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
}
