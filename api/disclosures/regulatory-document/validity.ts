import type { CodeList } from '../../graphql/code.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import type { Reach } from '../../graphql/page.ts';
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

const outcome = sql`bool_or(effect.type <> 'AMENDS') as ended, bool_or(effect.type = 'AMENDS') as amended`;

const causes = sql`from relation effect join edition cause on cause.id = effect.edition_id`;

const counts = (moment: Moment, subject: Sql): Sql => sql`effect.type in ('REPEALS', 'SUPERSEDES', 'AMENDS')
  and ${visible(sql`cause`, moment)} and cause.document_id <> ${subject}.document_id
  and coalesce(cause.effective_from, cause.formed_on) <= ${moment.validOn}::date
  and (${subject}.formed_on is null or cause.formed_on >= ${subject}.formed_on)`;

/**
 * What other published documents did to this one by the day in question: repealed or replaced it, or amended it. They
 * name it by number, or by title when they give none; only a later document can end an earlier one.
 */
export const effects = (moment: Moment, reach: Reach): Sql =>
  reach === 'rows'
    ? sql`left join lateral (select ${outcome} ${causes}
        where effect.target_key = any(array[r.number, r.title_key]) and ${counts(moment, sql`e`)}) effect on true`
    : sql`left join (select target.edition_id, ${outcome} ${causes}
        join regulatory_document target on effect.target_key = target.number or effect.target_key = target.title_key
        join edition subject on subject.id = target.edition_id
        where ${counts(moment, sql`subject`)} group by target.edition_id) effect on effect.edition_id = e.id`;

/**
 * Validity (有效性) on a day, from dates and relations alone: nothing is stored, so a document lapses by itself at
 * midnight in Asia/Shanghai. `effectiveTo` is the last day in force, or where
 * the text states none, the day by its publisher's rule. Where the text names no first day, the day of signing is it.
 */
export const validity = ({ validOn }: Moment): Sql => sql`case
    when effect.ended then 'REPEALED'
    when coalesce(e.effective_from, e.formed_on) > ${validOn}::date then 'NOT_YET_IN_FORCE'
    when coalesce(e.effective_to, r.lapses_on) < ${validOn}::date then 'LAPSED'
    when effect.amended then 'AMENDED'
    else 'IN_FORCE' end`;
