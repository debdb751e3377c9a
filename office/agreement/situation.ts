import { and, eq, isNotNull, type InferSelectModel } from 'drizzle-orm';
import type { Reader } from '#db/client.ts';
import { agreement, agreementAct, agreementLink, agreementParty } from '#db/schema/agreement.ts';
import { document, documentLink } from '#db/schema/document.ts';
import type { Act, Party, Terms } from './agreement.ts';
import type { Situation } from './moves.ts';

/** The agreement's table under its noun, for the gate. */
export const register = { noun: 'agreement', table: agreement } as const;

type Row = InferSelectModel<typeof agreement>;

/** The terms of a row; its columns hold codes that only an entry has let in. */
export function termsOf(row: Pick<Row, 'procedure' | 'inForceRule' | 'validFrom' | 'validTo' | 'termMonths' | 'renewal' | 'renewalMonths' | 'noticeMonths'>): Terms {
  const { inForceRule, validFrom, validTo, termMonths, renewal, renewalMonths, noticeMonths } = row;
  return { procedure: row.procedure as Terms['procedure'], inForceRule, validFrom, validTo, termMonths, renewal, renewalMonths, noticeMonths };
}

/** What the guards look at, read in the transaction of the act, so that no other act comes between. */
export async function situationOf(db: Pick<Reader, 'select' | '$count'>, row: Row): Promise<Situation & { readonly rows: InferSelectModel<typeof agreementAct>[] }> {
  const rows = await db.select().from(agreementAct).where(eq(agreementAct.agreementId, row.id)).orderBy(agreementAct.position);
  const parties = await db.select({ id: agreementParty.id, side: agreementParty.side, role: agreementParty.role, signatory: agreementParty.signatory })
    .from(agreementParty).where(eq(agreementParty.agreementId, row.id)).orderBy(agreementParty.position);
  const texts = await db.select({ language: document.language }).from(document).innerJoin(documentLink, eq(documentLink.documentId, document.id))
    .where(and(eq(documentLink.noun, 'agreement'), eq(documentLink.recordId, row.id), eq(document.kind, 'agreement_text'), isNotNull(document.language)));
  const successors = await db.$count(agreementLink, and(eq(agreementLink.otherId, row.id), eq(agreementLink.kind, 'replaces')));
  return {
    rows, terms: termsOf(row), acts: rows as Act[], parties: parties as Party[], type: row.type, ownerId: row.ownerId,
    authenticLanguages: row.authenticLanguages, draftLanguages: texts.map(({ language }) => language ?? ''),
    retentionCategory: row.retentionCategory, hasSuccessor: successors > 0,
  };
}
