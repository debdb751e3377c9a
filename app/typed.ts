import { local, type LocalText } from '#messages/local-text.ts';
import type { FormValues } from '#office/outcome.ts';
import type { Wish } from './proposing.ts';

/** What every form carries unseen besides its entry. */
export type Carried = {
  readonly id: string | undefined; readonly version: number | undefined; readonly requestId: string | undefined;
  /** Where the form asks somebody else to do it: why, and the proposal that it sends again. */
  readonly wish: Wish | null;
  /** What the public is to be told of the correction that the form makes. */
  readonly note: LocalText | null;
  /** Where the form is kept while it is not sent, and the mark of whose it is. */
  readonly draft: string | undefined; readonly holder: string | undefined;
  /** The one-time id under which the text was kept with which it was gone on with. */
  readonly resumed: string | undefined;
  /** The password or a code, given again for an act that asks for it. */
  readonly confirm: string | undefined;
};

/** The posted text fields; Next's own and files are left out. */
export function valuesOf(data: FormData): FormValues {
  const values = new Map<string, string[]>(); // names are the sender's, and an object has some of its own
  for (const [name, held] of data) {
    if (name.startsWith('$ACTION') || typeof held !== 'string') continue;
    const before = values.get(name);
    if (before) before.push(held);
    else values.set(name, [held]);
  }
  return Object.fromEntries(values);
}

/** The fields of the entry, apart from what the form carries unseen. `id` is as posted, which may be no id. */
export function apart({ id, version, request, opened: _opened, anyway: _anyway, propose, proposal, proposalReason, corrects: _corrects, correctionNote, correctionNoteEn, draft, holder, resumed, confirmPassword, going: _going, ...fields }: FormValues): { carried: Carried; fields: FormValues } {
  return {
    carried: {
      id: id?.[0] || undefined, version: version?.[0] ? Number(version[0]) : undefined, requestId: asId(request?.[0]),
      wish: propose ? { reason: proposalReason?.[0]?.trim() || null, proposal: asId(proposal?.[0]) } : null,
      note: noteFrom(correctionNote?.[0], correctionNoteEn?.[0]),
      draft: draft?.[0], holder: holder?.[0], resumed: resumed?.[0], confirm: confirmPassword?.[0] || undefined,
    },
    fields,
  };
}

/** Serbian in the script in which it was written, and English beside it; null where nothing was said. */
function noteFrom(sr = '', en = ''): LocalText | null {
  const [serbian, english] = [sr, en].map((text) => text.normalize('NFC').trim()) as [string, string];
  return serbian || english ? local({ sr: serbian, en: english, origin: /\p{Script=Cyrillic}/u.test(serbian) || !serbian ? 'sr-Cyrl' : 'sr-Latn' }) : null;
}

/** What is drawn again after a post; a password or a code never is. */
export function echoed(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|secondCode/i.test(name)));
}

/** The form once more, with one row more in a group that repeats: „Додај још“ where there are no scripts. */
export function withOneRowMore({ again: _again, ...values }: FormValues, list: string): FormValues {
  const rows = Number(values[`${list}.rows`]?.[0] ?? 0) + 1;
  return { ...echoed(values), [`${list}.rows`]: [String(Math.min(rows, 60))] };
}

/** A text as an id, or nothing where it is none. */
export function asId(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
