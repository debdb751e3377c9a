'use client';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useState, type RefObject } from 'react';
import { usePathname, useSearchParams } from 'next/navigation';
import type { FormValues } from '#office/outcome.ts';
import { openKeeping, type Keeping } from '#components/keeping.ts';
import { allKeptHere, forgetHere } from '#components/kept-here.ts';
import { askedFor, isKept, isResumed, markOf, pagePlace, resumedAt } from '#components/place.ts';
import { keptFieldsOf, wasTypedEarly } from '#components/typed-fields.ts';
import { useDesk, type Desk, type UnsentDraft } from '#components/unsent.ts';
import { formPlace } from '#office/draft/draft.ts';

/** What a form knows of its own unsent text. */
export type Unsent = {
  readonly atDesk: boolean;
  /** What was typed and not sent, until it is gone on with or thrown away. */
  readonly offer: UnsentDraft | null;
  /** Those that other windows have kept of the same form, the newest first, each with the address that opens the form with it. */
  readonly others: readonly (UnsentDraft & { readonly href: string })[];
  /** The address that opens the form with the one that is offered. */
  readonly href: string;
  /** The text with which the page was asked to open its form, where there are no scripts to ask for it later. */
  readonly resumed: FormValues | null;
  /** It stands in the form. */
  readonly going: boolean;
  readonly carried: { readonly draft?: string; readonly holder?: string; readonly resumed?: string | undefined };
  readonly place: string | null;
  readonly formId: string;
  /** With the one that is offered, or with this other one. */
  readonly goOn: (other?: UnsentDraft) => void;
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
  const given = place !== null && desk?.page === page ? askedFor(desk.asked, desk.drafts.filter((draft) => formPlace(draft.place) === place)) : none;
  const [offers, setOffers] = useState(given);
  const [offer = null, ...others] = offers;
  const [resumed] = useState(desk?.resumed && given[0] ? given[0].typed : null);
  const [going, setGoing] = useState(resumed !== null);
  // Asked once, when the form is opened: what is kept later is what stands in it.
  const find = useEffectEvent((signal: AbortSignal) => (desk && place ? newest(desk, page, place, given, signal) : Promise.resolve(none)));
  const goOnWhereAsked = useEffectEvent((typed: FormValues) => {
    if (resumed !== null || !isResumed(location.pathname + location.search)) return;
    setGoing(true);
    resume(typed);
  });
  useEffect(() => {
    if (place === null) return undefined;
    const leaving = new AbortController();
    const offerThem = async () => {
      const found = askedFor(location.pathname + location.search, await find(leaving.signal));
      if (!found[0] || leaving.signal.aborted) return;
      setOffers((before) => (before.length > 0 ? before : found));
      goOnWhereAsked(found[0].typed);
    };
    void offerThem();
    return () => leaving.abort();
  }, [place]);
  return {
    atDesk: desk !== null, offer, resumed, going, place, formId: useId(), href: resumedAt(page, offer ? markOf(offer.typed) : undefined),
    others: others.map((other) => ({ ...other, href: resumedAt(page, markOf(other.typed)) })),
    carried: desk && place ? { draft: place, holder: desk.holder, resumed: going ? (resumed ?? offer?.typed)?.request?.[0] : undefined } : desk ? { holder: desk.holder } : {},
    goOn: (other) => {
      if (other) setOffers((before) => [...before.filter(({ typed }) => typed === other.typed), ...before.filter(({ typed }) => typed !== other.typed)]);
      setGoing(true);
    },
    throwAway: async () => {
      if (!desk || !place || !offer) return false;
      // Gone on with, it lies where it lay, under the one-time id of this form.
      const gone = await tell({ place: offer.place, typed: null, ...(going ? {} : { opening: offer.typed.request?.[0] }), holder: desk.holder });
      if (gone) forgetHere(desk.who, place, offer.typed);
      if (gone) setOffers(others);
      return gone;
    },
  };
}

const none: readonly UnsentDraft[] = [];

type Start = { readonly form: RefObject<HTMLFormElement | null>; readonly untouched: boolean };

/** Keeps what is typed into the form from its opening on: after the last key, when the page is hidden or left, when the line is back. */
export function useKeeping({ place, offer, going }: Unsent, { form, untouched }: Start): Keeping | null {
  const desk = useDesk();
  const [keeping] = useState(() => (desk && place
    ? openKeeping({
      place, who: desk.who, holder: desk.holder, pristine: untouched, kept: going && offer ? new Date(offer.savedAt) : null,
      read: () => (form.current ? keptFieldsOf(form.current) : null), early: () => form.current !== null && wasTypedEarly(form.current),
    }) : null));
  // In the layout: with what was drawn, since a key between that and later effects would be heard by nobody; and before the fields
  // are taken from the page, since what was typed last is read from them once more.
  useLayoutEffect(() => {
    const at = form.current;
    if (!keeping || !at) return undefined;
    const end = keeping.begin();
    for (const event of events) at.addEventListener(event, keeping.typed);
    return () => {
      end();
      for (const event of events) at.removeEventListener(event, keeping.typed);
    };
  }, [keeping, form]);
  return keeping;
}

const events = ['input', 'change'] as const;

/** What was kept of the form: by this browser while the server was away, which then gets it, and by the server; the newest first. */
async function newest(desk: Desk, page: string, place: string, given: readonly UnsentDraft[], signal: AbortSignal): Promise<readonly UnsentDraft[]> {
  const known = desk.page === page ? given : await asked(page, place, signal);
  const here = allKeptHere(desk.who, place).map(({ at, typed: { resumed, ...typed } }) => ({ place, typed, savedAt: at, resumed }));
  const news = here.filter((one) => !known.some((held) => isOneText(held, one) && (held.savedAt >= one.savedAt || JSON.stringify(held.typed) === JSON.stringify(one.typed))));
  for (const { typed, resumed } of here.toReversed()) {
    const isKnown = !news.some((one) => one.typed === typed);
    const theirs = { ...typed, ...(resumed ? { resumed } : {}) };
    if (isKnown || await tell({ place, typed: theirs, holder: desk.holder })) forgetHere(desk.who, place, typed);
  }
  return [...news, ...known.filter((held) => !news.some((one) => isOneText(held, one)))];
}

/** Of one opening of the form, or of the one that went on with it. */
function isOneText(held: UnsentDraft, { typed, resumed }: { typed: FormValues; resumed?: readonly string[] | undefined }): boolean {
  const request = held.typed.request?.[0];
  return request === typed.request?.[0] || (request !== undefined && request === resumed?.[0]);
}

async function asked(page: string, place: string, signal: AbortSignal): Promise<readonly UnsentDraft[]> {
  try {
    const answer = await fetch(`/drafts/mine?path=${encodeURIComponent(page)}`, { signal });
    const { drafts } = await answer.json() as { drafts: UnsentDraft[] };
    return drafts.filter((draft) => formPlace(draft.place) === place);
  } catch {
    return none;
  }
}

async function tell(body: object): Promise<boolean> {
  try {
    return (await fetch('/drafts/mine', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).ok;
  } catch {
    return false;
  }
}
