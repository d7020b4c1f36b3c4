import { css } from 'lit';

export const budgetStyles = css`
  .sentence {
    max-inline-size: 43em;
    margin-block: 4px 12px;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums lining-nums;
  }

  table + table {
    margin-block-start: 24px;
  }

  caption {
    padding-block: 4px;
    font-weight: 700;
    text-align: start;
  }

  caption span {
    float: inline-end;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }

  th,
  td {
    padding: 6px 0;
    border-block-end: 1px solid var(--_rule);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }

  th:first-child {
    text-align: start;
  }

  td {
    padding-inline-start: 12px;
    white-space: nowrap;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.875em;
    border-block-end-color: var(--_ink);
  }

  tr.total > * {
    font-weight: 700;
    border-block-end-color: var(--_ink);
  }

  tr.part > th {
    padding-inline-start: 1.5em;
  }

  .mark {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block-start: 3px;
    fill: var(--_accent);
  }

  .empty {
    padding-block: 12px;
  }

  .bar + .bar {
    margin-block-start: 16px;
  }
`;
