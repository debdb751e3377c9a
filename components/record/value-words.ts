import type { Count, FuzzyDate, Money } from '#db/columns.ts';
import { readText, type LocalText, type WrittenForm } from '#messages/local-text.ts';
import { writeDate } from '#messages/dates.ts';
import { writeMoney, writeNumber } from '#messages/numbers.ts';
import { words } from '#messages/words.ts';
import { writeCount } from '#office/count.ts';

/** A value of the ledger in words; undefined where there is nothing to say. */
export function wordsOf(value: unknown, form: WrittenForm): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return words(form, 'values')(value ? 'yes' : 'no');
  if (typeof value === 'number') return writeNumber(value, form);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, form)).filter(Boolean).join('; ') || undefined;
  return wordsOfObject(value as Record<string, unknown>, form);
}

function wordsOfObject(held: Record<string, unknown>, form: WrittenForm): string | undefined {
  if ('edtf' in held) return writeDate((held as FuzzyDate).edtf, form);
  if ('origin' in held) return allForms(held as LocalText, form);
  if ('currency' in held) return writeMoney(held as Money, form);
  if ('qualifier' in held) return writeCount(held as Count, form);
  return Object.values(held).map((one) => wordsOf(one, form)).filter(Boolean).join(', ') || undefined;
}

/** Serbian and English beside each other, since either may be what was changed. */
function allForms(text: LocalText, form: WrittenForm): string | undefined {
  const serbian = readText(text, form === 'en' ? 'sr-Cyrl' : form)?.text;
  return [serbian, text.en?.text].filter((one, place, all) => one && all.indexOf(one) === place).join(' / ') || undefined;
}
