import { request as send, type IncomingHttpHeaders } from 'node:http';
import { Parser } from 'htmlparser2';

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; took: number };
export type Visit = { method?: string; headers?: Record<string, string | string[]>; body?: Buffer; hurry?: number };
export type Field = readonly [name: string, value: string | Buffer];

/**
 * Asks once on a connection of its own, the path sent as it is written and redirects not followed; `took` in milliseconds.
 * Throws where `hurry` milliseconds pass without an answer.
 */
export function ask(address: string, { method = 'GET', headers = {}, body, hurry = 30_000 }: Visit = {}): Promise<Answer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const { hostname, port, origin } = new URL(address);
    const request = send({ hostname, port, path: address.slice(origin.length) || '/', method, agent: false, headers: { ...length, ...headers }, signal: AbortSignal.timeout(hurry) }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: Buffer.concat(parts).toString(), took: performance.now() - began }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Somebody with a browser that runs no scripts and keeps its cookies. */
export class Reader {
  readonly origin: string;
  private readonly kept = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  cookies(): string[] {
    return [...this.kept].map(([name, value]) => `${name}=${value}`);
  }

  async get(path: string, visit: Visit = {}): Promise<Answer> {
    return this.keep(await ask(`${this.origin}${path}`, { ...visit, headers: { ...this.own(), ...visit.headers } }));
  }

  /** Posts fields as the site's own form would. */
  async post(path: string, fields: readonly Field[], visit: Visit = {}): Promise<Answer> {
    return this.keep(await ask(`${this.origin}${path}`, { method: 'POST', body: multipart(fields), ...visit, headers: { ...this.own(), origin: this.origin, 'content-type': formType, ...visit.headers } }));
  }

  /** Opens the page's form, puts `typed` in the place of what stands in it, and posts it. */
  async fillIn(path: string, typed: Record<string, string>, visit: Visit = {}): Promise<Answer> {
    return this.post(path, filled(formIn((await this.get(path)).text), typed), visit);
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<Answer> {
    return this.fillIn('/en/sign-in', { email, password });
  }

  private own(): Record<string, string> {
    return this.kept.size > 0 ? { cookie: this.cookies().join('; ') } : {};
  }

  private keep(answer: Answer): Answer {
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.kept.set(name, value);
      else this.kept.delete(name);
    }
    return answer;
  }
}

export const boundary = 'x1y2z3';
export const formType = `multipart/form-data; boundary=${boundary}`;

export function multipart(fields: readonly Field[]): Buffer {
  const parts = fields.flatMap(([name, value]) => [`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`, value, '\r\n']);
  return Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)));
}

/** The fields with `typed` in the place of those of the same name. */
export function filled(fields: readonly Field[], typed: Record<string, string | Buffer>): Field[] {
  return [...fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
}

/** The fields of the first form with an action in the page's main part, as a browser would send them. Throws where there is none. */
export function formIn(html: string): Field[] {
  const fields: Field[] = [];
  let [within, select, text] = ['before', '', null as string | null];
  const parser = new Parser({
    onopentag(name, at) {
      if (name === 'main') within = 'main';
      if (name === 'form' && within === 'main') within = 'form';
      if (within !== 'form') return;
      const ticked = !/^(checkbox|radio)$/.test(at.type ?? '') || 'checked' in at;
      if (name === 'input' && at.name && ticked && at.type !== 'submit') fields.push([at.name, at.value ?? '']);
      if (name === 'select') select = at.name ?? '';
      if (name === 'option' && select && 'selected' in at) fields.push([select, at.value ?? '']);
      if (name === 'textarea') [text, select] = ['', at.name ?? ''];
    },
    ontext: (part) => void (text !== null && (text += part)),
    onclosetag(name) {
      // One that only asks (a search) is passed by.
      if (name === 'form' && within === 'form') within = fields.some(([held]) => held.startsWith('$ACTION')) ? 'after' : 'main';
      if (name === 'form' && within === 'main') fields.length = 0;
      if (name !== 'textarea' || text === null) return;
      if (within === 'form') fields.push([select, text.replace(/^\n/, '')]);
      [text, select] = [null, ''];
    },
  });
  parser.end(html);
  if (!fields.some(([name]) => name.startsWith('$ACTION'))) throw new Error(`no form with an action in: ${html.slice(0, 300)}`);
  return fields;
}
