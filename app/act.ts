import { redirect } from 'next/navigation';
import type * as z from 'zod';
import { answer } from '#app/answer.ts';
import { askedAddress } from '#app/asked.ts';
import { askedFrom } from '#app/asked-from.ts';
import { viewerNow } from '#app/viewer.ts';
import { openedIn } from '#components/merge.ts';
import { isKept, pagePlace } from '#components/place.ts';
import { belgradeToday } from '#messages/dates.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { withPicks } from '#components/merge.ts';
import { lastSaved } from '#office/audit/last-saved.ts';
import { dropSent } from '#office/draft/write.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { soughtRecords } from '#office/find/sought.ts';
import { isEntered } from '#office/entered.ts';
import type { NearAsked } from '#office/near/read.ts';
import { confirm } from '#office/person/confirm.ts';
import { done, refused, untouched, type Conflict, type FormState, type FormValues, type Outcome, type Refused, type Warning } from '#office/outcome.ts';
import { refuseStranger } from '#office/stranger.ts';
import type { Viewer } from '#office/viewer.ts';
import { carriedOn } from './carried-on.ts';
import { stateOfFault } from './act-fault.ts';
import { propose } from './proposing.ts';
import { mendedForm, unanswered } from './second-look.ts';
import { strangeHand, type Strange } from './strange-hand.ts';
import { apart, asId, echoed, valuesOf, withOneRowMore } from './typed.ts';

/** What every form of the workspace carries besides its entry. */
export type Posted<E> = {
  readonly entry: E;
  readonly id: string;
  readonly version: number | undefined;
  readonly requestId: string | undefined;
  /** ISO day in Belgrade. */
  readonly today: string;
  /** What the public is to be told, where a record that it reads is corrected. */
  readonly note: LocalText | null;
};

export type Door<E extends z.ZodType, D> = {
  readonly entry: E;
  /** Who asks, where that is not only whoever may work here: the acts of the second factor. */
  readonly asked?: () => Promise<Viewer>;
  /** Whom it is for: staff, unless it is said that everybody may come, to sign in or out. */
  readonly for?: 'everybody';
  /** Under which name others may propose it (app/deeds.ts), also by what is entered; where it has none, it is only done. */
  readonly deed?: string | ((entry: z.output<E>) => string);
  readonly verb: (viewer: Viewer, posted: Posted<z.output<E>>) => Promise<Outcome<D>>;
  /** The path, below the written form, that the reader is sent to when it is done. */
  readonly destination: (done: D, posted: Posted<z.output<E>>) => string;
  /** Gives the page back with something that is shown once, in the place of going on. */
  readonly tell?: (done: D) => string | null;
  /** Records that are much like the one entered, which may be the same: told once, and saved all the same where somebody says so. */
  readonly near?: (viewer: Viewer, asked: NearAsked) => Promise<Warning[]>;
  /** What stands now in a record that somebody else saved first, for the conflict screen. */
  readonly current?: (viewer: Viewer, id: string) => Promise<Conflict | null>;
};

export type Action = (previous: FormState, data: FormData) => Promise<FormState>;

/**
 * Makes a server action of a verb: finds the viewer afresh, parses the form, runs the verb through the
 * gate, then redirects, or gives the issues back to the form with everything typed. What the client says
 * was the previous state is ignored, and a password is never echoed.
 */
export function act<E extends z.ZodType, D>(door: Door<E, D>): Action {
  const action: Action = async (_previous, data) => {
    const typed = withPicks(valuesOf(data));
    const again = typed.again?.[0];
    const mended = mendedForm(typed);
    if (mended) return mended;
    if (again) return { status: null, issues: [], values: withOneRowMore(typed, again), conflict: null };
    const form = await writtenForm();
    let path: string;
    try {
      const outcome = await run(door, typed, form);
      if ('told' in outcome) return { status: null, issues: [], values: null, conflict: null, told: outcome.told };
      if ('ended' in outcome) return outcome;
      if (!('path' in outcome)) return stateOf(typed, outcome);
      path = outcome.path;
    } catch (fault) {
      return stateOfFault(fault, typed);
    }
    if (typed.going && leads(path, await askedAddress())) return { ...untouched, went: `/${form}${path}` };
    redirect(`/${form}${path}`);
  };
  Object.defineProperty(action, Symbol.for('povelja.act'), { value: true });
  return action;
}

/** Whether the path, below its written form, is another page of the workspace than the one asked from: the same page, and what a new session sees, is drawn anew by a redirect alone. */
function leads(path: string, address: string): boolean {
  const here = pagePlace(address);
  return isKept(here) && path.split(/[?#]/, 1)[0] !== here.split('?', 1)[0];
}

async function run<E extends z.ZodType, D>(door: Door<E, D>, typed: FormValues, form: WrittenForm): Promise<Refused | { path: string } | { told: string } | Strange> {
  const asking = await (door.asked ?? viewerNow)();
  const { carried, fields: asTyped } = apart(typed);
  const strange = await strangeHand(asking, carried, typed);
  if (strange) return strange;
  if (asking.kind !== 'staff' && door.for !== 'everybody') return refuseStranger((await askedFrom()).address);
  const confirmed = await confirmedAgain(asking, carried.confirm);
  if (!confirmed.done) return confirmed;
  const viewer = confirmed.value;
  const { fields, issues: lost } = await soughtRecords(viewer, asTyped, form);
  const parsed = parseEntry(door.entry, fields);
  if (!parsed.ok || lost.length) return refused(422, ...lost, ...parsed.ok ? [] : parsed.issues.filter(({ field }) => !lost.some((one) => one.field === field)));
  const { version, requestId, draft, resumed, note } = carried;
  const tooLong = [note?.[note.origin], note?.en].some((one) => (one?.text.length ?? 0) > longestNote);
  if (tooLong) return refused(422, { field: 'correctionNote', rule: 'tooLong', values: { max: longestNote } });
  const posted = { version, requestId, note, entry: parsed.entry, id: asId(carried.id) ?? '', today: belgradeToday(new Date()) };
  if (carried.id && !posted.id) return refused(404, { field: '', rule: 'notFound' });
  const warnings = unanswered(typed, fields, await door.near?.(viewer, { fields, opened: openedIn(typed), id: posted.id, form, today: posted.today }) ?? []);
  // Pressed twice, a form would be told of the very record that its first press has entered.
  if (warnings.length && !await isEntered(requestId)) return { ...refused(422), warnings };
  const { wish } = carried;
  const outcome = wish ? await propose(viewer, { ...posted, fields, deed: (typeof door.deed === 'function' ? door.deed(parsed.entry) : door.deed) ?? '' }, wish) : await door.verb(viewer, posted);
  if (!outcome.done) {
    const onward = outcome.status === 404 && viewer.kind === 'staff' ? await carriedOn(viewer, draft, typed) : null;
    if (onward) return { path: onward };
    const now = outcome.status === 409 ? await standing(door, viewer, posted.id) : {};
    const issues = outcome.issues.map(({ rule, ...issue }) => ({ ...issue, field: parsed.onForm(issue.field), rule: rule === 'stale' && !now.conflict ? 'staleAct' : rule }));
    return { ...outcome, issues, ...now };
  }
  if (draft && viewer.kind === 'staff') await dropSent(viewer.id, draft, { requests: [requestId, resumed], typed });
  if (wish) return { path: `/workspace/proposals/${(outcome.value as { id: string }).id}` };
  const told = door.tell?.(outcome.value as D);
  return told ? { told } : { path: door.destination(outcome.value as D, posted) };
}

/** The same viewer, his session confirmed where the form carries his password or a code (decision 0021). */
async function confirmedAgain(viewer: Viewer, typed: string | undefined): Promise<Outcome<Viewer>> {
  if (typed === undefined || viewer.kind !== 'staff' || viewer.confirmed) return done(viewer);
  return confirm(viewer, { typed, address: (await askedFrom()).address });
}

/** Characters of what the public is told of a correction: a sentence or two. */
const longestNote = 500;

async function standing<E extends z.ZodType, D>(door: Door<E, D>, viewer: Viewer, id: string): Promise<{ conflict?: Conflict }> {
  const conflict = await door.current?.(viewer, id);
  return conflict ? { conflict: { ...conflict, by: await lastSaved(viewer, id) } } : {};
}

function stateOf(typed: FormValues, outcome: Refused): FormState {
  answer(outcome.status);
  return { status: outcome.status, issues: outcome.issues, values: echoed(typed), conflict: outcome.conflict ?? null, warnings: outcome.warnings ?? [] };
}

async function writtenForm(): Promise<WrittenForm> {
  const first = (await askedAddress()).split('/')[1] ?? '';
  return isWrittenForm(first) ? first : defaultForm;
}
