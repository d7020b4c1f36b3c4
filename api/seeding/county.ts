import { randomUUID } from 'node:crypto';
import divisions from '../core/data/divisions-370321.json' with { type: 'json' };
import population from '../core/data/population-370321.json' with { type: 'json' };
import { organizationKey } from '../core/organization-name.ts';
import { sampleOrganizations } from '../core/sample/organizations.ts';
import { sampleUnit } from '../core/sample/units.ts';
import type { Transaction } from '../store/client.ts';
import { insertTables, type TableRows } from '../store/rows.ts';

const parentOf = (code: string): string | null => {
  const lengths = [2, 4, 6, 9, 12];
  const length = lengths[lengths.indexOf(code.length) - 1];
  return length === undefined ? null : code.slice(0, length);
};

const divisionRows = (): TableRows => ({
  table: 'division',
  rows: divisions.divisions.map(({ code, name, level }) => ({ code, name, level, parent_code: parentOf(code) })),
});

/** People of the county by year: made up, and marked so (示例). */
const populationRows = (): TableRows => ({
  table: 'population',
  rows: population.years.map(([year, persons]) => ({
    division_code: '370321',
    year,
    persons,
    source: population.source,
    is_sample: true,
  })),
});

/** Only one process fills an empty database. */
const seedLock = 7_072_022;

/** Seeds the county where nothing is stored yet; whether it did. */
export async function seedCountyOnce(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${seedLock}::bigint)`;
  if ((await tx.division.count()) > 0 || (await tx.organization.count()) > 0) return false;
  await seedCounty(tx);
  return true;
}

/** Whether there is nothing but the sample county's register: whoever made a token first still gets its documents. */
export const isOnlySampleCounty = async (tx: Transaction): Promise<boolean> =>
  (await tx.document.count()) === 0 &&
  (await tx.event.count()) === 0 &&
  (await tx.organization.count({ where: { isSample: false } })) === 0;

/** The sample county's organizations with every written name; codes are made up and marked so. */
export async function seedCounty(tx: Transaction): Promise<void> {
  const ids = new Map(sampleOrganizations.map(({ key }) => [key, randomUUID()]));
  const idOf = (key: string | null): string | null => (key === null ? null : (ids.get(key) ?? null));
  await insertTables(tx, [
    divisionRows(),
    populationRows(),
    {
      table: 'organization',
      rows: sampleOrganizations.map((one) => ({
        id: idOf(one.key),
        code: one.code,
        name: one.name,
        type: one.type,
        division_code: one.divisionCode,
        parent_id: idOf(one.parentKey),
        vertical_parent_id: idOf(one.verticalParentKey),
        valid_from: one.validFrom,
        valid_to: one.validTo,
        is_sample: one.isSample,
      })),
    },
    {
      table: 'organization_name',
      rows: sampleOrganizations.flatMap((one) => {
        const shared = { organization_id: idOf(one.key), division_code: '370321' };
        return [
          {
            id: randomUUID(),
            ...shared,
            name: organizationKey(one.name),
            is_official: true,
            valid_from: one.validFrom,
            valid_to: one.validTo,
          },
          ...one.aliases.map(({ name, validFrom = null, validTo = null }) => ({
            id: randomUUID(),
            ...shared,
            name: organizationKey(name),
            is_official: false,
            valid_from: validFrom,
            valid_to: validTo,
          })),
        ];
      }),
    },
  ]);
}

/** Made-up units below the county's departments, with a credit code and one name each. */
export async function seedUnits(tx: Transaction, count: number): Promise<void> {
  const parents = new Map(
    (await tx.organization.findMany({ where: { type: { in: ['DEPARTMENT', 'OFFICE'] } } })).map(({ name, id }) => [
      name,
      id,
    ]),
  );
  const units = Array.from({ length: count }, (_, number) => ({ id: randomUUID(), ...sampleUnit(number) }));
  await insertTables(tx, [
    {
      table: 'organization',
      rows: units.map(({ id, name, code, parent }) => ({
        id,
        code,
        name,
        type: 'INSTITUTION',
        division_code: '370321',
        parent_id: parents.get(parent) ?? null,
        is_sample: true,
      })),
    },
    {
      table: 'organization_name',
      rows: units.map(({ id, name }) => ({
        id: randomUUID(),
        organization_id: id,
        division_code: '370321',
        name: organizationKey(name),
        is_official: true,
      })),
    },
  ]);
}
