import type { StrikeEntry } from '#office/entry/pieces.ts';
import { documentById } from '#office/document/read.ts';
import type { DetachEntry, FilesEntry } from '#office/document/file-entry.ts';
import { agreementById } from '#office/agreement/read.ts';
import { membershipById } from '#office/membership/read.ts';
import type { DutyEntry, SettlementEntry } from '#office/obligation/entry.ts';
import { dutyOf, type DutyHolder } from '#office/obligation/read.ts';
import { projectById } from '#office/project/read.ts';
import { filesOfProposal } from '#office/proposal/files.ts';
import type { Viewer } from '#office/viewer.ts';
import { belgradeToday } from '#messages/dates.ts';

type Entry = Record<string, unknown>;

/** What an act would change of a record whose entry names its rows by their ids alone: as it stands, and as it would stand. */
export type Told = (viewer: Viewer, asked: { readonly recordId: string; readonly proposalId: string; readonly entry: never }) => Promise<{ before: Entry; after: Entry }>;

const acts = {
  agreement: async (viewer: Viewer, id: string): Promise<readonly Entry[]> => (await agreementById(viewer, id, belgradeToday(new Date())))?.acts ?? [],
  membership: async (viewer: Viewer, id: string): Promise<readonly Entry[]> => (await membershipById(viewer, id))?.acts ?? [],
  project: async (viewer: Viewer, id: string): Promise<readonly Entry[]> => (await projectById(viewer, id))?.acts ?? [],
};

/** The act that goes, and why. */
export function struck(noun: keyof typeof acts): Told {
  return told<StrikeEntry>(async (viewer, { recordId, entry }) => {
    const act = (await acts[noun](viewer, recordId)).find(({ id }) => id === entry.actId);
    const shown = act && Object.fromEntries(['kind', 'on', 'number', 'session', 'body', 'gazette', 'note'].flatMap((field) => (field in act ? [[field, act[field]]] : [])));
    return { before: { acts: shown ? [shown] : [], reason: null }, after: { acts: [], reason: entry.reason } };
  });
}

/** The duty that is said to be done, or no longer asked for. */
export function settled(noun: DutyHolder['noun']): Told {
  return told<SettlementEntry>(async (viewer, { recordId, entry }) => {
    const duty = entry.dutyId ? await dutyOf(viewer, { noun, id: recordId }, entry.dutyId) : null;
    const row = duty && { text: duty.text, state: duty.state, evidence: duty.evidence };
    return { before: { obligations: row ? [row] : [] }, after: { obligations: [{ ...row, state: entry.state, evidence: entry.evidence }] } };
  });
}

/** A duty that is entered, or worded anew. */
export function owed(noun: DutyHolder['noun']): Told {
  return told<DutyEntry>(async (viewer, { recordId, entry: { dutyId, ...entry } }) => {
    const duty = dutyId ? await dutyOf(viewer, { noun, id: recordId }, dutyId) : null;
    const said = ({ text, organisationId, due, recurrence }: Pick<DutyEntry, 'text' | 'organisationId' | 'due' | 'recurrence'>) => ({ text, organisationId, due, recurrence });
    return { before: { obligations: duty ? [said(duty as never)] : [] }, after: { obligations: [said(entry)] } };
  });
}

/** The files that come, and the one whose next version they are. */
export const attached: Told = told<FilesEntry>(async (viewer, { recordId, proposalId, entry }) => {
  const [document, files] = [await documentById(viewer, recordId), await filesOfProposal(viewer, proposalId)];
  const old = document?.files.find(({ id }) => id === entry.replacesId);
  return {
    before: { files: old ? [{ name: old.name, role: old.role, size: old.size, sha256: old.sha256 }] : [] },
    after: { files: files.map(({ name, size, sha256 }) => ({ name, role: entry.role, size, sha256 })), language: entry.language },
  };
});

/** The file that goes. */
export const detached: Told = told<DetachEntry>(async (viewer, { recordId, entry }) => {
  const file = (await documentById(viewer, recordId))?.files.find(({ id }) => id === entry.fileId);
  return { before: { files: file ? [{ name: file.name, role: file.role, size: file.size, sha256: file.sha256 }] : [] }, after: { files: [], reason: entry.reason } };
});

function told<E>(tell: (viewer: Viewer, asked: { readonly recordId: string; readonly proposalId: string; readonly entry: E }) => Promise<{ before: Entry; after: Entry }>): Told {
  return tell as Told;
}
