/// How the page of a certificate looks. `--u` is a tenth of a millimetre on paper, and the sheet is
/// 2630 by 1940 of them; on a wide screen it is what makes the same sheet fill the window, and on a
/// narrow one the sheet becomes a page that is read from the top.
enum CertificateStyle {
  static func sheet(_ colour: Colour) -> String {
    """
    :root { --accent: \(colour.text); --tint: \(colour.tint(16).text);
      --line: \(colour.tint(45).text); --ink: \(CertificateDrawing.ink);
      --soft: \(CertificateDrawing.soft); --u: calc(min(100vw - 4rem, 1184px) / 2630);
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "Liberation Serif",
        serif; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { -webkit-text-size-adjust: 100%; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }
    body { background: #e9ecef; color: var(--ink); font-family: "Segoe UI", Roboto,
      "Helvetica Neue", "Liberation Sans", Arial, sans-serif; padding: 2rem; }
    main { position: relative; width: calc(2630 * var(--u)); height: calc(1940 * var(--u));
      margin: 0 auto; background: #fff; display: flex; flex-direction: column;
      padding: calc(105 * var(--u)) calc(200 * var(--u)) calc(84 * var(--u));
      box-shadow: 0 2px 18px rgb(0 0 0 / .14); }
    main::before, main::after { content: ""; position: absolute; pointer-events: none;
      border: calc(8 * var(--u)) solid var(--accent); inset: calc(42 * var(--u)); }
    main::after { border-width: calc(2 * var(--u)); inset: calc(65 * var(--u)); }
    header { text-align: center; }
    .logo { display: block; height: calc(120 * var(--u)); max-width: calc(800 * var(--u));
      margin: 0 auto calc(18 * var(--u)); object-fit: contain; }
    .kicker { color: var(--soft); font-size: calc(38 * var(--u)); line-height: 1.3;
      margin-top: calc(44 * var(--u)); }
    .logo + .kicker { margin-top: 0; }
    h1 { color: var(--accent); font: 700 calc(var(--title) * var(--u)) / 1.16 var(--serif);
      text-wrap: balance; margin-top: calc(24 * var(--u)); overflow-wrap: anywhere; }
    .to { color: var(--soft); font-size: calc(40 * var(--u)); line-height: 1.2;
      margin-top: calc(30 * var(--u)); }
    .name { font: 400 calc(var(--name) * var(--u)) / 1.22 var(--serif); overflow-wrap: anywhere;
      text-wrap: balance; margin-top: calc(10 * var(--u)); }
    .name::after { content: ""; display: block; width: calc(300 * var(--u));
      height: calc(5 * var(--u)); background: var(--accent); margin: calc(20 * var(--u)) auto 0; }
    .about { font-size: calc(var(--about) * var(--u)); line-height: 1.45; text-wrap: balance;
      max-width: calc(1980 * var(--u)); margin: calc(28 * var(--u)) auto 0;
      overflow-wrap: anywhere; }
    .shown { flex: 1; min-height: 0; display: grid; align-content: center;
      grid-template-columns: calc(1290 * var(--u)) 1fr; column-gap: calc(100 * var(--u));
      font-size: calc(var(--rows) * var(--u)); line-height: 1.3; }
    .shown.alone { grid-template-columns: calc(1600 * var(--u)); justify-content: center; }
    h2 { color: var(--accent); font-size: calc(38 * var(--u)); line-height: 1.2; }
    ul { list-style: none; margin-top: calc(20 * var(--u)); }
    li { display: flex; align-items: baseline; margin-bottom: .4em; gap: .5em; }
    li > .what { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    li > .number { font-weight: 700; text-align: end; white-space: nowrap; }
    .met::before { content: ""; flex: none; width: .42em; height: .76em; margin: 0 .25em 0 .2em;
      border: solid var(--accent); border-width: 0 .14em .14em 0;
      transform: rotate(40deg) translateY(-.06em); align-self: flex-start; margin-top: .14em; }
    .skill > .what { flex: none; width: calc(400 * var(--u)); }
    .bar { flex: 1; height: .46em; background: var(--tint); align-self: flex-start;
      margin-top: .45em; }
    .bar > span { display: block; height: 100%; background: var(--accent); }
    .skill > .number { width: calc(124 * var(--u)); }
    .more { color: var(--soft); }
    .vouched { border-top: max(1px, calc(2 * var(--u))) solid var(--line); display: grid;
      grid-template-columns: calc(260 * var(--u)) calc(830 * var(--u)) 1fr;
      column-gap: calc(55 * var(--u)); padding-top: calc(32 * var(--u)); }
    .badge { width: calc(260 * var(--u)); height: calc(260 * var(--u)); object-fit: contain; }
    .trust h2 { font-size: calc(46 * var(--u)); margin-top: calc(8 * var(--u)); }
    .trust p { font-size: calc(36 * var(--u)); line-height: 1.38; margin-top: calc(8 * var(--u));
      overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: 1fr 1fr; gap: calc(26 * var(--u)) calc(40 * var(--u));
      align-content: start; margin-top: calc(12 * var(--u)); }
    .wide { grid-column: 1 / -1; }
    dt { color: var(--soft); font-size: calc(29 * var(--u)); line-height: 1.25; }
    dd { font-size: calc(40 * var(--u)); font-weight: 700; line-height: 1.18;
      overflow-wrap: anywhere; }
    footer { text-align: center; color: var(--soft); font-size: calc(26 * var(--u));
      line-height: 1.4; margin-top: calc(22 * var(--u)); }
    footer .own { color: var(--ink); font-size: calc(28 * var(--u)); }
    code { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; }
    @media screen and (max-width: 56rem) {
      :root { --u: .37px; }
      body { padding: 0; background: #fff; }
      main { width: auto; height: auto; box-shadow: none; padding: 2.2rem 1.6rem 1.8rem;
        border: .3rem solid var(--accent); }
      main::before { display: none; }
      main::after { inset: .25rem; border-width: 1px; }
      .logo { height: 3rem; max-width: 100%; margin-bottom: .8rem; }
      .kicker, .to { font-size: .95rem; margin-top: .4rem; }
      h1 { font-size: 1.75rem; } .to { margin-top: 1rem; }
      .name { font-size: 2.1rem; } .name::after { width: 6rem; height: 2px; margin-top: .8rem; }
      .about { font-size: 1.02rem; margin-top: 1rem; text-wrap: pretty; }
      .shown, .shown.alone { display: block; font-size: 1rem; }
      .shown section { margin-top: 1.8rem; } h2 { font-size: 1.1rem; }
      ul { margin-top: .6rem; } .skill > .what { width: 42%; } .skill > .number { width: 3.6rem; }
      .vouched { display: block; margin-top: 1.8rem; padding-top: 1.6rem; }
      .badge { display: block; width: 7rem; height: 7rem; margin: 0 auto 1rem; }
      .trust h2 { font-size: 1.25rem; } .trust p { font-size: 1rem; margin-top: .3rem; }
      dl { gap: .9rem; margin-top: 1.4rem; } dt { font-size: .88rem; } dd { font-size: 1.02rem; }
      footer { font-size: .85rem; margin-top: 1.8rem; overflow-wrap: anywhere; }
      footer p + p { margin-top: .6rem; } footer .own { font-size: .9rem; }
    }
    @page { size: landscape; margin: 0; }
    @media print {
      :root { --u: .1mm; }
      html, body { height: 100%; background: #fff; padding: 0; overflow: hidden; }
      main { position: fixed; inset: 0; margin: auto; box-shadow: none; break-inside: avoid; }
    }

    """
  }
}
