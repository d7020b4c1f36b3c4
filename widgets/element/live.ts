// One stream of changes for all panels of all tabs of a browser. One visible tab leads: it holds the stream and tells the
// others. With Web Locks where there are any (secure pages), else by a lease in the host's storage.

/** A panel that wants to hear of changes. */
export interface Follower {
  /** Names of what it was made from. */
  touches(): readonly string[];
  refresh(): void;
}

interface Told {
  readonly kind: string;
  readonly last: string;
}

const mostFailures = 3;
const pollEvery = 60_000;
const leaseBeat = 500;
const leaseEnds = 1500;

/** Not all readers at once; but whoever waits for a warning does not wait. */
const jitter = (kinds: ReadonlySet<string>): number =>
  Math.random() * ([...kinds].some((kind) => kind.startsWith('emergency')) ? 100 : 400);

function listen(platform: string, followers: ReadonlySet<Follower>): () => void {
  const name = `gk:live:${platform}`;
  const me = String(Math.random());
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(name) : undefined;
  let last = '';
  let failures = 0;
  let isCandidate = false;
  let source: EventSource | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let lease: ReturnType<typeof setInterval> | undefined;
  let withdraw = (): void => undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const kinds = new Set<string>();

  const tell = (kind: string): void => {
    kinds.add(kind);
    telling ??= setTimeout(
      () => {
        telling = undefined;
        for (const follower of followers) {
          const touches = follower.touches();
          if (kinds.has('*') || touches.includes('*') || touches.some((each) => kinds.has(each))) follower.refresh();
        }
        kinds.clear();
      },
      jitter(new Set([kind])),
    );
  };

  const spread = (told: Told): void => {
    channel?.postMessage(told);
    tell(told.kind);
  };

  const heard = ({ data, lastEventId }: MessageEvent<string>): void => {
    if (lastEventId && Number(lastEventId) <= Number(last)) return;
    last = lastEventId;
    try {
      spread({ kind: String(JSON.parse(data).kind), last });
    } catch {
      spread({ kind: '*', last });
    }
  };

  const poll = (): void => {
    polling ??= setInterval(() => spread({ kind: '*', last }), pollEvery);
  };

  const open = (): void => {
    if (!globalThis.EventSource) {
      poll();
      return;
    }
    source = new EventSource(`${platform}/changes${last ? `?after=${last}` : ''}`);
    for (const type of ['published', 'withdrawn', 'sealed']) source.addEventListener(type, heard);
    source.onopen = () => {
      failures = 0;
    };
    source.onerror = () => {
      const isOver = source?.readyState === 2;
      if (++failures >= mostFailures) {
        source?.close();
        poll();
      } else if (isOver) {
        // Refused: too far back to go on from, or too many streams. What was missed is read anew.
        if (last) spread({ kind: '*', last: '' });
        last = '';
        reopening = setTimeout(open, 1000 + Math.random() * 2000);
      }
    };
  };

  const close = (): void => {
    source?.close();
    source = undefined;
    clearInterval(polling);
    clearTimeout(reopening);
    polling = undefined;
  };

  const hold = (): void => {
    try {
      const [owner, at] = (localStorage.getItem(name) ?? '').split(' ');
      if (owner !== me && Math.abs(Date.now() - Number(at)) < leaseEnds) {
        close();
        return;
      }
      localStorage.setItem(name, `${me} ${Date.now()}`);
    } catch {
      // No storage: this tab stands for itself.
    }
    if (!source && !polling) open();
  };

  const drop = (): void => {
    clearInterval(lease);
    try {
      if (localStorage.getItem(name)?.startsWith(me)) localStorage.removeItem(name);
    } catch {
      // As above.
    }
  };

  const stand = (): void => {
    isCandidate = true;
    failures = 0;
    if (!navigator.locks || !channel) {
      lease = setInterval(hold, leaseBeat);
      withdraw = drop;
      hold();
      return;
    }
    const controller = new AbortController();
    let release = (): void => undefined;
    withdraw = () => {
      controller.abort();
      release();
    };
    navigator.locks
      .request(name, { signal: controller.signal }, () => {
        if (controller.signal.aborted) return undefined;
        open();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      .catch(() => undefined);
  };

  const resign = (): void => {
    isCandidate = false;
    withdraw();
    close();
  };

  /** A hidden tab holds no stream; one that comes back without knowing where it was reads anew. */
  const look = (): void => {
    if (document.hidden === !isCandidate) return;
    if (document.hidden) {
      resign();
      return;
    }
    stand();
    if (!last) tell('*');
  };

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.last && Number(data.last) <= Number(last)) return;
      last = data.last;
      tell(data.kind);
    };
  }
  document.addEventListener('visibilitychange', look);
  if (!document.hidden) stand();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(telling);
    resign();
    channel?.close();
  };
}

const platforms = new Map<string, { readonly followers: Set<Follower>; readonly stop: () => void }>();

/** Lets a panel hear of changes at its platform, until what is handed back is called. Without followers there is no stream. */
export function follow(platform: string, follower: Follower): () => void {
  let there = platforms.get(platform);
  if (!there) {
    const followers = new Set<Follower>();
    there = { followers, stop: listen(platform, followers) };
    platforms.set(platform, there);
  }
  const { followers, stop } = there;
  followers.add(follower);
  return () => {
    followers.delete(follower);
    // A panel that is moved in the page leaves and comes back at once.
    setTimeout(() => {
      if (followers.size > 0 || platforms.get(platform)?.followers !== followers) return;
      platforms.delete(platform);
      stop();
    });
  };
}
