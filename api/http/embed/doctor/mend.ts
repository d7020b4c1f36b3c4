import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import type { Params } from '../../../../widgets/core/document.ts';
import { isMisuse, type Panel, type Scene } from '../../../../widgets/core/panel.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Bilingual } from '../../../core/finding.ts';
import { today } from '../../../core/local-date.ts';
import { languageIn } from '../../panels/asked.ts';
import { simplifiedParams } from '../../panels/traditional.ts';
import { changed, left, leftToo, lost, moved, renamed, toFill, toName, tooLong } from './changes.ts';
import type { Meant } from './meant.ts';
import { instantMeant, isStray, nearValue, ungarbled } from './near-value.ts';

/** The parameters of a panel without what cannot be right, and what became of it. */
export interface Mended {
  readonly params: Params;
  readonly changes: readonly Bilingual[];
  /** What somebody has to fill in before there is anything to show. */
  readonly wanted: readonly Bilingual[];
}

/** Mistakes of one tag that are looked for. */
const mostMistakes = 12;

const without = (params: Params, name: string): Params =>
  Object.fromEntries(Object.entries(params).filter(([other]) => other !== name));

/** What the panel itself says of parameters that cannot be right; null when they can. */
function misuseOf({ variables }: Panel, params: Params, now: Date): Bilingual | null {
  const understood = languageIn(params) === 'zh-TW' ? simplifiedParams(params) : params;
  const said = (language: Scene['language']): string => {
    const given = variables({ language, params: understood, platform: '', today: today(now), now: now.toISOString() });
    return isMisuse(given) ? given.misuse : '';
  };
  const zh = said('zh-CN');
  return zh === '' ? null : { zh, en: said('en') };
}

/** Looks for what is wrong one mistake after the other: a panel tells only the first. */
class Mending {
  params: Params;
  readonly changes: Bilingual[] = [];
  readonly wanted: Bilingual[] = [];
  private readonly panel: Panel;
  private readonly now: Date;
  /** Right values in the place of those that somebody has to fill in, so that what else is wrong is told. */
  private standIns: Params = {};

  constructor(panel: Panel, given: Params, now: Date) {
    this.panel = panel;
    this.now = now;
    this.params = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
  }

  private get attributes(): Readonly<Record<string, AttributeDescriptor>> {
    return this.panel.descriptor.attributes;
  }

  private misuse(params = this.params): Bilingual | null {
    return misuseOf(this.panel, { ...params, ...this.standIns }, this.now);
  }

  private replace(name: string, value: string): void {
    this.changes.push(changed(name, this.params[name] ?? '', value));
    this.params = { ...this.params, [name]: value };
  }

  private drop(name: string, attribute: AttributeDescriptor): void {
    this.changes.push(left(name, this.params[name] ?? '', attribute));
    this.params = without(this.params, name);
  }

  private want(name: string, what: Bilingual): void {
    this.wanted.push(what);
    this.standIns = { ...this.standIns, [name]: this.panel.descriptor.example?.[name] ?? '' };
  }

  /** What can be told of one value by itself. */
  private compare(name: string, attribute: AttributeDescriptor): void {
    const written = this.params[name];
    if (written === undefined) {
      if (attribute.isRequired) this.want(name, toName(name, attribute));
      return;
    }
    const value = ungarbled(written) ?? written;
    if (value !== written) this.replace(name, value);
    // Without it a panel that was fixed would go on with what is published.
    const instant = name === 'as-of' ? instantMeant(value) : undefined;
    if (instant !== undefined) this.replace(name, instant);
    if (!isStray(name, attribute, value)) return;
    const near = nearValue(attribute, value);
    if (near !== undefined) this.replace(name, near);
    else if (attribute.isRequired) this.want(name, toFill(name, value, attribute));
    else this.drop(name, attribute);
  }

  /** Of a number beyond what is taken the last that is, between it and the usual one; undefined for any other value. */
  private lastTaken(name: string, { type, default: usual = '' }: AttributeDescriptor): string | undefined {
    const written = (this.params[name] ?? '').trim();
    if (type !== 'number' || !/^\d{1,6}$/.test(usual) || !/^\d{1,9}$/.test(written)) return undefined;
    const isTaken = (value: number): boolean => this.misuse({ ...this.params, [name]: `${value}` }) === null;
    let [taken, refused] = [Number(usual), Number(written)];
    if (!isTaken(taken)) return undefined;
    while (Math.abs(refused - taken) > 1) {
      const between = Math.trunc((taken + refused) / 2);
      if (isTaken(between)) taken = between;
      else refused = between;
    }
    return `${taken}`;
  }

  /** The attribute a refusal is about: without it, or with a right value, the refusal is another one or none. */
  private culprit(misuse: Bilingual): string | undefined {
    return Object.keys(this.params).find((name) => {
      if (Object.hasOwn(this.standIns, name)) return false;
      const example = this.attributes[name]?.isRequired ? this.panel.descriptor.example?.[name] : undefined;
      const trial = example === undefined ? without(this.params, name) : { ...this.params, [name]: example };
      return this.misuse(trial)?.zh !== misuse.zh;
    });
  }

  /** Mends what a refusal is about; false where nobody can tell what. */
  private mendOne(misuse: Bilingual): boolean {
    const name = this.culprit(misuse);
    const attribute = name === undefined ? undefined : this.attributes[name];
    if (name === undefined || !attribute) return false;
    const value = this.params[name] ?? '';
    const near = nearValue(attribute, value);
    const refusal = near === undefined ? misuse : this.misuse({ ...this.params, [name]: near });
    // A near value that is refused in its turn, as 3024 for a year, is none.
    if (near !== undefined && refusal?.zh !== misuse.zh && !refusal?.zh.includes(`"${near}"`)) {
      this.replace(name, near);
      return true;
    }
    const last = attribute.isRequired ? undefined : this.lastTaken(name, attribute);
    if (last !== undefined) this.replace(name, last);
    else if (attribute.isRequired) this.want(name, lost(name, value, misuse));
    else this.drop(name, attribute);
    return true;
  }

  mend(): void {
    for (const [name, attribute] of Object.entries(this.attributes)) this.compare(name, attribute);
    for (let mistakes = 0; mistakes < mostMistakes; mistakes += 1) {
      const misuse = this.misuse();
      if (misuse === null) return;
      if (this.mendOne(misuse)) continue;
      this.wanted.push(misuse);
      return;
    }
  }
}

/** The name of a panel as it is written in each form. */
const named = (form: Meant['form'], stem: string): string =>
  form === 'element' ? `gk-${stem}` : form === 'div' ? `data-gk="${stem}"` : `/w/${stem}`;

/** What can be mended of a panel without asking the platform. */
export function mended(meant: Meant, now: Date): Mended {
  const { stem, params, misspelt, moreMisspelt, outside, form, written } = meant;
  const panel = panelNamed(stem);
  if (!panel) return { params, changes: [], wanted: [] };
  const mending = new Mending(panel, params, now);
  if (written !== stem) mending.changes.push(renamed(named(form, written), named(form, stem)));
  for (const name of outside) if (params[name] !== undefined) mending.changes.push(moved(name, params[name]));
  for (const { written: name, value, name: near } of misspelt)
    mending.changes.push(near === undefined ? left(name, value) : renamed(name, near));
  if (moreMisspelt > 0) mending.changes.push(leftToo(moreMisspelt));
  mending.mend();
  // Before anything else that is wanted: what is too long is not among the parameters, and would be wanted as if it were not there.
  const shorten = Object.entries(meant.tooLong).map(([name, value]) => tooLong(name, value));
  return { params: mending.params, changes: mending.changes, wanted: shorten.length > 0 ? shorten : mending.wanted };
}
