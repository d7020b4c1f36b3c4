import { css } from 'lit';

export const emergencyStyles = css`
  .alert {
    margin-block: 12px 20px;
    padding-inline-start: 12px;
    border-inline-start: 6px solid var(--_ink);
    break-inside: avoid;
  }

  .warning.RED {
    border-color: light-dark(#b3261e, #f2857d);
  }

  .warning.ORANGE {
    border-color: light-dark(#c75c00, #f0a45c);
  }

  .warning.YELLOW {
    border-color: light-dark(#a88600, #e3c34f);
  }

  .warning.BLUE {
    border-color: light-dark(#1b5fae, #82b4ee);
  }

  .level {
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.4;
  }

  .do {
    margin-block: 8px 4px;
    font-weight: 700;
  }

  .alert ol {
    margin-block-end: 8px;
    padding-inline-start: 1.6em;
    list-style: decimal;
  }

  .alert li {
    margin-block: 2px;
  }

  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px 16px;
  }

  dt {
    color: var(--_muted);
  }

  dd a {
    display: inline-block;
    min-block-size: 24px;
  }

  .phone {
    font-weight: 700;
  }

  .empty {
    padding-block: 12px;
  }

  .bar + .bar {
    margin-block-start: 16px;
  }

  @container (max-width: 22em) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }

    dd {
      margin-block-end: 6px;
    }
  }

  @media print {
    .alert {
      border-color: currentColor;
    }
  }
`;
