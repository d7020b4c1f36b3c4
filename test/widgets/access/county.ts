import { afterAll, beforeAll } from 'vitest';
import { namedPanels } from '../../../api/http/embed/named-panels.ts';
import type { Store } from '../../../api/store/client.ts';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import { panels } from '../../../widgets/panels.ts';
import { sampleOf } from '../../support/county.ts';
import { openMemory } from '../../support/databases.ts';
import { openServer } from '../../support/server.ts';

/** Every panel once: a tag it had before is the same. */
export const stems = namedPanels.map(([stem]) => stem);

type Params = Readonly<Record<string, string>>;

export interface County {
  /** Where it listens. */
  readonly origin: () => string;
  /** Parameters with which a panel has something to show: its example, or a record of this sample. */
  readonly example: (stem: string) => Params;
  readonly document: (stem: string, params: Params) => Promise<PanelDocument>;
}

export interface OpenCounty extends County {
  readonly close: () => Promise<void>;
}

/** The sample county on a platform of its own: what panels show is what its API tells. */
export const openCounty = async (store: Store): Promise<OpenCounty> => {
  const server = await openServer(store, { url: null });
  // What depends on the day is always the same: all of the sample is published by then.
  server.clock.set('2026-07-01T01:00:00Z');
  const origin = (await server.listen()).replace(/\/$/, '');
  const { project, document } = await server.ask<Record<'project' | 'document', { nodes: { indexNumber: string }[] }>>(
    '{ project: livelihoodProjects(first: 1) { nodes { indexNumber } } document: regulatoryDocuments(first: 2) { nodes { indexNumber } } }',
  );
  // Two of one day come in any order: the one with the lower number is the notice, which has articles and an interpretation.
  const [notice] = document.nodes.map(({ indexNumber }) => indexNumber).sort();
  const records: Record<string, Params> = {
    project: { project: project.nodes[0]?.indexNumber ?? '' },
    document: { 'index-number': notice ?? '' },
  };
  return {
    origin: () => origin,
    example: (stem) => records[stem] ?? panels[stem]?.descriptor.example ?? {},
    document: async (stem, params) => {
      const query = new URLSearchParams(params).toString();
      const response = await fetch(`${origin}/w/${stem}.json${query && `?${query}`}`);
      if (!response.ok) throw new Error(`${stem}?${query}: ${response.status} ${await response.text()}`);
      return (await response.json()) as PanelDocument;
    },
    close: () => server.close(),
  };
};

/** The same for a file of tests. */
export const useCounty = (): County => {
  let county: OpenCounty;
  beforeAll(async () => {
    county = await openCounty(await openMemory({ beginning: sampleOf(72) }));
  }, 120_000);
  afterAll(() => county.close());
  return {
    origin: () => county.origin(),
    example: (stem) => county.example(stem),
    document: (stem, params) => county.document(stem, params),
  };
};
