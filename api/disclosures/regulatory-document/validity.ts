import type { CodeList } from '../../graphql/code.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { type Sql, sql } from '../../store/statements.ts';

/** 有效性 as readers see it. */
export const validityCodes: CodeList = {
  scheme: 'VALIDITY',
  labels: {
    IN_FORCE: { zh: '现行有效', en: 'In force' },
    NOT_YET_IN_FORCE: { zh: '尚未施行', en: 'Not yet in force' },
    AMENDED: { zh: '已修改', en: 'Amended' },
    LAPSED: { zh: '失效', en: 'Lapsed' },
    REPEALED: { zh: '已废止', en: 'Repealed' },
  },
};

/**
 * What other published documents did to this one by the day in question: repealed or replaced it, or amended it. They
 * name it by number, or by title when they give none; only a later document can end an earlier one.
 */
export const effects = (moment: Moment): Sql => sql`left join lateral (
    select bool_or(effect.type <> 'AMENDS') as ended, bool_or(effect.type = 'AMENDS') as amended
    from relation effect join edition cause on cause.id = effect.edition_id
    where effect.target_key = any(array[r.number, r.title_key]) and effect.type in ('REPEALS', 'SUPERSEDES', 'AMENDS')
      and ${visible(sql`cause`, moment)} and cause.document_id <> e.document_id
      and coalesce(cause.effective_from, cause.formed_on) <= ${moment.validOn}::date
      and (e.formed_on is null or cause.formed_on >= e.formed_on)
  ) effect on true`;

/**
 * Validity (有效性) on a day, from dates and relations alone: nothing is stored, so a document lapses by itself at
 * midnight in Asia/Shanghai. `effectiveTo` is the last day in force. Where the text names no first day, the day of signing is it.
 */
export const validity = ({ validOn }: Moment): Sql => sql`case
    when effect.ended then 'REPEALED'
    when coalesce(e.effective_from, e.formed_on) > ${validOn}::date then 'NOT_YET_IN_FORCE'
    when e.effective_to < ${validOn}::date then 'LAPSED'
    when effect.amended then 'AMENDED'
    else 'IN_FORCE' end`;
