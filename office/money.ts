import type { Money } from '#db/columns.ts';

export type { Money } from '#db/columns.ts';

/** In the order in which a record shows them; never added up. */
export const moneyScopes = ['city_share', 'project_total', 'programme_total'] as const satisfies readonly Money['scope'][];
export const certainties = ['stated', 'estimated'] as const satisfies readonly Money['certainty'][];

/** Every ISO 4217 code that the runtime's CLDR knows, past ones too, since old acts name them; the office's own first. */
export const currencies: readonly string[] = [
  ...new Set(['EUR', 'RSD', 'USD', 'CHF', 'GBP', ...Intl.supportedValuesOf('currency')]),
];

export type ReadAmount =
  | { amount: string }
  | { rule: 'notAnAmount' | 'ambiguousAmount' | 'negative' | 'tooLarge'; values?: Record<string, string> };

/**
 * An amount as typed by a Serbian or an English hand („9.000.000,00“, “9,000,000.00”, “9000000”, with spaces for
 * thousands) as a decimal of two places, or the rule it breaks. One mark before three digits (“9.000”) reads as
 * nine thousand to one and as nine to the other, so it is refused.
 */
export function readAmount(typed: string): ReadAmount {
  const text = typed.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (/^[-−]/.test(text)) return { rule: 'negative' };
  if (!/^\d[\d.,]*$/.test(text)) return { rule: 'notAnAmount' };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return { rule: 'ambiguousAmount', values: { typed: text } };
  const decimal = readSerbian(text) ?? readEnglish(text);
  if (decimal === null) return { rule: 'notAnAmount' };
  const [whole = '', cents = ''] = decimal.split('.');
  const amount = `${whole.replace(/^0+(?=\d)/, '')}.${cents.padEnd(2, '0')}`;
  return amount.length > longest ? { rule: 'tooLarge', values: { max: '9999999999999999' } } : { amount };
}

/**
 * The two amounts that “9.000” may be: `many` to the hand that parts thousands so, `few` to the one that parts cents so; null
 * where no amount has so many places, and then `literal` is how it would be written.
 */
export function twoReadings(typed: string): { many: string; few: string | null; literal: string } {
  const [whole = '', rest = ''] = typed.trim().split(/[.,]/);
  return { many: `${whole}${rest}.00`, few: rest.endsWith('0') ? `${whole}.${rest.slice(0, 2)}` : null, literal: typed.trim() };
}

/** numeric(18,2): sixteen digits, the point, two places. */
const longest = 19;

function readSerbian(text: string): string | null {
  return /^(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d{1,2})?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : null;
}

function readEnglish(text: string): string | null {
  return /^(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d{1,2})?$/.test(text) ? text.replaceAll(',', '') : null;
}
