import type { Count } from '#db/columns.ts';
import { writeDate } from '#messages/dates.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';
import { words } from '#messages/words.ts';

export type { Count } from '#db/columns.ts';

export const qualifiers = ['exact', 'over', 'about', 'under'] as const satisfies readonly Count['qualifier'][];

/** „преко 1.000 локалних власти (стање: мај 2007.)“; the unit is written as it stands, in the case its number asks for. */
export function writeCount({ qualifier, value, unit, asOf }: Count, form: WrittenForm): string {
  const say = words(form, 'values.count');
  const counted = [say(qualifier, { number: writeNumber(value, form) }), textIn(unit, form)].filter(Boolean).join(' ');
  return asOf ? say('asOf', { count: counted, date: writeDate(asOf.edtf, form) }) : counted;
}

/** A count from typed digits („1.000“, “1,000”, “1000”); null for what is no whole number from 0 to 999,999,999. */
export function parseCount(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '');
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) || /^\d{1,3}(,\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : text;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}
