import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../api/core/canonical.ts';
import { personalInformationIn } from '../../api/core/personal-information/index.ts';
import { personalInformationInTable } from '../../api/core/personal-information/table.ts';
import { cellText } from '../../api/core/printed-sheet.ts';
import { kinds } from '../../api/disclosures/registry.ts';
import { inspect } from '../support/inspected.ts';
import { root, sources } from '../support/source.ts';

const told = (findings: Awaited<ReturnType<typeof inspect>>) =>
  findings.map(({ rule, sheet, place, shown }) => `${rule} ${sheet ?? ''} ${place.zh} ${shown}`);

describe.each(kinds.map((kind) => ({ kind, name: kind.name })))('$name', ({ kind }) => {
  test('made-up records hold nothing of persons', async () => {
    const stated = [...kind.sample({ seed: 11, count: 40 })].map((draft) => draft.stated);
    for (const each of stated) expect(told(await inspect(canonicalJson(each)))).toEqual([]);
  });
  test('nor do the files they are printed as', () => {
    for (const file of kind.files?.({ seed: 11, count: 40, faults: false }) ?? []) {
      if ('text' in file) expect(personalInformationIn(file.text), file.name).toEqual([]);
      else
        for (const { name, rows } of file.sheets)
          expect(
            personalInformationInTable(
              rows.map((cells) => cells.map(cellText)),
              name,
            ),
            file.name,
          ).toEqual([]);
    }
  });
});

/** Examples of what is wrong with a file: the test says why each is found. */
const justified: Readonly<Record<string, readonly string[]>> = {
  // Shown to be refused: children by name, made up.
  'examples/enrollment-plans/wrong-children-by-name.xlsx': [
    'personal-named-minor 录取名单 录取名单!B3 示**',
    'personal-named-minor 录取名单 录取名单!B4 示**',
  ],
  // Shown to be refused: a mobile number in a list of duty phones.
  'examples/emergency-plans/qifeng-contacts-wrong.xlsx': ['personal-mobile-number 通讯录 通讯录!C3 139******00'],
};

describe('examples', () => {
  test.each(
    sources('examples/**/*')
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => [file]),
  )('%s', async (file) => {
    expect(told(await inspect(readFileSync(join(root, file))))).toEqual(justified[file] ?? []);
  });
});
