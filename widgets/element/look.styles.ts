/**
 * The frame of every panel: box, heading, controls, notice, source line. --gk- names are the tokens a host page may set;
 * --_ names are what the panel draws with: the token where it is set, else our value. Dark colours follow the host page's
 * color-scheme, or the tag's theme; a page that declares none stays light.
 */
export const look = `
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .panel {
    --_ink: var(--gk-ink, light-dark(#1a1a1a, #e9e7e3));
    --_muted: var(--gk-muted, light-dark(#595959, #aeaba5));
    --_paper: var(--gk-paper, light-dark(#fff, #17191c));
    --_rule: var(--gk-rule, light-dark(#d4d4d0, #3b3e43));
    --_accent: var(--gk-accent, light-dark(#0b4f8a, #8ec5f5));
    --_inset: var(--gk-inset, 16px);
    --_line: 1px solid var(--_rule);

    /* Nothing of the host page's text settings comes in: indents, spacing, line height, size. */
    all: initial;
    color-scheme: inherit;
    direction: inherit;
    display: block;
    /* Drawn when it is near: until then as large as a usual one, so that a page with many can be used at once. */
    content-visibility: auto;
    contain-intrinsic-size: auto 20em auto 30em;
    padding: 12px var(--_inset);
    border-block-start: 2px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
    /* The reader's own size: a page that scales "rem" for its layout must not scale the text. */
    font-size: var(--gk-size, medium);
    font-family: var(--gk-font, system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
    line-height: 1.7;
    font-variant-numeric: tabular-nums lining-nums;
    text-autospace: normal;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
  }

  /* Where a box is as wide as what is in it (a float, a flex box, a table), a panel takes the room there is. */
  .panel::before {
    display: grid;
    grid-template-columns: minmax(0, 60em);
    content: '';
  }

  :host([theme='light']) .panel {
    color-scheme: light;
  }

  :host([theme='dark']) .panel {
    color-scheme: dark;
  }

  :host([size='large']) .panel {
    --_muted: var(--_ink);
    font-size: calc(var(--gk-size, 16px) * 1.375);
  }

  .panel:lang(en) {
    line-height: 1.5;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  a,
  .deeper {
    color: var(--_accent);
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
    text-decoration-color: color-mix(in srgb, currentColor 40%, transparent);
  }

  .keep,
  time {
    white-space: nowrap;
  }

  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }

  .title a {
    color: inherit;
    text-decoration-color: transparent;
  }

  /* Words in a frame beside it count for the balance, and a title would end in its last character. */
  .title:has(.badge) {
    text-wrap: wrap;
  }

  .sentence {
    flex: 1 15em;
    max-inline-size: 38em;
    margin-block: 4px 0;
    text-wrap: pretty;
  }

  .small {
    font-size: 0.875em;
    color: var(--_muted);
  }

  .sample {
    font-size: 0.65em;
    font-weight: 400;
    vertical-align: 0.2em;
    padding: 0 5px;
    border: 1px solid;
    color: var(--_muted);
    white-space: nowrap;
  }

  .source,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 16px;
  }

  .source {
    margin-block-start: 16px;
    padding-block-start: 6px;
    border-block-start: var(--_line);
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 2;
  }

  .bar {
    block-size: 0.9em;
    inline-size: 86%;
    margin-block: 1em;
    background: var(--_rule);
    opacity: 0.5;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
