/// How the pages look: on a screen by day and by night, at 320 pixels, and on paper. Each colour has
/// a contrast of 4.5 to 1 or more to what it stands on, and none says anything by itself.
enum PreviewStyle {
  static let sheet = """
    :root { color-scheme: light dark; --text: #1b1b1b; --page: #fff; --soft: #4a4a4a;
      --line: #767676; --tint: #f2f4f6; --link: #0b4f9c; --visited: #5b2c83; --good: #17552a;
      --good-tint: #e7f4ea; --bad: #8f1616; --bad-tint: #fdeaea; --note: #614300;
      --note-tint: #fff4d6; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e8e8e8; --page: #15171a; --soft: #bcc1c8; --line: #8b919a; --tint: #22262b;
        --link: #8fbdf7; --visited: #cdaef0; --good: #92d8a7; --good-tint: #14301d; --bad: #f7a8a8;
        --bad-tint: #3d1919; --note: #f1cd7c; --note-tint: #362c11; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
    body { margin: 0; font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      color: var(--text); background: var(--page); overflow-wrap: anywhere; }
    main, .bar > *, footer > * { max-width: 48rem; margin-left: auto; margin-right: auto;
      padding-left: 1rem; padding-right: 1rem; }
    main, .bar, footer { padding-top: 1rem; padding-bottom: 1rem; }
    .bar { background: var(--tint); border-bottom: 1px solid var(--line); }
    footer { border-top: 1px solid var(--line); color: var(--soft); margin-top: 2rem; }
    a { color: var(--link); } a:visited { color: var(--visited); }
    a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link);
      outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--page); }
    .skip:focus { left: .5rem; top: .5rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: .5rem 0 1rem; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 .8rem; padding-top: .6rem;
      border-top: 2px solid var(--line); }
    h3 { font-size: 1.12rem; line-height: 1.3; margin: 1.6rem 0 .5rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    p, ul, ol, dl, table, pre, blockquote, figure { margin: .7rem 0; }
    ul, ol { padding-left: 1.6rem; } li { margin: .25rem 0; }
    blockquote { margin-left: 0; padding: .1rem 0 .1rem 1rem; border-left: 4px solid var(--line); }
    code, pre { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace;
      font-size: .92em; }
    code { background: var(--tint); padding: 0 .2em; overflow-wrap: anywhere; }
    pre { background: var(--tint); padding: .7rem; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    pre code { padding: 0; }
    img { max-width: 100%; height: auto; } hr { border: 0; border-top: 1px solid var(--line); }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
    th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; min-width: 5rem; }
    td p { margin: 0; } th { background: var(--tint); } caption ~ thead th { overflow-wrap: normal; }
    th[scope="row"], caption ~ thead th:first-child { min-width: 6.5rem; } .centre { text-align: center; }
    .trailing { text-align: right; }
    .wide { overflow-x: auto; } .wide table { min-width: 34rem; }
    dl.facts { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr;
      gap: .2rem 1rem; }
    dl.facts dt { font-weight: 600; } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
    .why { font-size: 1.1rem; } .soft { color: var(--soft); }
    .inert { color: var(--soft); font-style: italic; }
    .raw { border: 1px dashed var(--line); padding: .1rem .6rem; margin: .7rem 0; }
    code.raw { padding: 0 .2em; } .raw pre { margin: .3rem 0; }
    .digest { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; }
    ul.marks { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem;
      margin: .4rem 0; }
    ul.marks li { border: 1px solid var(--line); border-radius: .3rem; padding: 0 .45rem;
      margin: 0; font-size: .92rem; overflow-wrap: anywhere; }
    ul.marks .good { color: var(--good); background: var(--good-tint); font-weight: 600; }
    ul.marks .bad { color: var(--bad); background: var(--bad-tint); font-weight: 600; }
    ul.marks .note { color: var(--note); background: var(--note-tint); }
    .scene, .question, .pause { border: 1px solid var(--line); border-radius: .4rem;
      padding: 0 1rem .3rem; margin: 1.2rem 0; }
    .scene > h3, .question > h3, .pause > h3 { margin-top: .8rem; }
    .scene:target, .question:target { outline: 3px solid var(--link); }
    .condition { color: var(--note); font-size: .92rem; margin-bottom: 0; }
    .condition + p { margin-top: .1rem; } .effects { color: var(--soft); font-size: .92rem; }
    .speech > p:first-of-type { margin-top: 0; } .who { font-weight: 700; }
    .ask { background: var(--note-tint); color: var(--note); padding: .4rem .7rem; }
    ol.way { list-style: none; padding: 0; } ol.ways > li { margin: 1rem 0; padding-left: .3rem; }
    ol.ways > li::marker { font-weight: 700; }
    .say { margin: 0 0 .2rem; } .best > .say { font-weight: 600; }
    .coach { margin: .4rem 0 .4rem .2rem; padding: .1rem .8rem; background: var(--tint);
      border-left: 4px solid var(--line); }
    .happens { margin: .4rem 0 .4rem .2rem; padding-left: .8rem;
      border-left: 4px solid var(--line); }
    .label { font-weight: 600; } .finding { border-left: 4px solid var(--line);
      padding-left: .8rem; margin: .8rem 0; }
    .finding.error { border-color: var(--bad); } .finding.warning { border-color: var(--note); }
    .finding p { margin: .2rem 0; }
    .warn { background: var(--bad-tint); color: var(--bad); padding: .5rem .8rem; }
    .warn a { color: inherit; }
    .drawing { overflow-x: auto; background: #fff; color: #000; border: 1px solid var(--line);
      padding: .5rem; }
    .drawing svg { display: block; margin: 0 auto; max-width: 100%; min-width: 44rem;
      height: auto; }
    .map figure { --w: min(100vw - 2.5rem, 90rem); width: var(--w);
      margin-left: calc(50% - var(--w) / 2); margin-right: 0; } figcaption { color: var(--soft); }
    nav ul { list-style: none; padding: 0; margin: 0; } .bar ul { display: flex;
      flex-wrap: wrap; gap: .2rem 1.2rem; }
    .here { background: var(--tint); padding: .6rem 1rem; }
    .here ul { columns: 2 14rem; }
    .signing { border: 2px solid var(--line); padding: 0 1rem 1rem; }
    .signing p { margin: .8rem 0; } .boxes { list-style: none; padding: 0; }
    .boxes li { margin: .5rem 0; } .fill { display: flex; gap: .6rem; align-items: flex-end;
      min-height: 2.6rem; } .fill::after { content: ""; flex: 1;
      border-bottom: 1px solid var(--text); }
    .fill.empty { min-height: 2.2rem; }
    @media (max-width: 30rem) {
      main, .bar > *, footer > * { padding-left: .8rem; padding-right: .8rem; } .scene, .question, .pause { padding: 0 .6rem .2rem; }
      dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: .4rem; }
      table { font-size: .9rem; } th, td { padding: .25rem .3rem; }
      th[scope="row"], caption ~ thead th:first-child { min-width: 5rem; }
      ul, ol { padding-left: 1.3rem; } h1 { font-size: 1.4rem; }
    }
    @page { margin: 18mm 16mm 20mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
    @media print {
      :root { color-scheme: light; --text: #000; --page: #fff; --soft: #333; --line: #666;
        --tint: #f4f4f4; --link: #000; --visited: #000; --good: #000; --good-tint: #fff;
        --bad: #000; --bad-tint: #fff; --note: #000; --note-tint: #fff; }
      body { font-size: 10.5pt; } .skip, .bar, .here { display: none; }
      main { padding: 0; max-width: none; } a { text-decoration: none; }
      a.web::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
      h1, h2, h3, h4, .label, .marks, .say, .condition, caption, thead
        { break-after: avoid; }
      ol.ways > li, .finding, tr, img, .coach, blockquote, .item
        { break-inside: avoid; }
      .signing { break-inside: avoid; } .storyboard { break-before: page; }
      .storyboard h2 { border-top: 0; }
      .map h2 { break-after: auto; }
      .map figure { width: auto; margin-left: 0; }
      .drawing { overflow: visible; border: 0; padding: 0; }
      .drawing svg { min-width: 0; }
      .wide { overflow: visible; } .wide table { min-width: 0; }
      p, li { orphans: 3; widows: 3; }
    }

    """
}
