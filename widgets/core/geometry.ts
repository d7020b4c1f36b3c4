// Where marks and words stand: for the panel in the browser and for the picture made on the platform alike.

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The worst proportion in a row of areas laid along a side: 1 is a square. */
const worst = (areas: readonly number[], sum: number, side: number): number =>
  Math.max(...areas.map((area) => Math.max((side * side * area) / (sum * sum), (sum * sum) / (side * side * area))));

/**
 * Areas in proportion to values, as near to squares as can be, the largest first at the left and the top (squarified
 * treemap). Boxes come in the order of the values; what is not above zero has none to show.
 */
export function treemap(values: readonly number[], width: number, height: number): Box[] {
  const boxes: Box[] = values.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  const largest = Math.max(0, ...values);
  // A billionth of the largest is not seen, and is too small to divide by.
  const share = (at: number | undefined) => (values[at ?? -1] ?? 0) / largest;
  const order = [...values.keys()].filter((at) => share(at) > 1e-9).sort((left, right) => share(right) - share(left));
  const sum = order.reduce((total, at) => total + share(at), 0);
  const areas = order.map((at) => (share(at) / sum) * width * height);
  let [x, y, across, down] = [0, 0, width, height];
  for (let from = 0; from < areas.length; ) {
    const side = Math.min(across, down);
    let to = from + 1;
    let strip = areas[from] ?? 0;
    while (to < areas.length) {
      const next = strip + (areas[to] ?? 0);
      if (worst(areas.slice(from, to + 1), next, side) > worst(areas.slice(from, to), strip, side)) break;
      strip = next;
      to += 1;
    }
    const depth = strip / side;
    let along = 0;
    for (let at = from; at < to; at += 1) {
      const length = (areas[at] ?? 0) / depth;
      boxes[order[at] ?? 0] =
        across < down
          ? { x: x + along, y, width: length, height: depth }
          : { x, y: y + along, width: depth, height: length };
      along += length;
    }
    if (across < down) [y, down] = [y + depth, down - depth];
    else [x, across] = [x + depth, across - depth];
    from = to;
  }
  return boxes;
}

/** Round values (1, 2 or 5 times a power of ten) that cover the range, about `count` of them, zero among them. */
export function niceTicks(least: number, most: number, count = 4): readonly number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  if (!(high > low)) return [0];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Multiplied, not added up: 0.1 + 0.2 would be read aloud as it is.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
