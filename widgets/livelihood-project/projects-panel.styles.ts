import { css } from 'lit';

export const projectsStyles = css`
  .sentence {
    max-inline-size: 43em;
    margin-block: 4px 8px;
  }

  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .project {
    padding-block: 10px;
    border-block-start: 1px solid var(--_rule);
  }

  .project a {
    display: inline-block;
    min-block-size: 24px;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin-block: 2px 0;
  }

  .facts > * {
    font-size: inherit;
  }

  .standing {
    font-weight: 700;
    white-space: nowrap;
  }

  .project p {
    margin-block: 2px 0;
    overflow-wrap: anywhere;
  }

  .mark {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    margin-block: 6px 2px;
    fill: var(--_accent);
  }

  .mark rect:first-child {
    fill: var(--_rule);
  }

  .empty {
    padding-block: 12px;
  }

  .bar + .bar {
    margin-block-start: 16px;
  }
`;
