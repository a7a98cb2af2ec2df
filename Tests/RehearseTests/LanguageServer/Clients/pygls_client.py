"""Drives `rehearse lsp` with pygls' client: python3 pygls_client.py REHEARSE COURSE-FOLDER

COURSE-FOLDER is a copy of LanguageServer/Course. Says each thing that it saw; ends with "done".
With a number behind it, it measures so many changes as well.
"""

import asyncio
import pathlib
import sys
import time

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PATH = "scenarios/last-call.md"


def place(range_):
    start, end = range_.start, range_.end
    return f"{start.line}:{start.character}-{end.line}:{end.character}"


def change(version, uri, line, start, end, text):
    return lsp.DidChangeTextDocumentParams(
        text_document=lsp.VersionedTextDocumentIdentifier(uri=uri, version=version),
        content_changes=[
            lsp.TextDocumentContentChangePartial(
                range=lsp.Range(
                    start=lsp.Position(line=line, character=start),
                    end=lsp.Position(line=line, character=end),
                ),
                text=text,
            )
        ],
    )


async def main(program, course, rounds):
    client = LanguageClient("rehearse-test", "1")
    told = asyncio.Queue()

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params):
        told.put_nowait(params)

    async def findings(uri, version):
        while True:
            params = await asyncio.wait_for(told.get(), 20)
            if params.uri == uri and params.version == version:
                return [d for d in params.diagnostics if d.severity == lsp.DiagnosticSeverity.Error]

    await client.start_io(program, "lsp")
    answer = await client.initialize_async(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities())
    )
    print("server", answer.server_info.name, answer.capabilities.position_encoding)
    client.initialized(lsp.InitializedParams())

    uri = (pathlib.Path(course).resolve() / PATH).as_uri()
    text = (pathlib.Path(course) / PATH).read_text("utf-8")
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(
            text_document=lsp.TextDocumentItem(
                uri=uri, language_id="markdown", version=1, text=text
            )
        )
    )
    print("opened", len(await findings(uri, 1)))

    client.text_document_did_change(change(2, uri, 20, 34, 35, "m"))
    for found in await findings(uri, 2):
        print("found", found.code, place(found.range), found.severity.name)
    document = lsp.TextDocumentIdentifier(uri=uri)
    link = lsp.Position(line=20, character=30)
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=document,
            range=lsp.Range(start=link, end=link),
            context=lsp.CodeActionContext(diagnostics=[]),
        )
    )
    print("mend", *[a.title for a in actions])
    client.text_document_did_change(change(3, uri, 20, 34, 35, "l"))
    print("mended", len(await findings(uri, 3)))

    completion = await client.text_document_completion_async(
        lsp.CompletionParams(
            text_document=document, position=lsp.Position(line=20, character=27)
        )
    )
    print("completion", *[item.label for item in completion])
    for location in await client.text_document_definition_async(
        lsp.DefinitionParams(text_document=document, position=link)
    ):
        print("definition", place(location.range))
    references = await client.text_document_references_async(
        lsp.ReferenceParams(
            text_document=document,
            position=link,
            context=lsp.ReferenceContext(include_declaration=True),
        )
    )
    print("references", len(references))
    hover = await client.text_document_hover_async(
        lsp.HoverParams(text_document=document, position=link)
    )
    print("hover", hover.contents.value.splitlines()[0])
    symbols = await client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(text_document=document)
    )
    print("symbols", len(symbols), symbols[0].name)
    prepared = await client.text_document_prepare_rename_async(
        lsp.PrepareRenameParams(text_document=document, position=link)
    )
    print("prepared", prepared.placeholder, place(prepared.range))
    edit = await client.text_document_rename_async(
        lsp.RenameParams(text_document=document, position=link, new_name="call")
    )
    print("renamed", *sorted(place(e.range) + e.new_text for e in edit.changes[uri]))
    try:
        await client.text_document_rename_async(
            lsp.RenameParams(text_document=document, position=link, new_name="who")
        )
    except Exception as error:
        print("refused", error)

    times = []
    for number in range(rounds):
        version = 4 + number
        begun = time.perf_counter()
        letter = "m" if number % 2 == 0 else "l"
        client.text_document_did_change(change(version, uri, 20, 34, 35, letter))
        await findings(uri, version)
        times.append((time.perf_counter() - begun) * 1000)
    if times:
        times.sort()
        print(f"milliseconds: least {times[0]:.1f}, half {times[len(times) // 2]:.1f}, most {times[-1]:.1f}")

    await client.shutdown_async(None)
    client.exit(None)
    print("done")


asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0))
