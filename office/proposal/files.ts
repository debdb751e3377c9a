import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { proposal, proposalFile } from '#db/schema/proposal.ts';
import type { Arrived } from '#office/document/arrival.ts';
import type { Viewer } from '#office/viewer.ts';
import { proposalSight } from './sight.ts';

export type ProposedFile = Awaited<ReturnType<typeof filesOfProposal>>[number];

/** The files that a proposal brings, in their order, for whoever may see it. */
export async function filesOfProposal(viewer: Viewer, proposalId: string) {
  return reader().select({ id: proposalFile.id, name: proposalFile.name, mime: proposalFile.mime, size: proposalFile.size, sha256: proposalFile.sha256, storeKey: proposalFile.storeKey })
    .from(proposalFile).innerJoin(proposal, eq(proposal.id, proposalFile.proposalId))
    .where(and(eq(proposalFile.proposalId, proposalId), proposalSight(viewer))).orderBy(asc(proposalFile.position));
}

/** One of them, while the proposal is undecided: afterwards its bytes are the document's, or nobody's. */
export async function proposedFile(viewer: Viewer, id: string): Promise<ProposedFile | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [file] = await reader().select({ id: proposalFile.id, name: proposalFile.name, mime: proposalFile.mime, size: proposalFile.size, sha256: proposalFile.sha256, storeKey: proposalFile.storeKey })
    .from(proposalFile).innerJoin(proposal, eq(proposal.id, proposalFile.proposalId))
    .where(and(eq(proposalFile.id, id), inArray(proposal.state, ['open', 'returned']), proposalSight(viewer)));
  return file ?? null;
}

/** The same as what a form brought, for the verb that attaches them. */
export async function arrivedOf(viewer: Viewer, proposalId: string): Promise<Arrived[]> {
  return (await filesOfProposal(viewer, proposalId)).map(({ storeKey, name, mime, size, sha256 }) => ({ storeKey, name, mime, size, sha256 }));
}

/** Under which keys the store holds what a proposal brought that came to nothing: bytes that are nobody's. */
export async function keysLeft(proposalId: string): Promise<string[]> {
  const files = await reader().select({ storeKey: proposalFile.storeKey }).from(proposalFile).innerJoin(proposal, eq(proposal.id, proposalFile.proposalId))
    .where(and(eq(proposalFile.proposalId, proposalId), inArray(proposal.state, ['rejected', 'taken_back']), sql`not exists (select from document_file where store_key = ${proposalFile.storeKey})`));
  return files.map(({ storeKey }) => storeKey);
}
