import * as z from 'zod';
import type { Entered } from '#office/change.ts';
import { mergeEntry } from '#office/double/entry.ts';
import { merge } from '#office/double/merge.ts';
import { differingIn } from '#office/double/read.ts';
import type { Issue, FormValues, Outcome } from '#office/outcome.ts';
import type { Noun } from '#office/permission.ts';
import type { Which } from '#office/publishing.ts';
import { inRehearsal } from '#office/rehearsal.ts';
import type { Viewer } from '#office/viewer.ts';
import type { Deed } from './deeds.ts';
import { demandsOf, folderOf } from './registers.ts';

/** The form of a merge: which register it is of, besides its entry. */
export const mergeForm = z.strictObject({ register: z.string(), ...mergeEntry.shape });
type MergeForm = z.output<typeof mergeForm>;

/** Makes one record of two of this noun, as their form says. */
export function mergeAsSaid(viewer: Viewer, noun: Noun, { entry: { register: _register, ...entry }, ...which }: Which & { readonly entry: MergeForm }): Promise<Outcome<Entered>> {
  return merge(viewer, noun, { ...which, entry, demands: demandsOf(folderOf(noun)) });
}

/** A merge as an act that may be proposed. */
export function mergeOf(noun: Noun): Deed {
  return {
    noun, action: `${noun}.merge`, entry: mergeForm,
    verb: (viewer, input: Which & { readonly entry: MergeForm }) => mergeAsSaid(viewer, noun, input),
    told: (viewer, { recordId, entry }: { readonly recordId: string; readonly entry: MergeForm }) => told(viewer, noun, recordId, entry),
    barred: async (viewer, { recordId, typed }) => {
      const named = doubleIn(typed);
      const two = named && await differingIn(viewer, noun, recordId, named.id);
      return !named || !two || (named.version !== null && named.version !== two.doubleVersion);
    },
    stands: (viewer, { id, entry }: { readonly id: string; readonly entry: MergeForm }) => stands(viewer, noun, id, entry),
  };
}

/** What the form of a merge says of the double; null where it names none. */
export function doubleIn(typed: FormValues): { readonly id: string; readonly version: number | null; readonly take: readonly string[] } | null {
  const id = typed.doubleId?.[0];
  return id ? { id, version: typed.doubleVersion?.[0] ? Number(typed.doubleVersion[0]) : null, take: typed.take ?? [] } : null;
}

/** The fields in which the two differ as the kept record has them, and as it would, once those of the double that were chosen took their place. */
async function told(viewer: Viewer, noun: Noun, keptId: string, { doubleId, take, reason }: MergeForm) {
  const two = await differingIn(viewer, noun, keptId, doubleId);
  const side = (taken: readonly string[]) => Object.fromEntries((two?.fields ?? []).map(({ field, before, after }) => [field, taken.includes(field) ? after : before]));
  return { before: { ...side([]), reason: null }, after: { ...side(take), reason } };
}

/** What would refuse the merge is told to whoever proposes it, and not days later to whoever approves. Nothing of the trial stays. */
async function stands(viewer: Viewer, noun: Noun, id: string, entry: MergeForm): Promise<readonly Issue[]> {
  if (!await differingIn(viewer, noun, id, entry.doubleId)) return [{ field: 'doubleId', rule: id === entry.doubleId ? 'itself' : 'notFound' }];
  return inRehearsal(async (asSystem) => {
    const done = await mergeAsSaid(asSystem, noun, { id, entry });
    return done.done ? [] : done.issues;
  });
}
