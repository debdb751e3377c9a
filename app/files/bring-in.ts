import { viewerNow } from '#app/viewer.ts';
import { isDatabaseAway, isDiskFull } from '#db/away.ts';
import { placedFault } from '#db/plain-fault.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { attach } from '#office/document/attach.ts';
import { filesEntry } from '#office/document/file-entry.ts';
import { parseEntry } from '#office/entry/parse.ts';
import type { Issue } from '#office/outcome.ts';
import { wayOf } from '#office/permission.ts';
import { settingNow } from '#office/setting/read.ts';
import { recordHead } from '#office/record.ts';
import type { Viewer } from '#office/viewer.ts';
import { proposeFiles } from '#app/proposing.ts';
import { BrokenForm, forget, receive, receiveFields, type Received } from './receive.ts';
import { answerAway, answerRefused, answerSignedOut, answerTaken, byScript, type Words } from './reply.ts';
import { hasRoom, limitInBytes, scannerAddress } from './room.ts';
import { isAnothers, keepWords, wordsSent } from './unsent-words.ts';

/** Takes the files of one form for the document `id`: all of them in one change, or none and no byte of them. */
export async function bringIn(request: Request, form: WrittenForm, id: string): Promise<Response> {
  const to = { request, form, id };
  const heard = new Map<string, string[]>();
  try {
    const viewer = await viewerNow();
    if (viewer.kind !== 'staff') return answerSignedOut(to, await wordsOf(to, viewer));
    if (!(await wayToAttach(viewer, id))) {
      const outcome = await attach(viewer, { id, entry: nothing, files: [] }); // the gate refuses it, and notes that
      return answerRefused(to, outcome.done ? 403 : outcome.status, outcome.done ? [] : outcome.issues, {}, await wordsOf(to, viewer));
    }
    if (!(await hasRoom(Number(request.headers.get('content-length') ?? 0)))) return answerRefused(to, 507, [{ field: 'files', rule: 'noRoom' }], {}, await wordsOf(to, viewer));
    const received = await receive(request, { limit: limitInBytes(), scanner: scannerAddress() }, heard);
    if (received.issues.length > 0) return answerRefused(to, statusOf(received.issues), received.issues, received.values, await keepWords(to, viewer, received.values));
    return await settle(to, received);
  } catch (fault) {
    if (isDiskFull(fault)) return answerRefused(to, 507, [{ field: 'files', rule: 'noRoom' }]);
    if (isDatabaseAway(fault)) return answerAway(to, heard.size > 0 || request.bodyUsed ? Object.fromEntries(heard) : await receiveFields(request) ?? {});
    if (!(fault instanceof BrokenForm)) {
      console.error(`Files did not come in: ${placedFault(fault)}`);
      return answerRefused(to, 500, [{ field: '', rule: 'fault' }]);
    }
    return answerRefused(to, 400, [{ field: 'files', rule: 'uploadBroken' }]);
  }
}

/** Where the files are not even looked at, the words beside them are. */
async function wordsOf(to: { request: Request; id: string }, viewer: Viewer): Promise<Words> {
  const values = byScript(to) ? null : await receiveFields(to.request);
  return values ? keepWords(to, viewer, values) : 'none';
}

const nothing = { role: 'scan', language: null, replacesId: null } as const;

/** At once, by a proposal, or (null) not at all. */
async function wayToAttach(viewer: Viewer, id: string): Promise<'act' | 'propose' | null> {
  const record = await recordHead(viewer, 'document', id);
  return record && viewer.kind === 'staff' ? wayOf(viewer, 'document.attach', 'document', record, { four_eyes: await settingNow('four_eyes') }) : null;
}

function statusOf(issues: readonly Issue[]): 413 | 422 | 503 {
  if (issues.some(({ rule }) => rule === 'scannerAway')) return 503;
  return issues.some(({ rule }) => rule === 'fileTooLarge') ? 413 : 422;
}

/** An upload takes its time, so who is asking is asked again when it is there. */
async function settle(to: { request: Request; form: WrittenForm; id: string }, { values, files }: Received): Promise<Response> {
  let kept = false;
  try {
    const { role, language, replacesId, version, request } = values;
    const parsed = parseEntry(filesEntry, Object.fromEntries(Object.entries({ role, language, replacesId }).filter(([, held]) => held !== undefined)) as Record<string, string[]>);
    const viewer = await viewerNow();
    const words = () => keepWords(to, viewer, values);
    if (isAnothers(viewer, values)) {
      await words(); // for him whose they are
      return answerRefused(to, 403, [{ field: '', rule: 'anotherPerson' }]);
    }
    if (viewer.kind !== 'staff') return answerSignedOut(to, await words());
    if (!parsed.ok) return answerRefused(to, 422, parsed.issues, values, await words());
    const which = { id: to.id, version: /^\d{1,9}$/.test(version?.[0] ?? '') ? Number(version?.[0]) : undefined, requestId: uuid(request?.[0]) };
    const proposes = await wayToAttach(viewer, to.id) === 'propose';
    const typed = Object.fromEntries(['role', 'language', 'replacesId'].flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
    const outcome = proposes ? await proposeFiles(viewer, { ...which, typed, files, reason: values.proposalReason?.[0]?.trim() || null }) : await attach(viewer, { ...which, entry: parsed.entry, files });
    kept = outcome.done && !outcome.value.repeated;
    if (outcome.done) {
      await wordsSent(viewer, to.id, values);
      return answerTaken(to, proposes ? outcome.value.id : null);
    }
    return answerRefused(to, outcome.status, outcome.issues.map(inWordsOfFiles), values, await words());
  } finally {
    if (!kept) await forget(files);
  }
}

/** What was opened cannot be laid side by side with what stands: files have no fields to merge. */
function inWordsOfFiles(issue: Issue): Issue {
  return issue.rule === 'stale' ? { field: '', rule: 'staleFiles' } : issue;
}

function uuid(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
