import { agreement } from '#db/schema/agreement.ts';
import type { Entered } from '#office/change.ts';
import type { Outcome } from '#office/outcome.ts';
import { correction, reviseRecord, type Which } from '#office/publishing.ts';
import type { Viewer } from '#office/viewer.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { register } from './situation.ts';

type Field = (typeof cooperationFields)[number];
export type Classification = { readonly fields: readonly Field[]; readonly how: 'add' | 'remove' | 'replace' };

/**
 * Adds fields of cooperation to the agreement, takes them away, or puts them in the place of those that stood. On a published
 * agreement it is a visible correction. Refused with `alreadySo` where nothing would change.
 */
export function classify(viewer: Viewer, { entry, ...which }: Which & { readonly entry: Classification }): Promise<Outcome<Entered>> {
  return reviseRecord(viewer, register, which, async () => [], async (pen, row) => {
    const fields = cooperationFields.filter((field) => becomes(entry, field, row.fields.includes(field)));
    if (fields.length === row.fields.length && fields.every((field) => row.fields.includes(field))) pen.refuse({ field: 'fields', rule: 'alreadySo' });
    await pen.revise(agreement, { fields: [...fields], ...correction(row) });
  }, 'classify');
}

function becomes({ fields, how }: Classification, field: Field, stood: boolean): boolean {
  const named = fields.includes(field);
  if (how === 'replace') return named;
  return how === 'add' ? stood || named : stood && !named;
}
