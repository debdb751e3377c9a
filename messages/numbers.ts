import type { WrittenForm } from '#messages/local-text.ts';

const locales = { 'sr-Cyrl': 'sr-Cyrl-RS', 'sr-Latn': 'sr-Latn-RS', en: 'en-GB' } as const;
const noBreak = '\u00a0';

/** A number as the form writes it: 1.000 in Serbian, 1,000 in English. A decimal string stays exact. */
export function writeNumber(value: number | string, form: WrittenForm): string {
  return numberFormat(form).format(value as Intl.StringNumericLiteral);
}

/** „9.000.000 €“, “9,000,000 €”: the sign follows in every form; cents are written only where there are any. */
export function writeMoney({ amount, currency }: { amount: string; currency: string }, form: WrittenForm): string {
  return `${amountFormat(form).format(amount as Intl.StringNumericLiteral)}${noBreak}${currencySign(currency)}`;
}

/** A size in bytes as „1,2 MB“ or „340 KB“, counted in powers of 1,024 as people's machines do. */
export function writeBytes(bytes: number, form: WrittenForm): string {
  const [unit, size] = bytes >= 1_048_576 ? ['MB', bytes / 1_048_576] : ['KB', Math.max(1, bytes / 1_024)];
  const digits = unit === 'MB' && size < 10 ? 1 : 0;
  return `${keptFormat(`bytes ${digits} ${form}`, form, { maximumFractionDigits: digits }).format(size)}${noBreak}${unit}`;
}

/** € and $ and their like; the code wherever the bare sign could be another country's. */
function currencySign(currency: string): string {
  const known = signs.get(currency);
  if (known) return known;
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency }).formatToParts(0);
  const sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
  signs.set(currency, sign);
  return sign;
}

const signs = new Map<string, string>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(form: WrittenForm): Intl.NumberFormat {
  return keptFormat(`number ${form}`, form, { maximumFractionDigits: 20 });
}

function amountFormat(form: WrittenForm): Intl.NumberFormat {
  return keptFormat(`amount ${form}`, form, {
    minimumFractionDigits: 2, maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger',
  });
}

function keptFormat(key: string, form: WrittenForm, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(locales[form], options);
  numberFormats.set(key, known);
  return known;
}
