import type { Form, FormRow, FormSet } from '../../core/form/form.ts';
import type { Rows } from '../../core/form/read-forms.ts';
import type { Stage } from './codes.ts';
import { formSet, forms } from './forms.ts';
import { schoolKey } from './rules/school-key.ts';

/** What many counties print beside the catchment area, in one table for everything (招生计划及招生范围一览表). */
const besideArea = {
  nature: { ...forms.schools.fields.nature, required: false },
  type: forms.schools.fields.type,
  address: forms.schools.fields.address,
  phone: forms.schools.fields.phone,
  classes: { ...forms.plans.fields.classes, required: false },
  quota: { ...forms.plans.fields.places, required: false },
  boarding: forms.plans.fields.boarding,
  method: forms.plans.fields.method,
};

const wideAreas = {
  ...forms.areas,
  fields: { ...forms.areas.fields, ...besideArea },
} satisfies Form;

/** The forms as they are read: the table of areas may say all that is known of its schools. */
export const readSet = { ...formSet, forms: { ...forms, areas: wideAreas } } satisfies FormSet;

type Wide = Rows<(typeof readSet)['forms']>;
type WideRow = Wide['areas'][number];
type Narrow = Rows<typeof forms>;
type RowOf<Name extends keyof typeof forms> = FormRow<(typeof forms)[Name]['fields']>;

const placed = <Own>(values: Own, { sheet, row, section }: WideRow) => ({ values, sheet, row, section });

const areaOf = (row: WideRow): RowOf<'areas'> => {
  const { schools, kind, places, town, parity, doorFrom, doorTo, clause } = row.values;
  return placed({ schools, kind, places, town, parity, doorFrom, doorTo, clause }, row);
};

const nothingMore = { code: null, town: null, address: null, phone: null, licence: null, capacity: null } as const;

/** A school as the table of areas shows it. One that has an area is public unless it says otherwise. */
const schoolOf = (name: string, row: WideRow, isAlone: boolean, stage: Stage | null): RowOf<'schools'> => {
  const { nature, type, town, address, phone } = row.values;
  const own = isAlone ? { town, address, phone } : {};
  return placed({ ...nothingMore, ...own, name, nature: nature ?? 'PUBLIC', type: type ?? stage }, row);
};

const quotaOf = (school: string, row: WideRow): RowOf<'plans'> => {
  const { classes, quota, boarding, method } = row.values;
  return placed({ school, classes, places: quota, boarding, method }, row);
};

const isSame = (one: RowOf<'plans'>, other: RowOf<'plans'>): boolean =>
  one.values.classes === other.values.classes && one.values.places === other.values.places;

/** Quotas beside areas; a school over several rows says its quota in each, or in the first. */
function* quotasBeside(areas: Wide['areas']): Generator<RowOf<'plans'>> {
  const told = new Map<string, RowOf<'plans'>>();
  for (const row of areas) {
    const [name, ...others] = row.values.schools ?? [];
    if (name === undefined || others.length > 0 || (row.values.classes === null && row.values.quota === null)) continue;
    const quota = quotaOf(name, row);
    const first = told.get(schoolKey(name));
    if (first && isSame(first, quota)) continue;
    if (!first) told.set(schoolKey(name), quota);
    yield quota;
  }
}

const plannedSchool = (name: string, row: RowOf<'plans'>, type: Stage | null): RowOf<'schools'> => ({
  ...row,
  values: { ...nothingMore, name, nature: 'PUBLIC', type },
});

/** Schools of a source without 学校名录: those that its areas and plans name. */
function* schoolsNamed({ areas, plans }: Wide, stage: Stage | null): Generator<RowOf<'schools'>> {
  const told = new Set<string>();
  const named = areas.flatMap((row) =>
    (row.values.schools ?? []).map((name, _, all) => schoolOf(name, row, all.length === 1, stage)),
  );
  const planned = plans.flatMap((row) =>
    row.values.school === null ? [] : [plannedSchool(row.values.school, row, stage)],
  );
  for (const school of [...named, ...planned]) {
    const key = schoolKey(school.values.name ?? '');
    if (told.has(key)) continue;
    told.add(key);
    yield school;
  }
}

/** The rows of every form, whether the source prints them apart or in one table. */
export function rowsApart(rows: Wide, stage: Stage | null): Narrow {
  return {
    ...rows,
    schools: rows.schools.length > 0 ? rows.schools : [...schoolsNamed(rows, stage)],
    plans: [...rows.plans, ...quotasBeside(rows.areas)],
    areas: rows.areas.map(areaOf),
  };
}
