import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entered } from '#office/change.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { draft, revise } from '#office/organisation/write.ts';
import type { Outcome } from '#office/outcome.ts';
import { parsed, staff } from '../verbs.ts';

/** A change that the gate said was done: under which request, which record, which name it was given. */
export type Acknowledged = { readonly requestId: string; readonly id: string; readonly name: string };

/** What the writers met. Times in milliseconds. */
export type Writing = {
  readonly acknowledged: readonly Acknowledged[];
  /** Calls that threw, by what they said. */
  readonly thrown: Readonly<Record<string, number>>;
  /** Calls that the gate refused, which none of these should be. */
  readonly refused: readonly string[];
  /** Calls without any answer within ten seconds. */
  readonly hung: number;
  readonly slowest: number;
};

/** How long a call may take until it counts as hung. */
const limit = 10_000;

/**
 * Lets `writers` enter changes one after another, each its own records. `further` waits until so many more were
 * acknowledged, on however slow a machine, at most 20 seconds; `stop` waits for the last answers.
 */
export function startWriters(writers: number): { further(changes: number): Promise<void>; stop(): Promise<Writing> } {
  const [acknowledged, refused, thrown] = [[] as Acknowledged[], [] as string[], {} as Record<string, number>];
  let [hung, slowest] = [0, 0];
  const stopping = new AbortController();

  const send = async (name: string, requestId: string, verb: () => Promise<Outcome<Entered>>): Promise<Entered | null> => {
    // As a person would, the same form is sent again until it is answered; the request's id makes it one change.
    while (!stopping.signal.aborted) {
      const outcome = await timed(verb);
      if (outcome === 'failed') await wait(30);
      else {
        if (outcome === 'hung') return null;
        if (!outcome.done) refused.push(JSON.stringify(outcome));
        if (!outcome.done) return null;
        acknowledged.push({ requestId, id: outcome.value.id, name });
        return outcome.value;
      }
    }
    return null;
  };

  const timed = async (verb: () => Promise<Outcome<Entered>>): Promise<Outcome<Entered> | 'failed' | 'hung'> => {
    const began = performance.now();
    const enough = new AbortController();
    const late = wait(limit, 'hung' as const, { signal: enough.signal }).catch(() => 'hung' as const);
    const answer = await Promise.race([verb().catch((error: unknown) => count(thrown, error)), late]);
    enough.abort();
    if (answer === 'hung') hung += 1;
    slowest = Math.max(slowest, Math.round(performance.now() - began));
    return answer;
  };

  const write = async (writer: number): Promise<void> => {
    const viewer = staff('editor');
    for (let number = 1; !stopping.signal.aborted; number += 1) {
      const name = `Установа ${writer} ${number}`;
      const request = randomUUID();
      const drafted = await send(name, request, () => draft(viewer, { entry: entry(name), requestId: request }));
      if (!drafted) continue;
      for (let version = 1; version <= 3 && !stopping.signal.aborted; version += 1) {
        const [again, renamed] = [randomUUID(), `${name} измена ${version}`];
        const revised = await send(renamed, again, () => revise(viewer, { id: drafted.id, version, entry: entry(renamed), requestId: again }));
        if (!revised) break; // nobody knows which version stands now
      }
    }
  };

  const all = Array.from({ length: writers }, (_, writer) => write(writer));
  return {
    async further(changes) {
      const enough = acknowledged.length + changes;
      for (const end = performance.now() + 20_000; acknowledged.length < enough && performance.now() < end;) await wait(20);
    },
    async stop() {
      stopping.abort();
      await Promise.all(all);
      return { acknowledged, refused, thrown, hung, slowest };
    },
  };
}

/** Two earlier names make every draft three rows and every revision five, so that half a change would show. */
function entry(name: string) {
  return parsed(organisationEntry, {
    'name.sr-Cyrl': [name], kind: ['local_government'],
    'names.rows': ['2'], 'names.0.name.sr-Cyrl': [`${name} први`], 'names.1.name.sr-Cyrl': [`${name} други`],
  });
}

function count(thrown: Record<string, number>, error: unknown): 'failed' {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  const { code, message } = root as { code?: string; message?: string };
  const what = `${code ?? ''} ${message ?? String(root)}`.trim();
  thrown[what] = (thrown[what] ?? 0) + 1;
  return 'failed';
}
