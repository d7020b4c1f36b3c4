/** How blocks and tables look. Widths are those of the panel, not of the window. */
export const tableLook = `
  .block {
    container-type: inline-size;
    margin-block-start: 16px;
  }

  .caption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    margin-block-end: 4px;
  }

  .caption .small {
    margin-inline-start: auto;
  }

  /* Without a doctype tables take nothing over from what is around them. */
  table {
    inline-size: 100%;
    border-collapse: collapse;
    color: inherit;
    font: inherit;
  }

  th,
  td {
    padding: 5px 0;
    border-block-end: var(--_line);
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    vertical-align: baseline;
  }

  td,
  thead th + th {
    padding-inline-start: 16px;
  }

  .number,
  .share,
  .date {
    text-align: end;
    white-space: nowrap;
  }

  thead th {
    border-block-end-color: var(--_ink);
    color: var(--_muted);
    font-size: 0.8125em;
    vertical-align: bottom;
  }

  thead .number,
  thead .share {
    overflow-wrap: normal;
    white-space: normal;
    word-break: keep-all;
  }

  /* A column of long texts leaves the others room for a word. */
  th {
    min-inline-size: 4em;
  }

  tbody th {
    min-inline-size: 7em;
  }

  .level0 > * {
    border-block-end-color: var(--_ink);
    font-weight: 700;
  }

  /* Of the words, not of the cell: bars of all levels begin on one line, on one scale. */
  .level2 > th:first-child {
    text-indent: 1em;
  }

  .level3 > th:first-child {
    text-indent: 2em;
  }

  .mark {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    margin-block: 3px 2px;
    overflow: visible;
  }

  rect {
    fill: var(--_accent);
  }

  .before {
    fill: var(--_ink);
    stroke: var(--_paper);
    paint-order: stroke;
  }

  @container (max-width: 20em) {
    .many thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .many,
    .many tbody,
    .many tr,
    .many th {
      display: block;
    }

    .many tr {
      padding-block: 8px;
      border-block-end: var(--_line);
    }

    .many th,
    .many td {
      padding: 0;
      border: 0;
    }

    .many td {
      display: flex;
      gap: 12px;
      justify-content: space-between;
    }

    .many .text {
      display: block;
    }

    .many td::before {
      display: block;
      flex: none;
      color: var(--_muted);
      font-size: 0.875em;
      content: attr(data-label);
    }
  }

  @container (max-width: 32em) {
    .wide thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .wide,
    .wide tbody,
    .wide tr,
    .wide th {
      display: block;
    }

    .wide tr {
      padding-block: 8px;
      border-block-end: var(--_line);
    }

    .wide th,
    .wide td {
      padding: 0;
      border: 0;
    }

    .wide td {
      display: flex;
      gap: 12px;
      justify-content: space-between;
    }

    .wide .text {
      display: block;
    }

    .wide td::before {
      display: block;
      flex: none;
      color: var(--_muted);
      font-size: 0.875em;
      content: attr(data-label);
    }
  }

  @container (min-width: 28em) {
    .barred {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      gap: 16px;
      align-items: center;
    }
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 32px;
  }

  .beside .block {
    flex: 999 28em;
    margin: 0;
  }
`;
