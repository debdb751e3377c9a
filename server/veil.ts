import type { ServerResponse } from 'node:http';

/** Chooses what the reader gets instead, and answers the writing of it. */
export type Replacement = (status: number) => Promise<(response: ServerResponse) => void>;

/**
 * Holds an answer back until its first bytes can be judged, and puts another in its place where Next
 * would show its own error: HTML marked `__next_error__`, or a bare line of text with a status over
 * 399. Answers that only scripts read (`text/x-component`, JSON) pass as they are; a redirect passes
 * without its body. After `patience` milliseconds without a byte the answer is replaced by a 503. `passed`
 * hears that Next's own answer goes out.
 */
export function veil(response: ServerResponse, replace: Replacement, patience: number, passed: () => void = () => {}): void {
  const { write, end, writeHead, flushHeaders, setHeader } = response;
  const real = { write, end, writeHead, flushHeaders, setHeader };
  let head: unknown[] | null = null;

  const pass = (): void => {
    clearTimeout(late);
    Object.assign(response, { write, end, flushHeaders });
    holding = false;
    if (head !== null) Reflect.apply(writeHead, response, head);
    passed();
  };
  const mute = (): void => {
    const accept = (): boolean => true;
    const same = (): ServerResponse => response;
    Object.assign(response, { write: accept, flushHeaders: accept, end: same, writeHead: same, setHeader: same });
  };
  const swap = async (status: number): Promise<void> => {
    clearTimeout(late);
    mute();
    const writeReplacement = await replace(status);
    Object.assign(response, real);
    writeReplacement(response);
    mute();
  };
  const judge = (chunk: unknown): Verdict => {
    const verdict = verdictOn(response, typeof head?.[0] === 'number' ? head[0] : response.statusCode, chunk);
    if (verdict === 'replace') void swap(Math.max(response.statusCode, Number(head?.[0] ?? 0)));
    else pass();
    if (verdict === 'head only') {
      response.end();
      mute();
    }
    return verdict;
  };
  const late = setTimeout(swap, patience, 503);
  response.once('close', () => clearTimeout(late));

  let holding = true;
  response.writeHead = ((...given: unknown[]) => {
    if (!holding) return Reflect.apply(writeHead, response, given);
    head = given;
    return response;
  }) as typeof writeHead;
  response.flushHeaders = () => {};
  response.write = ((...given: unknown[]) => judge(given[0]) !== 'pass' || Reflect.apply(write, response, given)) as typeof write;
  response.end = ((...given: unknown[]) => (judge(given[0]) === 'pass' ? Reflect.apply(end, response, given) : response)) as typeof end;
}

type Verdict = 'pass' | 'replace' | 'head only';

function verdictOn(response: ServerResponse, status: number, chunk: unknown): Verdict {
  if (status >= 300 && status < 400) return 'head only';
  const type = String(response.getHeader('content-type') ?? '');
  if (/^text\/html\b/i.test(type)) return startOf(chunk).includes('id="__next_error__"') ? 'replace' : 'pass';
  const { headers } = response.req;
  const scripted = headers['next-action'] !== undefined || headers.rsc !== undefined;
  return status >= 400 && !scripted && (type === '' || /^text\/plain\b/i.test(type)) ? 'replace' : 'pass';
}

function startOf(chunk: unknown): string {
  if (typeof chunk === 'string') return chunk.slice(0, 1_000);
  return chunk instanceof Uint8Array ? Buffer.from(chunk.subarray(0, 1_000)).toString('latin1') : '';
}
