import { afterAll, beforeAll } from 'vitest';
import { seedSample } from '../../../api/seeding/seed.ts';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import { panels } from '../../../widgets/panels.ts';
import { openMemory } from '../../support/databases.ts';
import { openServer, type TestServer } from '../../support/server.ts';

/** Every panel. */
export const stems = Object.keys(panels);

type Params = Readonly<Record<string, string>>;

export interface County {
  /** Where it listens. */
  readonly origin: () => string;
  /** Parameters with which a panel has something to show: its example, or a record of this sample. */
  readonly example: (stem: string) => Params;
  readonly document: (stem: string, params: Params) => Promise<PanelDocument>;
}

/** The sample county on a platform of its own: what panels show is what its API tells. */
export const useCounty = (documents = 72): County => {
  let server: TestServer;
  let origin: string;
  const records: Record<string, Params> = {};
  beforeAll(async () => {
    const store = await openMemory();
    await seedSample(store, { documents });
    server = await openServer(store, { url: null });
    origin = (await server.listen()).replace(/\/$/, '');
    const { project, document } = await server.ask<
      Record<'project' | 'document', { nodes: { indexNumber: string }[] }>
    >(
      '{ project: livelihoodProjects(first: 1) { nodes { indexNumber } } document: regulatoryDocuments(first: 1) { nodes { indexNumber } } }',
    );
    records['project'] = { project: project.nodes[0]?.indexNumber ?? '' };
    records['document'] = { 'index-number': document.nodes[0]?.indexNumber ?? '' };
  }, 120_000);
  afterAll(() => server.close());
  return {
    origin: () => origin,
    example: (stem) => records[stem] ?? panels[stem]?.descriptor.example ?? {},
    document: async (stem, params) => {
      const query = new URLSearchParams(params).toString();
      const response = await fetch(`${origin}/w/${stem}.json${query && `?${query}`}`);
      if (!response.ok) throw new Error(`${stem}?${query}: ${response.status} ${await response.text()}`);
      return (await response.json()) as PanelDocument;
    },
  };
};
