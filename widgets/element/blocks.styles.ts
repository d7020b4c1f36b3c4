/** How all other blocks look. */
export const moreLook = `
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

  .badge {
    color: var(--_ink);
    white-space: nowrap;
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

  @media print {
    .panel {
      --_ink: #000;
      --_muted: #333;
      --_paper: #fff;
      --_accent: #000;
      --_inset: 0;
    }

    button:not(th *),
    form,
    .menu,
    .contents {
      display: none;
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

  .key {
    inline-size: 2px;
    block-size: 12px;
    margin-inline-end: 8px;
    vertical-align: -1px;
    overflow: visible;
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

  .map {
    container-type: inline-size;
    position: relative;
    block-size: clamp(11em, 48cqi, 25em);
    margin-block-start: 8px;
  }

  .cell {
    position: absolute;
    padding: 4px 6px;
    border: solid var(--_paper);
    border-width: 0 2px 2px 0;
    background: var(--_wash);
    color: var(--_ink);
    font-size: 0.875em;
    line-height: 1.43;
  }

  .cell > span {
    display: block;
    white-space: nowrap;
  }

  .cell[role='button'] {
    cursor: pointer;
  }

  .cell:first-child {
    background: var(--_accent);
    color: var(--_paper);
  }

  .cell .from28,
  .cell .from38,
  .cell .from56,
  .cell .never,
  .cell .tip {
    display: none;
  }

  .cell:focus-visible {
    outline-offset: -3px;
    outline-color: currentColor;
  }

  .cell:is(:hover, :focus-visible) {
    z-index: 1;
  }

  .cell:is(:hover, :focus-visible) .tip {
    display: block;
    position: absolute;
    top: 6px;
    left: 6px;
    padding: 4px 8px;
    border: 1px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
  }

  .cell .end {
    right: 8px;
    left: auto !important;
  }

  .cell .up {
    top: auto !important;
    bottom: 8px;
  }

  .columns {
    display: flex;
    align-items: stretch;
    gap: 8px;
    margin-block-start: 12px;
    text-align: center;
  }

  .columns > div {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    justify-content: end;
    min-inline-size: 0;
    max-inline-size: 6em;
    font-size: 0.8125em;
    line-height: 1.5;
  }

  .columns svg {
    inline-size: 100%;
    block-size: 160px;
    margin-block: 2px 4px;
    overflow: visible;
  }

  .records > li,
  .facts > div {
    padding-block: 8px;
    border-block-start: var(--_line);
  }

  .name {
    line-height: 1.5;
    text-wrap: pretty;
  }

  .records .name a {
    color: var(--_ink);
    font-weight: 600;
    text-decoration-color: transparent;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }

  .progress .mark {
    max-inline-size: 20em;
    background: var(--_rule);
  }

  .paging {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 8px 12px;
    padding-block-start: 8px;
    border-block-start: var(--_line);
  }

  .contents {
    margin-block-end: 12px;
  }

  summary {
    inline-size: fit-content;
    min-height: 24px;
  }

  .contents .level2,
  .contents .level3 {
    padding-inline-start: 1em;
  }

  .text {
    max-inline-size: 38em;
  }

  .text p {
    margin-block-start: 8px;
  }

  .part,
  .group > summary {
    font-weight: 700;
  }

  .text .part {
    margin-block-start: 16px;
    line-height: 1.5;
  }

  .steps > li {
    position: relative;
    padding: 0 0 12px 24px;
  }

  .steps > li::before {
    position: absolute;
    inset: 14px auto -4px 5px;
    border-inline-start: 1px solid var(--_control);
    content: '';
  }

  .steps > li:last-child::before {
    display: none;
  }

  .steps .shape {
    position: absolute;
    inset: 0.5em auto auto 0;
    inline-size: 11px;
    block-size: 11px;
    background: var(--_paper);
  }

  .now .name {
    font-weight: 700;
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  label {
    flex: 1 1 9em;
  }

  label.search {
    flex: 3 1 14em;
  }

  label > * {
    display: block;
    inline-size: 100%;
  }

  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: 12px;
  }

  img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    background: var(--_rule);
    object-fit: cover;
  }

  @container (max-width: 27.9em) {
    .crowded .figure {
      display: none;
    }
  }

  @container (min-width: 28em) {
    .cell .from28 {
      display: block;
    }
  }

  @container (min-width: 28em) {
    .facts > div {
      display: grid;
      grid-template-columns: 8em 1fr;
      gap: 16px;
      align-items: baseline;
    }

  }

  @container (min-width: 38em) {
    .cell .from38 {
      display: block;
    }
  }

  @container (min-width: 56em) {
    .cell .from56 {
      display: block;
    }
  }

  /* Grounds are not printed, nor painted in forced colours: lines stand for them. */
  @media print, (forced-colors: active) {
    .cell,
    .cell:first-child,
    .progress .mark {
      border: 1px solid;
      background: none;
      color: inherit;
    }

    .shape,
    .shape.good,
    rect {
      fill: CanvasText;
    }

    .fresh {
      outline: 2px solid;
    }
  }

  @media print {
    rect {
      fill: #666;
    }
  }
`;
