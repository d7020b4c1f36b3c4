import autocannon from 'autocannon';

/** The client: it runs in a process of its own, so that its work is not counted among the servers'. */
export interface Shot {
  readonly url: string;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What is added to the URL, each once: encoded arguments. None: the URL as it is, every time. */
  readonly tails: readonly string[];
}

/** What came of it. */
export interface Hits {
  readonly perSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx and 304, and requests without an answer. */
  readonly failures: number;
}

const connections = 10;

async function fire({ url, seconds, headers, tails }: Shot): Promise<Hits> {
  const { pathname, search, origin } = new URL(url);
  let next = 0;
  const setupRequest = (request: object) => {
    const tail = tails[next];
    next += 1;
    // Better no measurement than one of answers that were ready.
    if (tail === undefined) throw new Error(`only ${tails.length} arguments, and more requests than that`);
    return { ...request, path: `${pathname}${search}${tail}` };
  };
  const started = performance.now();
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    sampleInt: 250,
    requests: [{ method: 'GET', path: `${pathname}${search}`, headers, ...(tails.length > 0 ? { setupRequest } : {}) }],
  });
  const lasted = (performance.now() - started) / 1000;
  const answered = result['2xx'] + (result.statusCodeStats['304']?.count ?? 0);
  return {
    perSecond: answered / lasted,
    requests: answered,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: Math.max(0, result.requests.sent - answered - connections),
  };
}

process.on('message', async (shot: Shot) => {
  process.send?.(await fire(shot));
});
process.on('disconnect', () => process.exit());
