import { css } from 'lit';

export const emergencyPlanStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  caption,
  .heading {
    margin-block-start: 16px;
    padding-block: 4px;
    font-weight: 700;
    text-align: start;
  }

  th,
  td {
    padding: 8px 12px 8px 0;
    border-block-end: 1px solid var(--_rule);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  th[scope='row'] {
    font-weight: 700;
    white-space: nowrap;
  }

  thead th {
    color: var(--_muted);
    font-size: 0.875em;
    border-block-end-color: var(--_ink);
  }

  td li + li {
    margin-block-start: 4px;
  }

  summary {
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_accent);
  }

  details ol {
    padding-inline-start: 1.6em;
    list-style: decimal;
  }

  .things li {
    padding-block: 4px;
    border-block-end: 1px solid var(--_rule);
  }

  .things a {
    display: inline-block;
    min-block-size: 24px;
    font-weight: 700;
  }

  .note {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_ink);
  }

  .empty {
    padding-block: 12px;
  }

  .bar + .bar {
    margin-block-start: 16px;
  }

  @container (max-width: 34em) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }

    thead {
      display: none;
    }

    th[scope='row'],
    td {
      padding-block: 4px 0;
      border: 0;
    }

    tr {
      padding-block: 8px;
      border-block-end: 1px solid var(--_rule);
    }
  }
`;
