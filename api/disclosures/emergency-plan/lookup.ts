import { parseDocumentNumber } from '../../core/document-number.ts';
import { planKey } from '../../core/plan-title.ts';
import { publishedOne } from '../../graphql/lookup.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { kindName, read } from './reads.ts';
import { EmergencyPlan } from './schema.ts';

const named = (condition: Sql): Sql =>
  sql`exists (select from emergency_plan named where named.edition_id = e.id and ${condition})`;

publishedOne({
  name: 'EmergencyPlan',
  field: 'emergencyPlan',
  kind: kindName,
  node: EmergencyPlan,
  one: { zh: '一份应急预案', en: 'One plan' },
  naming: '指明一份应急预案，四者择一。Names one plan, in one of these ways.',
  which: '哪一份。Which one.',
  validOn: '按这一天判断是否有效、是否超期；默认今天。Judge on this day whether it holds and is overdue.',
  names: (t) => ({
    number: t.string({ description: '发文字号，如“桓政办字〔2021〕31号”。Its document number.' }),
    name: t.string({
      description: '预案名称，如“桓台县防汛抗旱应急预案”；同名的取现行的一份。Its name; of several the one in force.',
    }),
  }),
  condition: ({ number, name }) => {
    if (number != null) return named(sql`named.number = ${parseDocumentNumber(number)?.text ?? number}`);
    return name == null ? null : named(sql`named.key = ${planKey(name)}`);
  },
  read,
});
