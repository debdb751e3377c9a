'use client';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useState } from 'react';
import { usePathname, useSearchParams } from 'next/navigation';
import type { FormValues } from '#office/outcome.ts';
import { openKeeping, type Keeping } from '#components/keeping.ts';
import { forgetHere, keptHere } from '#components/kept-here.ts';
import { isKept, isResumed, pagePlace } from '#components/place.ts';
import { useDesk, type Desk } from '#components/unsent.ts';

/** What a form knows of its own unsent text. */
export type Unsent = {
  readonly atDesk: boolean;
  /** What was typed and not sent, until it is gone on with or thrown away. */
  readonly offer: { readonly typed: FormValues; readonly savedAt: string } | null;
  /** The text with which the page was asked to open its form, where there are no scripts to ask for it later. */
  readonly resumed: FormValues | null;
  /** It stands in the form. */
  readonly going: boolean;
  readonly carried: { readonly draft?: string; readonly holder?: string; readonly resumed?: string | undefined };
  readonly place: string | null;
  readonly formId: string;
  readonly goOn: () => void;
  /** True as soon as nothing of it is left. */
  readonly throwAway: () => Promise<boolean>;
};

/**
 * The unsent text of the form that stands on this page under this name; nothing of it outside of the workspace. Where the page was
 * asked to go on with it, and the client's router brought the reader, `resume` gets the text once it is there.
 */
export function useUnsent(keepAs: string, resume: (typed: FormValues) => void): Unsent {
  const desk = useDesk();
  const path = usePathname() ?? '';
  const query = useSearchParams()?.toString() ?? '';
  const page = pagePlace(`${path}?${query}`);
  const place = desk && keepAs !== 'nothing' && isKept(page) ? `${page}#${keepAs}` : null;
  const given = place !== null && desk?.page === page ? desk.drafts.find((draft) => draft.place === place) ?? null : null;
  const [offer, setOffer] = useState<Unsent['offer']>(given);
  const [resumed] = useState(desk?.resumed && given ? given.typed : null);
  const [going, setGoing] = useState(resumed !== null);
  // Asked once, when the form is opened: what is kept later is what stands in it.
  const find = useEffectEvent((signal: AbortSignal) => (desk && place ? newest(desk, page, place, given, signal) : Promise.resolve(null)));
  const goOnWhereAsked = useEffectEvent((typed: FormValues) => {
    if (resumed !== null || !isResumed(location.pathname + location.search)) return;
    setGoing(true);
    resume(typed);
  });
  useEffect(() => {
    if (place === null) return undefined;
    const leaving = new AbortController();
    const offerIt = async () => {
      const found = await find(leaving.signal);
      if (!found || leaving.signal.aborted) return;
      setOffer((before) => before ?? found);
      goOnWhereAsked(found.typed);
    };
    void offerIt();
    return () => leaving.abort();
  }, [place]);
  return {
    atDesk: desk !== null, offer, resumed, going, place, formId: useId(),
    carried: desk && place ? { draft: place, holder: desk.holder, resumed: going ? (resumed ?? offer?.typed)?.request?.[0] : undefined } : desk ? { holder: desk.holder } : {},
    goOn: () => setGoing(true),
    throwAway: async () => {
      if (!desk || !place) return false;
      const gone = await tell({ place, typed: null, holder: desk.holder });
      if (gone) forgetHere(desk.who, place);
      if (gone) setOffer(null);
      return gone;
    },
  };
}

type Start = { readonly read: () => FormValues | null; readonly untouched: boolean; readonly early: () => boolean };

/** Keeps what is typed into the form from its opening on: after the last key, when the page is hidden or left, when the line is back. */
export function useKeeping({ place, offer, going }: Unsent, { read, untouched, early }: Start): Keeping | null {
  const desk = useDesk();
  const [keeping] = useState(() => (desk && place
    ? openKeeping({ place, who: desk.who, holder: desk.holder, read, kept: going && offer ? new Date(offer.savedAt) : null, pristine: untouched, early }) : null));
  // Before the fields are taken from the page: what was typed last is read from them once more.
  useLayoutEffect(() => keeping?.begin(), [keeping]);
  return keeping;
}

/** What was kept last: by this browser while the server was away, which then gets it, or by the server. */
async function newest(desk: Desk, page: string, place: string, given: Unsent['offer'], signal: AbortSignal): Promise<Unsent['offer']> {
  const known = desk.page === page ? given : await asked(page, place, signal);
  const here = keptHere(desk.who, place);
  if (!here) return known;
  if (known && (known.savedAt >= here.at || JSON.stringify(known.typed) === JSON.stringify(here.typed))) {
    forgetHere(desk.who, place);
    return known;
  }
  if (await tell({ place, typed: here.typed, holder: desk.holder })) forgetHere(desk.who, place);
  return { typed: here.typed, savedAt: here.at };
}

async function asked(page: string, place: string, signal: AbortSignal): Promise<Unsent['offer']> {
  try {
    const answer = await fetch(`/drafts/mine?path=${encodeURIComponent(page)}`, { signal });
    const { drafts } = await answer.json() as { drafts: { place: string; typed: FormValues; savedAt: string }[] };
    return drafts.find((draft) => draft.place === place) ?? null;
  } catch {
    return null;
  }
}

async function tell(body: object): Promise<boolean> {
  try {
    return (await fetch('/drafts/mine', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).ok;
  } catch {
    return false;
  }
}
