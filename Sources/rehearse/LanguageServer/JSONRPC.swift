import Foundation

/// JSON-RPC 2.0, as far as LSP uses it.
enum RequestID: Codable, Equatable {
  case number(Int)
  case string(String)
  case none

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    case .none: try container.encodeNil()
    }
  }
}

/// What every message has. One without a method is an answer to something that the server asked.
struct Envelope: Decodable {
  var id: RequestID?
  var method: String?
}

struct Incoming<Params: Decodable>: Decodable {
  var params: Params
}

/// Where nothing is asked for but that it is an object, or nothing at all.
struct NoParams: Decodable {
  init(from decoder: any Decoder) throws {}
}

struct ResponseError: Error, Encodable, Equatable {
  var code: Int
  var message: String

  static func parse(_ message: String) -> Self { Self(code: -32700, message: message) }
  static func invalidRequest(_ message: String) -> Self { Self(code: -32600, message: message) }
  static func methodNotFound(_ method: String) -> Self {
    Self(code: -32601, message: "There is no request “\(method)” here.")
  }
  static func invalidParams(_ message: String) -> Self { Self(code: -32602, message: message) }
  static let notInitialized = Self(code: -32002, message: "The first request is “initialize”.")
  /// The request was understood, and cannot be done.
  static func failed(_ message: String) -> Self { Self(code: -32803, message: message) }
}

struct SuccessResponse<Result: Encodable>: Encodable {
  var id: RequestID
  var result: Result?

  private enum Key: CodingKey { case jsonrpc, id, result }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("2.0", forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    // An answer without a result has null, and never nothing.
    try container.encode(result, forKey: .result)
  }
}

struct ErrorResponse: Encodable {
  var jsonrpc = "2.0"
  var id: RequestID
  var error: ResponseError
}

struct OutgoingNotification<Params: Encodable>: Encodable {
  var jsonrpc = "2.0"
  var method: String
  var params: Params
}

struct ServerRequest<Params: Encodable>: Encodable {
  var jsonrpc = "2.0"
  var id: RequestID
  var method: String
  var params: Params
}

enum JSONText {
  /// Half of a surrogate pair is no text, and no reader of JSON here takes it. An editor may send
  /// one while a picture character is being typed: it becomes U+FFFD, which counts as much.
  static func mendingSurrogates(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var index = 0
    func unit(at index: Int) -> UInt32? {
      guard index + 5 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      else { return nil }
      return UInt32(String(decoding: bytes[(index + 2)...(index + 5)], as: UTF8.self), radix: 16)
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let first = unit(at: index) else {
        index += 2
        continue
      }
      if (0xD800...0xDBFF).contains(first), let second = unit(at: index + 6),
        (0xDC00...0xDFFF).contains(second)
      {
        index += 12
        continue
      }
      if (0xD800...0xDFFF).contains(first) {
        result.replaceSubrange((index + 2)...(index + 5), with: Array("fffd".utf8))
      }
      index += 6
    }
    return result
  }
}
