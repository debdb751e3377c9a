'use client';
import { useEffect, useState } from 'react';
import type { Pickable } from '#office/find/wanted.ts';
import { useWrittenForm } from '#components/form-face.ts';

export type Offer = { readonly value: string; readonly label: string; readonly code: string };
type Answer = { readonly found: readonly Offer[]; readonly drafts: boolean };
export type Offers = { readonly offers: readonly Offer[]; readonly drafts: boolean; readonly state: 'waiting' | 'told' | 'away' };

/** Milliseconds without a key before the server is asked. */
const pause = 120;

/**
 * What the workspace finds for what is typed (`q`), or the record of one id. Asked only while `asked`; the last answer stays
 * until the next is there, and an answer that comes too late is thrown away.
 */
export function useOffers({ what, q = '', id = null, asked }: { what: Pickable; q?: string; id?: string | null; asked: boolean }): Offers {
  const form = useWrittenForm();
  const question = `/${form}/workspace/find?${new URLSearchParams(id ? { what, id } : { what, q: q.trim() }).toString()}`;
  const [answer, setAnswer] = useState<{ to: string; held: Answer | null }>({ to: '', held: null });
  useEffect(() => {
    if (!asked || answer.to === question) return undefined;
    const stop = new AbortController();
    const later = setTimeout(() => {
      fetch(question, { signal: stop.signal, headers: { Accept: 'application/json' } })
        .then(async (response) => (response.ok ? await response.json() as Answer : null))
        .then((held) => setAnswer({ to: question, held }), () => { if (!stop.signal.aborted) setAnswer({ to: question, held: null }); });
    }, q || id ? pause : 0);
    return () => {
      clearTimeout(later);
      stop.abort();
    };
  }, [asked, question, q, id, answer.to]);
  const state = answer.to !== question ? 'waiting' : answer.held ? 'told' : 'away';
  return { offers: answer.held?.found ?? none, drafts: answer.held?.drafts ?? false, state };
}

const none: readonly Offer[] = [];
