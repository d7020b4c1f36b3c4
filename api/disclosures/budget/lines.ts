import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalDate } from '../../core/local-date.ts';
import { type Fen, fen } from '../../core/money.ts';
import type { Scheme } from './codes/classification.ts';
import { type BudgetLine, type Lines, measures, type Side } from './model.ts';

type Written = (string | number | boolean | null)[];

/** A line as plain values (text, whole numbers, truth), of which JSON.stringify writes the canonical form: what is digested and, when there are very many, kept in a file. */
const write = (line: BudgetLine): Written => [
  line.table,
  line.row,
  line.side,
  line.scheme,
  line.code,
  line.name,
  line.depth,
  line.isPart,
  line.component,
  line.economicCode,
  line.body,
  line.day,
  ...measures.map((measure) => line[measure]?.toString() ?? null),
];

const amount = (text: unknown): Fen | null => (typeof text === 'string' ? fen(BigInt(text)) : null);

const read = (values: Written): BudgetLine => {
  const [table, row, side, scheme, code, name, depth, isPart, component, economicCode, body, day, ...amounts] = values;
  const [prior, approved, adjusted, executed, final] = amounts.map(amount);
  return {
    table: table as number,
    row: row as number,
    side: side as Side,
    scheme: scheme as Scheme,
    code: code as string | null,
    name: name as string,
    depth: depth as number | null,
    isPart: isPart as boolean,
    component: component as string,
    economicCode: economicCode as string | null,
    body: body as string | null,
    day: day as LocalDate | null,
    prior: prior ?? null,
    approved: approved ?? null,
    adjusted: adjusted ?? null,
    executed: executed ?? null,
    final: final ?? null,
  };
};

/** As many lines as are held in memory; a report of a county has a few thousand. */
const mostHeld = 20_000;
const chunkSize = 1 << 20;

/** A file of lines that goes with the process, or when nobody can read it any more. */
class Spool {
  readonly #folder = mkdtempSync(join(tmpdir(), 'gongkai-lines-'));
  readonly #path = join(this.#folder, 'lines.jsonl');
  readonly #file = openSync(this.#path, 'wx', 0o600);
  readonly #remove = () => rmSync(this.#folder, { recursive: true, force: true });
  #pending: string[] = [];

  constructor() {
    process.once('exit', this.#remove);
  }

  add(text: string): void {
    if (this.#pending.push(text) >= 2_000) this.flush();
  }

  flush(): void {
    if (this.#pending.length > 0) writeSync(this.#file, `${this.#pending.join('\n')}\n`);
    this.#pending = [];
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  *lines(): Generator<BudgetLine> {
    const file = openSync(this.#path, 'r');
    try {
      const chunk = Buffer.alloc(chunkSize);
      let kept = Buffer.alloc(0);
      for (;;) {
        const size = readSync(file, chunk, 0, chunkSize, null);
        if (size === 0) return;
        const bytes = Buffer.concat([kept, chunk.subarray(0, size)]);
        const end = bytes.lastIndexOf(10);
        kept = bytes.subarray(end + 1);
        for (const text of bytes.toString('utf8', 0, end).split('\n'))
          if (text !== '') yield read(JSON.parse(text) as Written);
      }
    } finally {
      closeSync(file);
    }
  }
}

/** Takes lines one by one; keeps them in memory while they are few, in a file when they are many. */
export class LineCollector {
  readonly #hash = createHash('sha256');
  #held: BudgetLine[] | null = [];
  #spool: Spool | null = null;
  #count = 0;

  add(line: BudgetLine): void {
    this.#count += 1;
    const text = JSON.stringify(write(line));
    this.#hash.update(`${text}\n`, 'utf8');
    if (this.#held && this.#held.length >= mostHeld) {
      this.#spool = new Spool();
      for (const held of this.#held) this.#spool.add(JSON.stringify(write(held)));
      this.#held = null;
    }
    if (this.#held) this.#held.push(line);
    else this.#spool?.add(text);
  }

  finish(): Lines {
    const { count, digest } = { count: this.#count, digest: `sha256:${this.#hash.digest('hex')}` };
    const held = this.#held;
    const spool = this.#spool;
    spool?.close();
    return {
      count,
      digest,
      *[Symbol.iterator]() {
        if (held) yield* held;
        else if (spool) yield* spool.lines();
      },
    };
  }
}

export const linesOf = (lines: Iterable<BudgetLine>): Lines => {
  const collector = new LineCollector();
  for (const line of lines) collector.add(line);
  return collector.finish();
};
