import { css } from 'lit';

export const documentsStyles = css`
  .controls {
    display: grid;
    gap: 12px 16px;
    margin-block: 12px;
  }

  .field {
    display: block;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field > .small {
    display: block;
    padding: 0;
    line-height: 1.7;
  }

  .line {
    display: flex;
    gap: 8px;
  }

  .line input {
    flex: 1;
    min-inline-size: 0;
  }

  .topic select {
    inline-size: 100%;
  }

  .chips {
    grid-column: 1 / -1;
  }

  .chips legend {
    margin-block-end: 4px;
  }

  .chip {
    display: inline-block;
    margin: 0 4px 4px 0;
    font-size: 0.875em;
  }

  .chip input {
    position: absolute;
    opacity: 0;
    inline-size: 1px;
    block-size: 1px;
    min-height: 0;
    padding: 0;
  }

  .chip span {
    display: block;
    padding: 3px 10px;
    border: 1px solid var(--_control);
    border-radius: 2px;
    line-height: 1.5;
    cursor: pointer;
  }

  .chip i {
    color: var(--_muted);
    font-style: normal;
  }

  .chip input:checked + span {
    padding: 2px 9px;
    border: 2px solid var(--_accent);
    font-weight: 700;
  }

  .chip input:checked + span i {
    font-weight: 400;
  }

  .chip input:focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .count {
    padding-block: 4px;
    border-block-end: 1px solid var(--_rule);
  }

  .count .bar {
    margin-block: 0.4em;
  }

  .bar.blank {
    block-size: 40px;
    margin-block-start: 1.7em;
  }

  .row {
    padding-block: 10px;
  }

  .row + .row {
    border-block-start: 1px solid var(--_rule);
  }

  .name {
    max-inline-size: 38em;
    line-height: 1.5;
    text-wrap: balance;
  }

  .name a {
    color: var(--_ink);
    font-weight: 600;
    text-decoration-line: none;
  }

  .name a:hover,
  .name a:focus-visible {
    color: var(--_accent);
    text-decoration-line: underline;
  }

  .excerpt {
    max-inline-size: 43em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }

  .date,
  .state {
    display: inline-block;
    margin-inline-end: 12px;
  }

  .empty {
    padding-block: 12px;
  }

  .paging {
    display: flex;
    gap: 8px;
    margin-block-start: 16px;
  }

  @container (min-width: 480px) {
    .controls {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }

    .bar.blank {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 640px) {
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 5.5em 8em;
      column-gap: 24px;
      align-items: baseline;
    }

    .panel:lang(en) .row {
      grid-template-columns: minmax(0, 1fr) 8em 9.5em;
    }

    .name,
    .excerpt,
    .facts,
    .row > .bar {
      grid-column: 1;
    }

    .state {
      grid-area: 1 / 2;
      margin: 0;
    }

    .date {
      grid-area: 1 / 3;
      margin: 0;
      text-align: end;
      white-space: nowrap;
    }
  }
`;
