import { css } from 'lit';

/**
 * The named tokens a host page may set. `--_` names are what the panel draws with: the token where it is set, else our value.
 * Dark colours follow the host page's `color-scheme`; a page that declares none stays light.
 */
export const tokens = css`
  .panel {
    --_ink: var(--gk-ink, #1a1a1a);
    --_muted: var(--gk-muted, #595959);
    --_paper: var(--gk-paper, #fff);
    --_rule: var(--gk-rule, #d4d4d0);
    --_accent: var(--gk-accent, #0b4f8a);
    --_mark: var(--gk-mark, #ffe89c);
    --_control: #767676;
    --_font: var(
      --gk-font,
      system-ui,
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Source Han Sans SC',
      sans-serif
    );
    --_inset: var(--gk-inset, 16px);
  }

  @supports (color: light-dark(#000, #fff)) {
    .panel {
      --_ink: var(--gk-ink, light-dark(#1a1a1a, #e9e7e3));
      --_muted: var(--gk-muted, light-dark(#595959, #aeaba5));
      --_paper: var(--gk-paper, light-dark(#fff, #17191c));
      --_rule: var(--gk-rule, light-dark(#d4d4d0, #3b3e43));
      --_accent: var(--gk-accent, light-dark(#0b4f8a, #8ec5f5));
      --_mark: var(--gk-mark, light-dark(#ffe89c, #5c4a00));
      --_control: light-dark(#767676, #8b8984);
    }
  }

  @media print {
    .panel {
      --_ink: #000;
      --_muted: #333;
      --_paper: #fff;
      --_accent: #000;
      --_inset: 0;
    }
  }
`;
