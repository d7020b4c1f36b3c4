import { kinds } from '../../../api/disclosures/registry.ts';
import { type County, stems } from './county.ts';

export interface PublicPage {
  readonly name: string;
  readonly path: (lang: string) => string;
  /** Whether it is there in other languages; else it is in Chinese, with English beside it. */
  readonly isTranslated: boolean;
}

const plain = (path: string): PublicPage => ({ name: path, path: () => path, isTranslated: false });

/** The pages of one panel: whole, and as it stands in a frame. */
const panelPages = (county: County, stem: string): readonly PublicPage[] =>
  [{}, { frame: '1' }].map((more) => ({
    name: `/w/${stem}${'frame' in more ? '?frame=1' : ''}`,
    path: (lang) => `/w/${stem}?${new URLSearchParams({ ...county.example(stem), ...more, lang })}`,
    isTranslated: true,
  }));

/** The list of a kind, and the first record on it. */
const kindPages = async (county: County, plural: string): Promise<readonly PublicPage[]> => {
  const list = await (await fetch(`${county.origin()}/${plural}`)).text();
  const [record] = new RegExp(`/${plural}/[^/"]+/[^/"]+(?=")`).exec(list) ?? [];
  if (!record) throw new Error(`/${plural} lists no record`);
  return [plain(`/${plural}`), { ...plain(record), name: `/${plural}/…` }];
};

/** Every page that readers are led to. */
export const publicPages = async (county: County): Promise<readonly PublicPage[]> => [
  ...['/', '/demo', '/embed', '/embed/doctor', '/embed/gallery', '/docs/errors', '/graphql/plain', '/nowhere'].map(
    plain,
  ),
  ...(await Promise.all(kinds.map(({ plural }) => kindPages(county, plural)))).flat(),
  ...stems.flatMap((stem) => panelPages(county, stem)),
];
