import { type InspectionFinding, placed } from './finding.ts';

/** Of one sort in one sheet, so many are listed. */
const mostOfASort = 50;
/** Of all sorts together; a file with more is not put right from a list. */
const mostListed = 2_000;

/** Keeps what is found, in order; what repeats itself is counted and told once at the end. */
export class Collector {
  readonly #listed: InspectionFinding[] = [];
  readonly #counts = new Map<string, { count: number; first: InspectionFinding }>();

  add(finding: InspectionFinding): void {
    const key = this.#listed.length < mostListed ? `${finding.rule}\n${finding.sheet ?? ''}` : finding.rule;
    const sort = this.#counts.get(key) ?? { count: 0, first: finding };
    this.#counts.set(key, sort);
    if (sort.count < mostOfASort && this.#listed.length < mostListed) {
      this.#listed.push(finding);
      sort.count += 1;
    } else sort.count = Math.max(sort.count, mostOfASort) + 1;
  }

  list(): InspectionFinding[] {
    const further = [...this.#counts.values()]
      .filter(({ count }) => count > mostOfASort)
      .map(({ count, first }): InspectionFinding => {
        const more = count - mostOfASort;
        return { ...first, ...placed(`另有 ${more} 处`, `${more} more places`), shown: '', value: '' };
      });
    return [...this.#listed, ...further];
  }
}
