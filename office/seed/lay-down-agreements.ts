import { and, eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement, agreementAct } from '#db/schema/agreement.ts';
import type { AgreementEntry } from '#office/agreement/entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { draft, publish } from '#office/agreement/write.ts';
import { systemViewer } from '#office/viewer.ts';
import { agreementCodes } from './codes.ts';
import { facts } from './facts.ts';
import type { AgreementFacts } from './facts.ts';
import { agreementProcedures, agreementTypes, mapped } from './mapping.ts';
import { accepted, idOf, of, settle } from './settle.ts';
import type { Ids } from './settle.ts';
import { agreementTexts, undatedSignature } from './texts/agreements.ts';
import { localText } from './texts/text.ts';
import { dated, fromOfficeRecords, said } from './values.ts';

/** Lays down the agreements, each with the act of signing; answers with their ids under the facts' own. */
export async function layDownAgreements(organisations: Ids, projects: Ids, today: string): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const one of facts.agreements) {
    const code = of(agreementCodes, one.id);
    const entry = entryFrom(one, organisations, projects);
    ids.set(one.id, await settle(agreement, {
      code,
      draft: () => draft(systemViewer, { entry, given: { code, slug: one.id } }),
      complete: (id) => sign(id, one, today),
      publish: (id) => publish(systemViewer, { id }),
    }));
  }
  return ids;
}

function entryFrom(one: AgreementFacts, organisations: Ids, projects: Ids): AgreementEntry {
  const texts = of(agreementTexts, one.id);
  return {
    title: localText(texts.title),
    summary: localText(texts.summary),
    type: mapped(agreementTypes, one.type),
    procedure: mapped(agreementProcedures, one.type),
    parties: one.parties.map(({ org, inferred = false }) => ({
      id: null, organisationId: idOf(organisations, org), role: 'signatory', side: isSelf(org) ? 'us' : 'them', inferred,
      note: said(texts.partyNotes?.[org]), signatory: null, signatoryOffice: null,
    })),
    projects: one.projects.map((id) => ({ projectId: idOf(projects, id) })),
    sources: fromOfficeRecords(),
    ...unknown,
  };
}

/** The facts say of the agreement, not of each party, that it is signed: one act without a party stands for all. */
async function sign(id: string, { signed }: AgreementFacts, today: string): Promise<void> {
  const [held] = await reader().select({ id: agreementAct.id }).from(agreementAct)
    .where(and(eq(agreementAct.agreementId, id), eq(agreementAct.kind, 'signature')));
  if (held) return;
  const note = signed ? null : localText(undatedSignature);
  const entry = { kind: 'signature' as const, on: dated(signed), partyId: null, note, number: null, session: null, body: null, gazette: null, areas: [], budgetLine: null };
  accepted(id, await recordOldAct(systemViewer, { id, entry, today }));
}

function isSelf(org: string): boolean {
  return facts.organisations.some(({ id, self }) => id === org && self);
}

const unknown = {
  binding: null, fields: [], sectors: [], sdgs: [], registryNo: null, classificationNo: null, signedAt: null, inForceRule: null, validFrom: null,
  validTo: null, termMonths: null, renewal: null, renewalMonths: null, noticeMonths: null, authenticLanguages: [], money: null, completeness: [],
  retentionCategory: null, ownerId: null, deputyId: null, embargoUntil: null, links: [], networks: [], obligations: [], englishWaived: null,
} satisfies Partial<AgreementEntry>;
