import { document, documentLink } from '#db/schema/document.ts';
import { beside } from '#office/change.ts';
import { codePrefix, type DocumentKind } from '#office/document/document.ts';
import { documentsOf } from '#office/document/read.ts';
import { freeSlug, nextCode } from '#office/naming.ts';
import type { Pen } from '#office/pen.ts';
import { permits } from '#office/permission.ts';
import type { ActEntry } from './act-entry.ts';

type Behind = Pick<ActEntry, 'document' | 'documentTitle' | 'documentLanguage' | 'on'>;

/**
 * The id of the document behind an act of this agreement: one of its documents (`notFound` where the viewer does not see
 * it there), or one that is begun now, in a change of its own within the same transaction; its file follows.
 */
export async function paperBehind(pen: Pen, { document: chosen, documentTitle, documentLanguage, on }: Behind, kind: DocumentKind): Promise<string | null> {
  if (chosen === null) return null;
  if (chosen !== 'new') {
    const held = await documentsOf(pen.viewer, 'agreement', pen.id);
    if (!held.some((one) => !one.withheld && one.id === chosen)) pen.refuse({ field: 'document', rule: 'notFound' });
    return chosen;
  }
  if (!permits(pen.viewer, 'document.draft', null)) pen.refuse({ field: 'document', rule: 'notAllowed' });
  return beside(pen, { action: 'document.draft', table: document }, async (fresh) => {
    const code = await nextCode(fresh.db, document, codePrefix);
    const slug = await freeSlug(fresh.db, document, documentTitle, code);
    await fresh.draft(document, { code, slug, title: documentTitle, kind, language: documentLanguage ?? 'sr', dated: on });
    await fresh.replaceParts(documentLink, documentLink.documentId, [{ noun: 'agreement', recordId: pen.id }]);
  });
}
