import type { Finding } from '../../../core/finding.ts';
import { noSelection, restsOn } from './admission.ts';
import { doorsOnce, onePlaceOneArea, placedItems, polygons } from './areas.ts';
import { complete } from './complete.ts';
import { classSizes, lotteries, plannedOnce, withinCapacity } from './quotas.ts';
import { register, unknownSchools } from './schools.ts';
import type { Subject } from './subject.ts';
import { birthWindow, inOrder, inYear, publishedInTime, sameWindow } from './timeline.ts';

/** Everything the rules say about a plan that was read. */
export function* check(subject: Subject): Generator<Finding> {
  const items = placedItems(subject);
  yield* complete(subject);
  yield* register(subject);
  yield* unknownSchools(subject, items);
  yield* plannedOnce(subject);
  yield* classSizes(subject);
  yield* withinCapacity(subject);
  yield* lotteries(subject);
  yield* onePlaceOneArea(items);
  yield* doorsOnce(items);
  yield* polygons(items);
  yield* birthWindow(subject);
  yield* inOrder(subject);
  yield* inYear(subject);
  yield* sameWindow(subject);
  yield* publishedInTime(subject);
  yield* noSelection(subject);
  yield* restsOn(subject);
}
