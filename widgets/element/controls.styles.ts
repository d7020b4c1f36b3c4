/** How controls, states and notices look. */
export const controlsLook = `
  .panel {
    --_mark: var(--gk-mark, light-dark(#ffe89c, #5c4a00));
    --_control: light-dark(#767676, #8b8984);
    --_wash: light-dark(#e4ecf3, #243342);
  }

  :host([size='large']) .panel {
    --_control: var(--_ink);
  }

  /* Browsers that know no light-dark() are light. */
  @supports not (color: light-dark(#000, #fff)) {
    .panel {
      --_ink: var(--gk-ink, #1a1a1a);
      --_muted: var(--gk-muted, #595959);
      --_paper: var(--gk-paper, #fff);
      --_rule: var(--gk-rule, #d4d4d0);
      --_accent: var(--gk-accent, #0b4f8a);
      --_mark: var(--gk-mark, #ffe89c);
      --_control: #767676;
      --_wash: #e4ecf3;
    }
  }

  a:hover,
  .deeper:hover {
    text-decoration: underline 2px;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .deeper {
    min-height: 24px;
    padding: 0;
    border: 0;
    font-size: inherit;
    text-align: start;
  }

  .notice,
  button,
  .field {
    font-size: 0.875em;
  }

  button,
  .field {
    min-height: 36px;
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--_control);
    border-radius: 2px;
    background: none;
    color: var(--_ink);
    font-family: inherit;
    line-height: 1.5;
  }

  button,
  summary {
    cursor: pointer;
  }

  button:hover {
    border-color: var(--_ink);
  }

  .notice {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_tone, var(--_muted));
  }

  .panel > .notice {
    margin-block: 12px;
  }

  mark {
    background: var(--_mark);
    color: var(--_ink);
  }

  .title .badge {
    font-size: 0.65em;
    font-weight: 400;
  }

  /* Whole, unless it is longer than a line. */
  .badge {
    display: inline-block;
    color: var(--_ink);
  }

  .shape {
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-end: 0.35em;
    fill: var(--_tone, var(--_muted));
    vertical-align: -0.05em;
  }

  .shape.good {
    fill: var(--_accent);
  }

  .red {
    --_tone: #c4161c;
  }

  .orange {
    --_tone: #e06c00;
  }

  .yellow {
    --_tone: #e0b000;
  }

  .blue {
    --_tone: #1f6fc4;
  }

  select {
    background: var(--_paper);
  }

  .back {
    margin-block-end: 4px;
    font-size: 0.875em;
  }

  .menu[open] {
    flex-basis: 100%;
  }

  .fresh {
    background: var(--_mark);
    box-shadow: 0 0 0 4px var(--_mark);
    color: var(--_ink);
  }

  .code {
    display: none;
  }

  @media print {
    .panel {
      --_ink: #000;
      --_muted: #333;
      --_paper: #fff;
      --_accent: #000;
      --_inset: 4px;
      content-visibility: visible;
    }

    button:not(th *),
    .menu,
    .contents {
      display: none;
    }

    .code {
      display: block;
      inline-size: 7em;
      margin-inline-end: calc(100% - 7em);
    }

    .permalink::after {
      content: ' ' attr(href);
    }
  }
  .block .block {
    margin-block-start: 12px;
  }

  .quiet {
    min-height: 24px;
    padding: 0 8px;
    font-size: 0.8125em;
  }

  .caption b:only-of-type + .quiet {
    margin-inline-start: auto;
  }

  [aria-pressed='true'] {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_paper);
  }

  .zero {
    fill: var(--_ink);
  }

  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
  }

  .figures b {
    font-size: 1.5625em;
    line-height: 1.3;
  }

  a.figure {
    color: inherit;
    white-space: nowrap;
    text-decoration: underline dotted;
  }

  /* Hidden, it takes no room: what is fixed does not widen a page. */
  a + .tip {
    position: fixed;
    max-inline-size: 20em;
    margin-block-start: 1.7em;
    padding: 4px 8px;
    border: 1px solid;
    background: Canvas;
    color: CanvasText;
    font-size: 0.875em;
    visibility: hidden;
  }

  a:focus + .tip,
  a:hover + .tip {
    position: absolute;
    visibility: visible;
  }
`;
