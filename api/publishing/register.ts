import { randomUUID } from 'node:crypto';
import { organizationKey } from '../core/organization-name.ts';
import type { Transaction } from '../store/client.ts';
import { insertTables } from '../store/rows.ts';
import { type Actor, demandRole } from './actor.ts';
import { BadInput } from './errors.ts';
import { nearestNames } from './nearest-names.ts';

export interface NewOrganization {
  readonly name: string;
  readonly code: string;
  readonly type: 'GOVERNMENT' | 'DEPARTMENT' | 'INSTITUTION' | 'TOWN';
  readonly divisionCode: string;
  /** Needed where the division is not known yet. */
  readonly divisionName?: string | undefined;
  readonly aliases: readonly string[];
  readonly parentName?: string | undefined;
}

const levels: Readonly<Record<number, 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN' | 'VILLAGE'>> = {
  2: 'PROVINCE',
  4: 'CITY',
  6: 'COUNTY',
  9: 'TOWN',
  12: 'VILLAGE',
};

/** Enters an organization, and its division where that is new, into the register (机构名录). */
export async function registerOrganization(tx: Transaction, actor: Actor, given: NewOrganization): Promise<void> {
  demandRole(actor, ['ADMINISTRATOR'], { zh: '登记机构', en: 'register an organization' });
  const { name, code, type, divisionCode, divisionName, aliases, parentName } = given;
  const known = await tx.organization.findFirst({ where: { OR: [{ code }, { name }] } });
  if (known) {
    throw new BadInput({
      zh: `机构名录中已有“${known.name}”（${known.code ?? '无代码'}）。`,
      en: `"${known.name}" (${known.code ?? 'no code'}) is in the register already.`,
    });
  }
  const level = levels[divisionCode.length];
  if (!(await tx.division.findUnique({ where: { code: divisionCode } }))) {
    if (divisionName === undefined || level === undefined) {
      throw new BadInput({
        zh: `没有行政区划 ${divisionCode}；请用 --division-name 写明它的名称。`,
        en: `There is no division ${divisionCode}; name it with --division-name.`,
      });
    }
    await tx.division.create({ data: { code: divisionCode, name: divisionName, level } });
  }
  const parent =
    parentName === undefined
      ? null
      : await tx.organizationName.findFirst({ where: { name: organizationKey(parentName) } });
  if (parentName !== undefined && !parent) {
    const { zh, en } = await nearestNames(tx, parentName);
    throw new BadInput({
      zh: `机构名录中没有上级“${parentName}”。${zh}`,
      en: `The parent "${parentName}" is not in the register.${en}`,
    });
  }
  const id = randomUUID();
  await insertTables(tx, [
    {
      table: 'organization',
      rows: [
        {
          id,
          code,
          name,
          type,
          division_code: divisionCode,
          parent_id: parent?.organizationId ?? null,
          is_sample: false,
        },
      ],
    },
    {
      table: 'organization_name',
      rows: [name, ...aliases].map((written, index) => ({
        id: randomUUID(),
        organization_id: id,
        name: organizationKey(written),
        is_official: index === 0,
        division_code: divisionCode,
      })),
    },
  ]);
}
