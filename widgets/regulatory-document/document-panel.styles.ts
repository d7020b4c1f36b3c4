import { css } from 'lit';

export const documentStyles = css`
  .title {
    max-inline-size: 30em;
  }

  header .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 16px;
    margin-block-start: 4px;
  }

  .facts {
    display: grid;
    gap: 4px 24px;
    margin-block: 12px;
    padding-block: 8px;
    border-block: 1px solid var(--_rule);
    font-size: 0.875em;
  }

  .facts > div {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr);
    gap: 8px;
    align-items: baseline;
  }

  .panel:lang(en) .facts > div {
    grid-template-columns: 7.5em minmax(0, 1fr);
  }

  dt {
    color: var(--_muted);
  }

  .summary {
    max-inline-size: 38em;
    margin-block: 12px;
  }

  .section {
    margin-block-start: 24px;
  }

  .over {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    margin-block-end: 4px;
  }

  .heading {
    font-weight: 700;
    line-height: 1.3;
  }

  .quiet {
    min-height: 32px;
    margin-inline-end: -8px;
    padding: 0 8px;
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }

  .part {
    border-block-start: 1px solid var(--_rule);
  }

  .part:last-of-type {
    border-block-end: 1px solid var(--_rule);
  }

  summary {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding-block: 8px;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  /* A drawn triangle: a glyph may be missing from the font and would be read aloud. */
  summary::before {
    content: '';
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border-inline-end: 1.5px solid var(--_muted);
    border-block-end: 1.5px solid var(--_muted);
    transform: translateY(-2px) rotate(-45deg);
  }

  details[open] > summary::before {
    transform: translateY(-3px) rotate(45deg);
  }

  summary .name {
    flex: 1;
    font-weight: 600;
  }

  summary .small {
    white-space: nowrap;
  }

  .point {
    max-inline-size: 38em;
    margin-block: 8px 16px;
  }

  .part > p,
  .part > .point {
    padding-inline-start: 15px;
  }

  .point p + p {
    margin-block-start: 4px;
  }

  .marker {
    color: var(--_ink);
    white-space: nowrap;
    text-decoration-line: none;
  }

  a.marker:hover,
  a.marker:focus-visible {
    color: var(--_accent);
    text-decoration-line: underline;
  }

  .responsible {
    display: flex;
    gap: 8px;
    margin-block-start: 4px;
    line-height: 1.6;
  }

  .responsible > span {
    flex: none;
  }

  .responsible ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    color: var(--_ink);
  }

  .groups > div + div {
    margin-block-start: 8px;
  }

  .groups dt {
    font-size: 0.875em;
  }

  li .small {
    margin-inline-start: 8px;
  }

  .citation {
    max-inline-size: 38em;
  }

  .body > .muted {
    margin-block-start: 8px;
  }

  @container (min-width: 640px) {
    .facts {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .groups > div {
      display: grid;
      grid-template-columns: 5em minmax(0, 1fr);
      gap: 16px;
      align-items: baseline;
    }

    .panel:lang(en) .groups > div {
      grid-template-columns: 8em minmax(0, 1fr);
    }
  }
`;
