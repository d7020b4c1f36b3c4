import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await openMemory({ beginning: sampleOf(72) }));
}, 120_000);
afterAll(() => server.close());

const finance = `organization=${encodeURIComponent('县财政局')}`;

async function linkedData(question: string): Promise<{ '@type': string; temporalCoverage?: string }> {
  const { body } = await server.get(`/w/${question}`);
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] ?? 'null');
}

describe('the linked data of a panel', () => {
  test.each([
    [`budget?${finance}&year=2024`, '2024'],
    [`budget?${finance}&year=2024&view=three-public&lang=en`, '2024'],
    [`budget?organization=${encodeURIComponent('县教育和体育局')}&year=2024&view=years`, '2020/2024'],
    [`figure?of=budget&${finance}&year=2024`, '2024'],
    ['projects?year=2024', '2024'],
    ['projects', '2024'],
    ['projects?lang=en', '2024'],
    ['figure?of=projects', '2024'],
    ['figure?of=projects&lang=en', '2024'],
    ['enrollment?year=2024', '2024'],
    ['enrollment', '2026'],
    ['enrollment?lang=en', '2026'],
    [`project?project=${encodeURIComponent('起凤镇中心小学扩建工程')}`, '2024'],
    // Of no year: how things stand.
    ['figure?of=documents', undefined],
    [`department?${finance}`, undefined],
    [`department?${finance}&lang=en`, undefined],
    ['emergency-plan?hazard=FLOOD_DROUGHT', undefined],
  ])('is of the year its data are of, never of the day of reading: %s', async (question, period) => {
    const data = await linkedData(question);
    expect([data['@type'], data.temporalCoverage]).toEqual(['Dataset', period]);
  });

  test.each(['documents', 'latest', 'search?q=通知', 'emergency'])(
    'of what is no table of figures has none: %s',
    async (question) => {
      expect((await linkedData(question)).temporalCoverage).toBeUndefined();
    },
  );
});

test.each(['budget?year=abc', 'documents?validity=x', 'budget?year=abc&lang=en'])(
  'a tag with a mistake offers no file and nothing to read whole: %s',
  async (question) => {
    for (const more of ['', '&frame=1']) {
      const { body, status } = await server.get(`/w/${question}${more}`);
      expect(status).toBe(200);
      expect(body).not.toMatch(/class="files|\.(csv|xlsx|md|svg)\?|在平台上查看|on the platform/);
    }
    expect((await server.get('/w/projects')).body).toMatch(/class="files.*\.csv/);
  },
);
