import { css } from 'lit';

export const schoolFinderStyles = css`
  form {
    display: grid;
    gap: 8px 12px;
    margin-block: 12px;
  }

  label > span,
  legend {
    display: block;
    padding: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 32px;
  }

  .line {
    display: flex;
    gap: 8px;
  }

  .line input {
    flex: 1;
    min-inline-size: 0;
  }

  .answer {
    margin-block: 4px 12px;
    font-size: 1.125em;
    font-weight: 700;
  }

  .school {
    padding-block: 10px;
    border-block-start: 1px solid var(--_rule);
  }

  .school > p:first-child {
    font-weight: 700;
  }

  details {
    border-block-start: 1px solid var(--_rule);
  }

  details:last-of-type {
    border-block-end: 1px solid var(--_rule);
  }

  summary {
    padding-block: 10px;
    cursor: pointer;
  }

  details > :last-child {
    padding-block-end: 12px;
  }

  .things {
    padding-inline-start: 1.25em;
    list-style: disc;
  }

  h4,
  .sub {
    margin: 16px 0 4px;
    font-size: 1em;
    font-weight: 700;
  }

  .days {
    display: grid;
    grid-template-columns: minmax(6em, auto) 1fr;
    gap: 4px 16px;
  }

  .days dt {
    color: var(--_muted);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
`;
