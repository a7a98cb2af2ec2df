import Foundation
import RehearseCore

/// The language server: takes messages and hands out messages. It knows no clock and no descriptor;
/// times are what its caller says.
struct LanguageServer {
  enum Phase { case waiting, running, shutDown }

  private let send: (Data) -> Void
  var documents = OpenDocuments()
  var desk = CourseDesk()
  private(set) var schedule = CheckSchedule()
  var encoding = PositionEncoding.utf16
  var client = InitializeParams.Capabilities()
  private var phase = Phase.waiting
  /// Set once the editor wants the server to end.
  private(set) var exitStatus: Int32?

  init(send: @escaping (Data) -> Void) { self.send = send }

  // MARK: Messages

  /// Takes what came in the place of a message.
  mutating func receive(_ frame: MessageFraming.Frame, at now: Duration) {
    switch frame {
    case .message(let body): receive(body, at: now)
    case .failure(let message): answer(.none, .parse(message))
    }
  }

  private mutating func receive(_ body: [UInt8], at now: Duration) {
    let body = Data(JSONText.mendingSurrogates(body))
    let envelope: Envelope
    do {
      envelope = try JSONDecoder().decode(Envelope.self, from: body)
    } catch DecodingError.dataCorrupted {
      return answer(.none, .parse("This is not JSON."))
    } catch {
      return answer(.none, .invalidRequest("A message is an object with a method."))
    }
    guard let method = envelope.method else {
      // An answer to what the server asked needs nothing more.
      if envelope.id == nil {
        answer(.none, .invalidRequest("A message has a method or an id."))
      }
      return
    }
    if let id = envelope.id {
      respond(to: method, id, body)
    } else {
      take(method, body, at: now)
    }
  }

  private func write(_ message: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(message) else { return }
    send(data)
  }

  func answer(_ id: RequestID, _ error: ResponseError) {
    write(ErrorResponse(id: id, error: error))
  }

  func notify(_ method: String, _ params: some Encodable) {
    write(OutgoingNotification(method: method, params: params))
  }

  // MARK: Requests

  private mutating func respond(to method: String, _ id: RequestID, _ body: Data) {
    switch (method, phase) {
    case ("initialize", .waiting): respond(id, body) { $0.initialize($1) }
    case ("initialize", _): answer(id, .invalidRequest("The server was initialized before."))
    case (_, .waiting): answer(id, .notInitialized)
    case (_, .shutDown): answer(id, .invalidRequest("The server was shut down."))
    case ("shutdown", _):
      phase = .shutDown
      write(SuccessResponse<Bool>(id: id, result: nil))
    case ("textDocument/completion", _): respond(id, body) { $0.completions($1) }
    case ("textDocument/definition", _): respond(id, body) { $0.definition($1) }
    case ("textDocument/references", _): respond(id, body) { $0.references($1) }
    case ("textDocument/documentSymbol", _): respond(id, body) { $0.symbols($1) }
    case ("textDocument/hover", _): respond(id, body) { $0.hover($1) }
    case ("textDocument/prepareRename", _): respond(id, body) { try $0.prepareRename($1) }
    case ("textDocument/rename", _): respond(id, body) { try $0.rename($1) }
    case ("textDocument/codeAction", _): respond(id, body) { $0.codeActions($1) }
    default: answer(id, .methodNotFound(method))
    }
  }

  private mutating func respond<Params: Decodable, Result: Encodable>(
    _ id: RequestID, _ body: Data, _ work: (inout Self, Params) throws -> Result?
  ) {
    let params: Params
    do {
      params = try JSONDecoder().decode(Incoming<Params>.self, from: body).params
    } catch {
      return answer(id, .invalidParams("The params of this request are not what it takes."))
    }
    do {
      write(SuccessResponse(id: id, result: try work(&self, params)))
    } catch {
      answer(id, error as? ResponseError ?? .failed("\(error)"))
    }
  }

  private mutating func initialize(_ params: InitializeParams) -> InitializeResult? {
    client = params.capabilities ?? client
    // UTF-16 is what every editor knows; UTF-8 saves counting.
    if client.general?.positionEncodings?.contains("utf-8") == true { encoding = .utf8 }
    phase = .running
    return InitializeResult(
      capabilities: InitializeResult.Capabilities(positionEncoding: encoding.rawValue))
  }

  // MARK: Notifications

  private mutating func take(_ method: String, _ body: Data, at now: Duration) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized":
      if client.workspace?.didChangeWatchedFiles?.dynamicRegistration == true {
        write(
          ServerRequest(
            id: .string("watch"), method: "client/registerCapability",
            params: RegistrationParams.watchedFiles))
      }
    case "textDocument/didOpen":
      guard let params: DidOpenParams = params(body) else { return }
      documents.open(params.textDocument)
      arrange(at: now)
      wantCheck(of: params.textDocument.uri, at: now)
    case "textDocument/didChange":
      guard let params: DidChangeParams = params(body), documents.change(params, encoding),
        let folder = place(of: params.textDocument.uri)?.folder
      else { return }
      desk.makeStale(folder)
      schedule.changed(folder, at: now)
    case "textDocument/didSave":
      guard let params: TextDocumentParams = params(body) else { return }
      arrange(at: now)
      wantCheck(of: params.textDocument.uri, at: now)
    case "textDocument/didClose":
      guard let params: TextDocumentParams = params(body) else { return }
      wantCheck(of: params.textDocument.uri, at: now)
      documents.close(params.textDocument.uri)
      arrange(at: now)
    case "workspace/didChangeWatchedFiles":
      guard let params: WatchedFilesParams = params(body) else { return }
      arrange(at: now)
      for path in params.changes.compactMap({ FileURI.path($0.uri) }) {
        for folder in desk.folders(with: path) { wantCheck(ofFolder: folder, at: now) }
      }
    // Requests are answered in their order, at once: by the time one could be cancelled, it is done.
    default: break
    }
  }

  private func params<Params: Decodable>(_ body: Data) -> Params? {
    try? JSONDecoder().decode(Incoming<Params>.self, from: body).params
  }

  // MARK: Checks

  func place(of uri: String) -> CourseDesk.Place? {
    documents[uri].map { CourseDesk.place(of: $0.path, documents) }
  }

  private mutating func wantCheck(of uri: String, at now: Duration) {
    if let folder = place(of: uri)?.folder { wantCheck(ofFolder: folder, at: now) }
  }

  private mutating func wantCheck(ofFolder folder: String, at now: Duration) {
    desk.makeStale(folder)
    schedule.wants(folder, at: now)
  }

  private mutating func arrange(at now: Duration) {
    let change = desk.arrange(documents)
    for folder in change.closed { schedule.forget(folder) }
    for params in change.forget { notify("textDocument/publishDiagnostics", params) }
    for folder in change.opened { schedule.wants(folder, at: now) }
  }

  /// Tells the editor about the courses whose time has come.
  mutating func check(at now: Duration) {
    for folder in schedule.take(at: now) {
      for params in desk.news(of: folder, documents, encoding) {
        notify("textDocument/publishDiagnostics", params)
      }
    }
  }
}
