import type { Badge, Tone } from '../core/document.ts';

/** Every validity (有效性) the platform derives, with its tone. */
const tones: Readonly<Record<string, Tone>> = {
  IN_FORCE: 'good',
  AMENDED: 'good',
  NOT_YET_IN_FORCE: 'plain',
  LAPSED: 'ended',
  REPEALED: 'void',
};

export const validities: readonly string[] = Object.keys(tones);

export const validityBadge = ({ code, label }: { readonly code: string; readonly label: string }): Badge => ({
  text: label,
  tone: tones[code] ?? 'plain',
});
