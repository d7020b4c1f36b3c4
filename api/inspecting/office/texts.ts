import { personalInformationIn } from '../../core/personal-information/index.ts';
import type { Collector } from '../collector.ts';
import { type FilePlace, personal } from '../finding.ts';

/** Beside the cells of a worksheet: its printed headers, hints of checks, literals in formulas, addresses of links. */
const telling = /^(?:oddHeader|oddFooter|evenHeader|evenFooter|firstHeader|firstFooter|f|formula1|formula2)$/;
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  dataValidation: ['prompt', 'error', 'promptTitle', 'errorTitle'],
  hyperlink: ['location', 'tooltip', 'display'],
};

/** Looks at what a worksheet says outside of its cells, while it is read. */
export function inspectTexts(collector: Collector, at: FilePlace) {
  let text = '';
  let isTelling = false;
  const see = (said: string | undefined): void => {
    if (said === undefined || said.length < 5) return;
    for (const datum of personalInformationIn(said)) collector.add(personal(datum, at));
  };
  return {
    open: (tag: string, attributes: ReadonlyMap<string, string>): void => {
      if (Object.hasOwn(attributesOf, tag)) for (const name of attributesOf[tag] ?? []) see(attributes.get(name));
      isTelling = telling.test(tag);
      if (isTelling) text = '';
    },
    text: (piece: string): void => {
      if (isTelling) text += piece;
    },
    close: (tag: string): void => {
      // A formula without a literal holds no text.
      if (isTelling && telling.test(tag) && (tag.length > 1 || text.includes('"'))) see(text);
      isTelling = false;
    },
  };
}
