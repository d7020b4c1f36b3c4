import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';
import { after, before } from './surroundings.ts';

const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.\- ]?(?=[A-HJ-NP-Z]*\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g;
const person = /车主|驾驶[人员]|司机|当事人|违法人|姓名|肇事人|被处罚人|所有人|本人/;

/**
 * Plates beside a person. A plate alone names a vehicle, and lists of vehicles (sold by offices, towed away, fined in
 * cameras' notices) have to be published.
 */
export function* vehiclePlates(plain: string): Generator<Sighting> {
  for (const { 0: written, index: start } of plain.matchAll(plate)) {
    const end = start + written.length;
    if (!person.test(before(plain, start, 30)) && !person.test(after(plain, end, 15))) continue;
    yield { type: 'vehicle-plate', start, end, shown: masked(written, 2, 2) };
  }
}
