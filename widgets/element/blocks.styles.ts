/** How all blocks but tables look, and all of them on paper. */
export const blocksLook = `
  .map {
    container-type: inline-size;
    position: relative;
    block-size: clamp(11em, 48cqi, 25em);
    margin-block-start: 8px;
  }

  .cell {
    position: absolute;
    border: solid var(--_paper);
    border-width: 0 2px 2px 0;
    background: var(--_wash);
    color: var(--_ink);
    font-size: 0.875em;
    line-height: 1.43;
  }

  .cell span {
    display: block;
    text-wrap: balance;
  }

  .cell > span {
    margin: 4px 6px;
  }

  .cell[role='button'] {
    cursor: pointer;
  }

  .cell:first-child {
    background: var(--_accent);
    color: var(--_paper);
  }

  .cell .never,
  .cell .tip {
    display: none;
    white-space: nowrap;
  }

  /* What has no room is still read aloud. */
  .never {
    position: absolute;
    clip-path: inset(50%);
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
    top: 0;
    left: 0;
    padding: 4px 8px;
    border: 1px solid var(--_ink);
    background: var(--_paper);
    color: var(--_ink);
  }

  .cell .end {
    right: 0;
    left: auto !important;
  }

  .cell .up {
    top: auto !important;
    bottom: 0;
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
    flex-direction: column-reverse;
    min-inline-size: 0;
    max-inline-size: 6em;
    font-size: 0.8125em;
    line-height: 1.5;
    text-wrap: balance;
  }

  .columns .figure {
    white-space: nowrap;
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

  .text > :first-child > :first-child {
    margin: 0;
  }

  .point {
    padding-inline-start: 1.8em;
    text-indent: -1.8em;
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

  .form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }

  label {
    flex: 1 1 9em;
    /* Else every choice is measured, before anything is seen. */
    min-inline-size: 0;
  }

  label.search {
    flex: 3 1 14em;
  }

  /* Not all that is in a label: a datalist would come out of its field. */
  label > span,
  .field {
    display: block;
    inline-size: 100%;
  }

  .photos {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 12px;
  }

  img {
    display: block;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    background: var(--_rule);
    object-fit: cover;
  }

  .to28,
  .to38,
  .to56 {
    display: none;
  }

  @container (max-width: 55.9em) {
    .to56 {
      display: inline;
    }

    .cell .from56 {
      display: none;
    }

    .from56 {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 37.9em) {
    .to38 {
      display: inline;
    }

    .cell .from38 {
      display: none;
    }

    .from38 {
      position: absolute;
      clip-path: inset(50%);
    }
  }

  @container (max-width: 27.9em) {
    .to28 {
      display: inline;
    }

    .cell .from28 {
      display: none;
    }

    .from28 {
      position: absolute;
      clip-path: inset(50%);
    }

    .crowded > :first-child .figure {
      align-self: start;
    }

    .crowded > :last-child .figure {
      align-self: end;
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
      fill: currentColor;
    }

    .fresh {
      outline: 2px solid;
    }
  }

  @media print {
    rect {
      fill: #666;
    }

    .form {
      display: none;
    }

    /* What is one thing stands on one sheet, and what names something with it. */
    .map,
    .columns,
    dl div,
    .notice,
    .sentence,
    .source,
    tr,
    li {
      break-inside: avoid;
    }

    .caption,
    .part,
    .title,
    .sentence,
    summary {
      break-after: avoid;
    }
  }
`;
