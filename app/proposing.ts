import { same } from '#components/same.ts';
import { parseEntry } from '#office/entry/parse.ts';
import type { LocalText } from '#messages/local-text.ts';
import type { Entered } from '#office/change.ts';
import type { Arrived } from '#office/document/arrival.ts';
import { refused, type FormValues, type Outcome } from '#office/outcome.ts';
import { holds, permits } from '#office/permission.ts';
import { isOfPersons, longestReason } from '#office/proposal/proposal.ts';
import { amend, send } from '#office/proposal/write.ts';
import { recordHead } from '#office/record.ts';
import type { Viewer } from '#office/viewer.ts';
import { deedOf } from './deeds.ts';

/** What a form carries besides its entry when it proposes: why, and the proposal that it sends again. */
export type Wish = { readonly reason: string | null; readonly proposal: string | undefined };

type Asked = { readonly deed: string; readonly fields: FormValues; readonly id: string; readonly version: number | undefined; readonly requestId: string | undefined; readonly note?: LocalText | null };

/**
 * Keeps what the form would have done as a proposal. The entry was read already, so it is one that may be saved. What it
 * differs from is what stands now as the author sees it, and not what the form says: 409 where the record has moved on.
 */
export async function propose(viewer: Viewer, { deed: name, fields, id, version, requestId, note }: Asked, { reason, proposal }: Wish): Promise<Outcome<{ id: string }>> {
  const deed = deedOf(name);
  const record = deed && await recordHead(viewer, deed.noun, id);
  if (!deed || !record) return refused(404, { field: '', rule: 'notFound' });
  if (version !== undefined && version !== record.version) return refused(409, { field: '', rule: 'stale' });
  const kept = { withPersons: seesPersons(viewer, record) };
  const opened = only(await deed.fields?.(viewer, id) ?? {}, kept);
  const typed = only(fields, kept);
  if (deed.fields && saysTheSame(deed.entry, opened, typed)) return refused(422, { field: '', rule: 'proposalEmpty' });
  // Whoever may not ask for the act is told that, and nothing is tried out for him.
  const asks = permits(viewer, 'proposal.send', { id, createdBy: null, publication: 'draft', proposes: { action: deed.action, noun: deed.noun, record } });
  const read = asks && deed.stands ? parseEntry(deed.entry, typed) : null;
  const stands = read?.ok ? await deed.stands?.(viewer, { id, entry: read.entry as never }) ?? [] : [];
  if (stands.length) return refused(422, ...stands);
  const long = tooLong(reason);
  if (long) return long;
  const proposed = { opened, typed, reason, note, baseVersion: record.version };
  if (proposal) return amend(viewer, { id: proposal, recordId: id, deed: name, requestId, ...proposed });
  return send(viewer, { noun: deed.noun, recordId: id, action: deed.action, deed: name, requestId, ...proposed });
}

/** Keeps files with a proposal: they are looked at already, lie in the store, and are nobody's until it is approved. */
export async function proposeFiles(viewer: Viewer, { id, version, requestId, typed, files, reason }: Omit<Asked, 'deed' | 'fields'> & { typed: FormValues; files: readonly Arrived[]; reason: string | null }): Promise<Outcome<Entered>> {
  const record = await recordHead(viewer, 'document', id);
  if (!record) return refused(404, { field: '', rule: 'notFound' });
  if (files.length === 0) return refused(422, { field: 'files', rule: 'fileMissing' });
  const long = tooLong(reason);
  if (long) return long;
  if (version !== undefined && version !== record.version) return refused(409, { field: '', rule: 'stale' });
  return send(viewer, { noun: 'document', recordId: id, action: 'document.attach', deed: 'document.attach', requestId, opened: {}, typed, reason, baseVersion: record.version, files });
}

function tooLong(reason: string | null) {
  return reason && reason.length > longestReason ? refused(422, { field: 'proposalReason', rule: 'tooLong', values: { max: longestReason } }) : null;
}

/** Contacts that are not public are hidden from some, so a proposal of theirs leaves all contacts as they stand. */
export function seesPersons(viewer: Viewer, { id, noun, createdBy }: { id: string; noun: string; createdBy: string | null }): boolean {
  return viewer.kind === 'system' || (viewer.kind === 'staff' && (createdBy === viewer.id || holds(viewer, 'editor', noun, { id })));
}

function only(values: FormValues, { withPersons }: { withPersons: boolean }): FormValues {
  return withPersons ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !isOfPersons(name)));
}

function saysTheSame(entry: Parameters<typeof parseEntry>[0], opened: FormValues, typed: FormValues): boolean {
  const [was, is] = [parseEntry(entry, opened), parseEntry(entry, typed)];
  if (was.ok && is.ok) return JSON.stringify(was.entry) === JSON.stringify(is.entry);
  return [...new Set([...Object.keys(opened), ...Object.keys(typed)])].every((name) => same(name, opened[name], typed[name]));
}
