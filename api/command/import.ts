import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { SingleBar } from 'cli-progress';
import { Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { type Finding, hasErrors } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import type { Attribute, Kind } from '../disclosures/kind.ts';
import { checkReading } from '../importing/check.ts';
import {
  type Imported,
  type ImportOptions,
  importReading,
  type Phase,
  phases,
  type Reading,
  readFile,
} from '../importing/import.ts';
import { remember, remembered } from '../importing/memory.ts';
import { isMendable } from '../instance.ts';
import type { PaperReview } from '../publishing/express.ts';
import { fileSource } from '../reading/source.ts';
import { TEXT_LIMIT_BYTES, tooLarge } from '../reading/text.ts';
import { countsLine, findingLines, sorted } from './report.ts';
import { actorOf, CommandError, hasDatabase, kindOrStop, localOperator, run, withStore } from './session.ts';

interface Options {
  readonly publish?: boolean;
  readonly reviewedBy?: string;
  readonly basis?: string;
  readonly clear?: readonly string[];
  readonly withoutInterpretation?: string;
  readonly dryRun?: boolean;
  readonly encoding?: string;
  readonly attribute?: Attribute;
  readonly set?: readonly string[];
  readonly map?: readonly string[];
  readonly changeNote?: string;
  readonly correction?: boolean;
  readonly json?: boolean;
  readonly attach?: readonly string[];
}

/** From this size on a person would wonder whether anything happens. */
const longFile = 200_000;
const largeFile = 20 << 20;

/** The file, or, without reading it, that it is too large. */
async function sourceOf(path: string, kind: Kind): Promise<Source | Finding> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new CommandError(`读不到文件 ${path}；请核对路径。`, `The file ${path} cannot be read; check the path.`);
  }
  return kind.reading.of === 'text' && found.size > TEXT_LIMIT_BYTES ? tooLarge(found.size) : fileSource(path);
}

/** A file that goes with it. */
async function attachmentOf(path: string): Promise<Source> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return fileSource(path);
  throw new CommandError(`读不到附件 ${path}；请核对路径。`, `The attachment ${path} cannot be read; check the path.`);
}

/** `左=右`, the last = of the text: a label may hold one, a meaning does not. */
function pairs(texts: readonly string[] = [], option: string): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const at = option === '--map' ? text.lastIndexOf('=') : text.indexOf('=');
      if (at < 1 || at === text.length - 1) {
        throw new CommandError(
          `${option} 须写成 名称=值，而不是“${text}”。`,
          `${option} is written name=value, not "${text}".`,
        );
      }
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

function report(path: string, findings: readonly Finding[], json: boolean, outcome: string): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ file: path, outcome, findings })}\n`);
    return;
  }
  for (const finding of sorted(findings)) process.stdout.write(`${findingLines(finding)}\n`);
  process.stdout.write(`${path}: ${countsLine(findings)}\n`);
}

const titles = {
  published: '已发布 published',
  staged: '已存为草稿 staged',
  unchanged: '未作改动 unchanged',
} as const;

/** A source of many records: how many became what, and by which names to go on with them. */
function outcomeOfMany(stored: readonly Exclude<Imported, { outcome: 'refused' }>['others'][number][]): string {
  return [...Map.groupBy(stored, ({ outcome }) => outcome)]
    .map(([outcome, those]) => {
      const names = those.map((one) => ('publication' in one ? one.publication.indexNumber : one.editionId));
      const next = outcome === 'staged' ? '；下一步逐件报送审核 / submit each next' : '';
      const begin = outcome === 'staged' ? 'gongkai submit ' : '';
      return [
        `${titles[outcome]}: ${those.length} 件 records${next}`,
        ...names.map((name) => `  ${begin}${name}`),
      ].join('\n');
    })
    .join('\n');
}

function outcomeLine(imported: Imported): string {
  if (imported.outcome !== 'refused' && imported.others.length > 0)
    return outcomeOfMany([imported, ...imported.others]);
  switch (imported.outcome) {
    case 'published':
      return `已发布 published: ${imported.publication.indexNumber}（第 ${imported.publication.number} 版 edition ${imported.publication.number}）`;
    case 'staged':
      return `已存为草稿，读者看不到；下一步报送审核 / staged as a draft no reader can see; submit it next:\n  gongkai submit ${imported.editionId}`;
    case 'unchanged':
      return '内容与现行版本相同，未作改动 / the same as the live edition; nothing was changed';
    default:
      return '有错误，未导入任何内容 / refused because of errors; nothing was stored';
  }
}

/** A bar on a long file, on standard error so that what is piped stays clean. */
function barFor(size: number, path: string): { step(phase: Phase): void; stop(): void } {
  if (size < longFile) return { step: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: `${basename(path)} [{bar}] {value}/{total} {phase}`,
    noTTYOutput: true,
    notTTYSchedule: 500,
    stream: process.stderr,
  });
  bar.start(Object.keys(phases).length, 0, { phase: phases.decode });
  return {
    step: (phase) => bar.increment(1, { phase: phases[phase] }),
    stop: () => bar.stop(),
  };
}

/** Reads once more with what was said of this header before, where columns are not understood and nothing was said now. */
async function withMemory(config: Config, kind: Kind, given: ImportOptions, reading: Reading): Promise<Reading> {
  if (
    !reading.findings.some(({ rule }) => rule === 'unknown-column' || rule === 'unknown-table' || rule === 'no-table')
  )
    return reading;
  if (!hasDatabase(config)) return reading;
  try {
    const known = await withStore(config, (store) => remembered(store, kind.name));
    return known.size > 0 ? await readFile(kind, { ...given, remembered: known }) : reading;
  } catch (error) {
    // A running server holds the data folder: then nothing is remembered, and the finding says what to do.
    if (isMendable(error)) return reading;
    throw error;
  }
}

/** What a check of the file alone cannot tell. */
const onlyFile =
  '只校核了文件：发布机构是否在名录中、与已公开内容是否一致，导入时再核 / only the file was checked: whether its publisher is known and it agrees with what is published is checked when it is imported';

const allChecked =
  '未存任何内容：文件、权限、机构名录、与现行版本的比较、个人信息均已检查 / nothing was stored: the file, permission, the register, what is live and personal information were checked';

interface Checked {
  readonly findings: readonly Finding[];
  /** How far the check went. */
  readonly said: string;
}

/** Checks what was read as an import would, where there is a database to check it with. */
async function checked(
  config: Config,
  reading: Reading,
  given: ImportOptions,
  paper: PaperReview | null,
): Promise<Checked> {
  const { findings } = reading;
  if (hasErrors(findings) || !hasDatabase(config)) return { findings, said: onlyFile };
  try {
    return await withStore(config, async (store) => ({
      findings: await checkReading(store, reading, { ...given, actor: await actorOf(store, config) }, paper),
      said: allChecked,
    }));
  } catch (error) {
    // A running server holds the data folder: the file is checked all the same.
    if (isMendable(error)) return { findings, said: `${onlyFile}\n${error.message}` };
    throw error;
  }
}

/** What was decided on paper, for --publish. */
function paperOf({ publish, reviewedBy, basis, clear, withoutInterpretation }: Options): PaperReview | null {
  if (!publish) return null;
  if (reviewedBy === undefined) {
    throw new CommandError(
      '发布前须由拟稿人以外的人保密审查：请加 --reviewed-by <审查人>；尚未审查的先不加 --publish，存为草稿后报送。',
      'A secrecy review by somebody else comes first: add --reviewed-by <name>; without one leave --publish out, and submit the draft.',
    );
  }
  return {
    reviewer: reviewedBy,
    basis: basis ?? '《政府信息公开条例》第十七条',
    clearing: pairs(clear, '--clear'),
    submission: withoutInterpretation === undefined ? {} : { withoutInterpretation },
  };
}

async function importPath(config: Config, kindName: string, path: string, options: Options): Promise<void> {
  const kind = kindOrStop(kindName);
  const paper = paperOf(options);
  const source = await sourceOf(path, kind);
  if (!('open' in source)) {
    report(path, [source], options.json ?? false, 'refused');
    process.exitCode = 1;
    return;
  }
  // A long file is read and dropped piece by piece: collecting what was dropped early costs time and keeps the program small.
  if (source.size > largeFile) setFlagsFromString('--optimize-for-size');
  const bar = barFor(source.size, path);
  const given: ImportOptions = {
    name: basename(path),
    source,
    encoding: options.encoding,
    attribute: options.attribute,
    given: pairs(options.set, '--set'),
    mapping: pairs(options.map, '--map'),
    changeNote: options.changeNote,
    isCorrection: options.correction ?? false,
    attachments: await Promise.all((options.attach ?? []).map(attachmentOf)),
    actor: localOperator(),
    now: new Date(),
    onPhase: bar.step,
  };
  const reading = await withMemory(config, kind, given, await readFile(kind, given));
  if (options.dryRun || hasErrors(reading.findings)) {
    const { findings, said } = await checked(config, reading, given, paper).finally(bar.stop);
    report(path, findings, options.json ?? false, hasErrors(findings) ? 'refused' : 'checked');
    if (!options.json && !hasErrors(findings)) process.stdout.write(`${said}\n`);
    if (hasErrors(findings)) process.exitCode = 1;
    return;
  }
  const imported = await withStore(config, async (store) => {
    const done = await importReading(store, reading, { ...given, actor: await actorOf(store, config) }, paper);
    if (done.outcome !== 'refused' && reading.statement) await remember(store, kind.name, reading.statement.memory);
    return done;
  }).finally(bar.stop);
  report(path, imported.findings, options.json ?? false, imported.outcome);
  if (!options.json) process.stdout.write(`${outcomeLine(imported)}\n`);
  if (imported.outcome === 'refused') process.exitCode = 1;
}

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

export const importCommand = new Command('import')
  .description(
    '读入文件：校核后存为草稿，或加 --publish 发布 / read a file, check it, stage it as a draft or publish it',
  )
  .argument('<kind>', '种类，如 regulatory-document、budget / kind')
  .argument('<file>', '文件 / file')
  .option('--publish', '经纸面审查后立即发布 / publish it at once, after a review on paper')
  .option('--reviewed-by <name>', '保密审查人，不能是发布人自己 / who held the secrecy review')
  .option('--basis <rule>', '保密审查的依据 / the rule the review rests on')
  .option(
    '--clear <rule=reason>',
    '核准保留一类发现及理由，可重复 / let findings of a rule stay, and why; repeatable',
    collect,
  )
  .option('--without-interpretation <reason>', '政策性文件为何无需解读 / why a policy document needs no interpretation')
  .option('--dry-run', '只校核，不存 / only check; store nothing')
  .option('--encoding <name>', '文件编码：utf-8、gbk（gb18030）、utf-16le、utf-16be、big5 / encoding of the file')
  .addOption(
    new Option(
      '--attribute <attribute>',
      '公开属性，原文未标明时 / disclosure attribute, when the source does not print it',
    ).choices(['PROACTIVE', 'ON_REQUEST', 'WITHHELD']),
  )
  .option(
    '--set <name=value>',
    '文件没有写明的，如 年度=2021、单位=万元，可重复 / what the file does not say; repeatable',
    collect,
  )
  .option(
    '--map <column=meaning>',
    '列的含义，如 "金额=final"；列名相同时用字母，如 "列E=ignore"、"招生计划!E=ignore"；可重复；记住并用于同样的表头 / what a column means, by its label or letter; repeatable, remembered',
    collect,
  )
  .option(
    '--attach <file>',
    '附件，可重复；发布前一并检查 / a file that goes with it; repeatable, inspected too',
    collect,
  )
  .option('--change-note <text>', '变更说明 / what changed since the last edition')
  .option('--correction', '这一版是更正，不是更新 / this edition mends an error, it is not merely newer')
  .option('--json', '按 JSON 输出 / print JSON')
  .action((kindName: string, path: string, options: Options) =>
    run((config) => importPath(config, kindName, path, options)),
  );
