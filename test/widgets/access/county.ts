import { afterAll, beforeAll } from 'vitest';
import { seedSample } from '../../../api/seeding/seed.ts';
import { openDatabase } from '../../../api/store/client.ts';
import { migrate } from '../../../api/store/migrate.ts';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import { panels } from '../../../widgets/panels.ts';
import { openServer, type TestServer } from '../../support/server.ts';

/** Every panel with the parameters of its example. */
export const examples = Object.entries(panels).map(
  ([stem, { descriptor }]) => [stem, descriptor.example ?? {}] as const,
);

export interface County {
  /** Where it listens. */
  readonly origin: () => string;
  readonly document: (stem: string, params: Readonly<Record<string, string>>) => Promise<PanelDocument>;
}

/** The sample county on a platform of its own: what panels show is what its API tells. */
export const useCounty = (documents = 72): County => {
  let server: TestServer;
  let origin: string;
  beforeAll(async () => {
    const store = await openDatabase({ memory: true });
    await migrate(store);
    await seedSample(store, { documents });
    server = await openServer(store, { url: null });
    origin = (await server.listen()).replace(/\/$/, '');
  }, 120_000);
  afterAll(() => server.close());
  return {
    origin: () => origin,
    document: async (stem, params) => {
      const query = new URLSearchParams(params).toString();
      const response = await fetch(`${origin}/w/${stem}.json${query && `?${query}`}`);
      if (!response.ok) throw new Error(`${stem}?${query}: ${response.status} ${await response.text()}`);
      return (await response.json()) as PanelDocument;
    },
  };
};
