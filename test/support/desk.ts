import type { FastifyInstance } from 'fastify';
import type { Role } from '../../api/core/lifecycle.ts';
import { operator } from '../../api/publishing/actor.ts';
import { createToken } from '../../api/publishing/tokens.ts';
import type { Store } from '../../api/store/client.ts';

/** A token for a person: for the organizations named, or for all. */
export async function tokenFor(
  store: Store,
  holder: string,
  roles: readonly Role[],
  organizations: readonly string[] = [],
): Promise<string> {
  const given = { holder, roles, organizations, days: 30 };
  const { text } = await store.db.$transaction((tx) => createToken(tx, operator('admin'), given));
  return text;
}

/** What a browser says of a form that was sent from a page of the same address. */
export const fromHere = { origin: 'http://localhost:4000', host: 'localhost:4000', 'sec-fetch-site': 'same-origin' };

export interface Seen {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** Where the answer leads. */
  readonly location: string;
}

const markIn = (body: string): string => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** Somebody at the desk, as a browser without scripts: pages, forms, and the cookie. */
export class Person {
  readonly #server: FastifyInstance;
  #cookie = '';

  constructor(server: FastifyInstance) {
    this.#server = server;
  }

  get cookie(): string {
    return this.#cookie;
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string> = {},
    payload?: string | Buffer,
  ): Promise<Seen> {
    const response = await this.#server.inject({
      method,
      url,
      headers: { host: 'localhost:4000', ...(this.#cookie ? { cookie: this.#cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const { statusCode: status, body } = response;
    return { status, body, headers: response.headers, location: String(response.headers.location ?? '') };
  }

  get(url: string): Promise<Seen> {
    return this.#send('GET', url);
  }

  /** Sends a form as it stands; whatever it carries. */
  raw(url: string, fields: Record<string, string | string[]>, headers: Record<string, string> = fromHere) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.#send('POST', url, { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, `${body}`);
  }

  async signIn(token: string): Promise<Seen> {
    const seen = await this.raw('/publish/sign-in', { token, to: '/publish' });
    this.#cookie = String(seen.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    return seen;
  }

  /** The hidden field of every form. */
  async mark(): Promise<string> {
    return markIn((await this.get('/publish')).body);
  }

  async post(url: string, fields: Record<string, string | string[]> = {}): Promise<Seen> {
    return this.raw(url, { mark: await this.mark(), ...fields });
  }

  /** Sends a form with a file. */
  async upload(fields: Record<string, string>, file: { readonly name: string; readonly content: string | Buffer }) {
    const boundary = 'gongkai-boundary';
    const all = { mark: await this.mark(), ...fields };
    const parts = Object.entries(all).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: text/plain\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(file.content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const type = `multipart/form-data; boundary=${boundary}`;
    return this.#send('POST', '/publish/upload', { ...fromHere, 'content-type': type }, body);
  }
}
