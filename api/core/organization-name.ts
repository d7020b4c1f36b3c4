import { normalise } from './chinese.ts';

/**
 * The spelling under which an organization is looked up (机构名称比对): simplified characters, no spaces, and one shape of
 * brackets, because print varies from line to line (各镇〔街道〕, 各镇（街道）).
 */
export const organizationKey = (written: string): string =>
  normalise(written)
    .replace(/[(〔[【（]/gu, '（')
    .replace(/[)〕\]】）]/gu, '）');
