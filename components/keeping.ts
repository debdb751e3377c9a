import type { FormValues } from '#office/outcome.ts';
import { forgetHere, keepHere, keptHere } from '#components/kept-here.ts';

/** Where the typed text stands: nowhere yet, with the server, in this browser alone, or nowhere because nothing would have it. */
export type Kept = { readonly state: 'untouched' | 'kept' | 'here' | 'lost'; readonly at: Date | null };

export type Keeping = {
  /** The form stands on the page: what it holds now is what it was opened with. Answers what ends it with the page. */
  begin(): () => void;
  /** Something was typed. */
  typed(): void;
  /** It is being sent, so nothing is kept meanwhile; `resume` where it was not taken. */
  pause(): void;
  resume(): void;
  /** Sent or thrown away: nothing of it is kept here. */
  end(): void;
  /** Something is typed that is kept nowhere. */
  atRisk(): boolean;
  subscribe(listener: () => void): () => void;
  now(): Kept;
};

type Place = { readonly place: string; readonly who: string; readonly holder: string; readonly read: () => FormValues | null; readonly kept: Date | null; readonly pristine: boolean; readonly early: () => boolean };

const afterKey = 2_000;
const again = 15_000;
const aMoment = 2_000;

/** Keeps what is typed into one form: two seconds after the last key with the server, and in this browser while the server does not answer. */
export function openKeeping({ place, who, holder, read, kept, pristine, early }: Place): Keeping {
  let now: Kept = kept ? { state: 'kept', at: kept } : { state: 'untouched', at: null };
  let last = '';
  let first: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paused = false;
  let left = false;
  let turn = 0;
  let mine: FormValues | null = null;
  const listeners = new Set<() => void>();
  const tell = (next: Kept): void => {
    now = next;
    for (const listener of listeners) listener();
  };
  const later = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), pause);
  };
  const save = async (leaving: boolean): Promise<void> => {
    clearTimeout(timer);
    const fields = paused ? null : read();
    const text = written(fields);
    if (!fields || text === last) return;
    mine = fields;
    const own = (turn += 1);
    const unchanged = text === first;
    const answer = await post({ place, holder, ...(unchanged ? { typed: null, opening: fields.request?.[0] } : { typed: fields }) }, leaving && text.length < 20_000);
    if (own !== turn) return;
    if (answer === 'done') {
      last = text;
      if (left) setTimeout(() => forgetIf(fields), aMoment);
      else forgetHere(who, place, fields);
      tell(unchanged ? { state: 'untouched', at: null } : { state: 'kept', at: new Date() });
    } else {
      tell({ state: keepHere(who, place, fields) ? 'here' : 'lost', at: new Date() });
      if (answer === 'away') later(again);
    }
  };
  // The page to which the reader went may have been drawn before the server had this: then it is found here.
  const forgetIf = (fields: FormValues): void => {
    if (written(keptHere(who, place, fields)?.typed ?? null) === written(fields)) forgetHere(who, place, fields);
  };
  const flush = (): void => {
    const fields = paused ? null : read();
    if (!fields || written(fields) === last || written(fields) === first) return;
    keepHere(who, place, fields);
    void save(true);
  };
  return {
    begin: () => {
      // What was drawn is worth keeping only once something is typed, be it before the scripts; a form that came back, from the first moment.
      const begun = pristine && !early();
      last = begun || kept ? written(read()) : '';
      first = begun ? last : null;
      if (pristine && !begun) later(afterKey);
      const hidden = (): void => void (document.visibilityState === 'hidden' && flush());
      document.addEventListener('visibilitychange', hidden);
      for (const event of ['pagehide', 'online']) addEventListener(event, flush);
      left = false;
      return () => {
        left = true;
        flush();
        document.removeEventListener('visibilitychange', hidden);
        for (const event of ['pagehide', 'online']) removeEventListener(event, flush);
      };
    },
    typed: () => void (paused || later(afterKey)),
    pause: () => {
      paused = true;
      turn += 1;
      clearTimeout(timer);
    },
    resume: () => {
      paused = false;
      first = null;
      later(0);
    },
    end: () => {
      paused = true;
      turn += 1;
      clearTimeout(timer);
      // Where the form has gone already, what was read of it last tells which text was its own.
      const fields = read() ?? mine;
      if (fields) forgetHere(who, place, fields);
    },
    atRisk: () => {
      const fields = paused ? null : read();
      return fields !== null && written(fields) !== last && written(fields) !== first && !keepHere(who, place, fields);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    now: () => now,
  };
}

/** `away`: worth another try. `refused`: too much, or of a form that is not kept. */
async function post(body: { place: string; holder: string; typed: FormValues | null; opening?: string | undefined }, keepalive: boolean): Promise<'done' | 'away' | 'refused'> {
  try {
    const answer = await fetch('/drafts/mine', { method: 'POST', keepalive, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (answer.ok) return 'done';
    return answer.status === 413 || answer.status === 422 ? 'refused' : 'away';
  } catch {
    return 'away';
  }
}

/** The form without what differs at every opening. */
function written(fields: FormValues | null): string {
  return fields ? JSON.stringify(Object.entries(fields).filter(([name]) => !/^(?:request|opened|version|resumed)$/.test(name))) : '';
}
