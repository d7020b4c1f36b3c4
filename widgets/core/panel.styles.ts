import { css } from 'lit';

/** The furniture of every panel: box, heading, controls, notice, source line. */
export const panelStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  /* Nothing of the host page's text settings comes in: indents, spacing, line height, size. */
  .panel {
    all: initial;
    color-scheme: inherit;
    direction: inherit;
    display: block;
    box-sizing: border-box;
    padding: 12px var(--_inset) 16px;
    border-block-start: 2px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
    /* The reader's own size: a page that scales "rem" for its layout must not scale the text. */
    font-size: var(--gk-size, medium);
    font-family: var(--_font);
    line-height: 1.7;
    font-variant-numeric: tabular-nums;
    text-autospace: normal;
    text-spacing-trim: normal;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
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
  dd {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
  }

  a:hover {
    text-decoration-thickness: 2px;
    text-decoration-color: currentColor;
  }

  mark {
    background: var(--_mark);
    color: var(--_ink);
  }

  .keep {
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  [tabindex='-1']:focus-visible {
    outline-offset: 4px;
  }

  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }

  .muted,
  .small {
    color: var(--_muted);
    font-size: 0.875em;
  }

  .sample {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--_control);
    border-radius: 2px;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 400;
    line-height: 1.5;
    vertical-align: 0.15em;
    white-space: nowrap;
  }

  .title .sample {
    font-size: 0.65em;
    vertical-align: 0.25em;
  }

  .validity {
    color: var(--_ink);
    white-space: nowrap;
  }

  header {
    margin-block-end: 8px;
  }

  .validity svg {
    inline-size: 0.85em;
    block-size: 0.85em;
    margin-inline-end: 4px;
    color: var(--_muted);
    vertical-align: -0.06em;
  }

  .validity.holds svg {
    color: var(--_accent);
  }

  button,
  input,
  select {
    min-height: 40px;
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--_control);
    border-radius: 2px;
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    font-size: 0.875em;
    line-height: 1.5;
  }

  button {
    cursor: pointer;
    white-space: nowrap;
  }

  button:hover:not(:disabled) {
    border-color: var(--_ink);
  }

  button:disabled {
    border-color: var(--_rule);
    color: var(--_muted);
    cursor: default;
  }

  .notice {
    margin-block: 12px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_muted);
    font-size: 0.875em;
  }

  .notice button {
    margin-block-start: 4px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-start: 8px;
  }

  .source {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 16px;
    margin-block-start: 16px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_rule);
    color: var(--_muted);
    font-size: 0.8125em;
    line-height: 1.9;
  }

  .bar {
    display: block;
    block-size: 0.9em;
    margin-block: 0.4em;
    background: var(--_rule);
    opacity: 0.6;
  }

  .bar.wide {
    inline-size: 86%;
  }

  .bar.half {
    inline-size: 52%;
  }

  .bar.third {
    inline-size: 30%;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .bar {
      background: GrayText;
    }

    .validity svg,
    .validity.holds svg {
      color: CanvasText;
    }

    mark {
      background: Mark;
      color: MarkText;
    }
  }

  @media print {
    button,
    form,
    .paging {
      display: none;
    }

    .source a[href]::after {
      content: ' ' attr(href);
    }
  }
`;
