'use client';
import { useEffect, useState } from 'react';
import type { OfferGroup } from '#components/desk/offer.ts';
import { visitsOf } from '#components/desk/visits.ts';

type Answer = { readonly to: string | null; readonly held: readonly OfferGroup[] | null };

/** Milliseconds without a key before the server is asked. */
const pause = 90;

/** What the workspace offers for what is typed; the last answer stays until the next is there, and one that comes too late is thrown away. */
export function usePaletteOffers(path: string, person: string): { groups: readonly OfferGroup[]; state: 'waiting' | 'told' | 'away'; ask: (q: string) => void } {
  const [q, ask] = useState('');
  const [answer, setAnswer] = useState<Answer>({ to: null, held: [] });
  useEffect(() => {
    const stop = new AbortController();
    const later = setTimeout(() => {
      const question = new URLSearchParams({ q: q.trim(), visited: visitsOf(person).slice(0, 8).join(' ') });
      fetch(`${path}/palette/hits?${question.toString()}`, { signal: stop.signal, headers: { Accept: 'application/json' } })
        .then(async (response) => (response.ok ? await response.json() as OfferGroup[] : null))
        .then((held) => setAnswer({ to: q, held }), () => { if (!stop.signal.aborted) setAnswer({ to: q, held: null }); });
    }, q ? pause : 0);
    return () => {
      clearTimeout(later);
      stop.abort();
    };
  }, [path, person, q]);
  return { groups: answer.held ?? [], state: answer.to !== q ? 'waiting' : answer.held ? 'told' : 'away', ask };
}
