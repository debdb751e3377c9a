import { fold } from '#messages/fold.ts';

/** A date as the fields of a form hold it; '' where nothing is known. */
export type TypedParts = { day: string; month: string; year: string; approximate: boolean };

/**
 * A date written in one line, as people copy it from an act: „12. 6. 2018.“, „12. јун 2018. године“, „јуна 2018“, „око 2018“,
 * “June 12, 2018”, `2018-06-12`, `2018~`. Null for all else, and for 06/07/2018, which is two days.
 */
export function readTypedDate(text: string): TypedParts | null {
  if (text.length > 60) return null;
  const bare = fold(text).replaceAll(/\b(?:godine|god|of|the|on|dana|od|u|in)\b\.?/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const about = /^(?:oko|priblizno|otprilike|cca|ca|circa|about|around)\b\.?\s*/.exec(bare);
  const date = bare.slice(about?.[0].length ?? 0).replace(/~$/, '').replace(/ g\.?$/, '').trim();
  const parts = inNumbers(date) ?? inWords(date);
  return parts && { ...parts, approximate: about !== null || bare.endsWith('~') };
}

/** Why these fields are no date: in plain words rather than that they are wrong. Null where they are one, or hold nothing. */
export function dateFault({ day, month, year }: TypedParts): { rule: string; values?: Record<string, number | string> } | null {
  const [y, m, d] = [year, month, day].map((part) => part.trim().replace(/\.$/, '')) as [string, string, string];
  if (!y && !m && !d) return null;
  if (!/^[12]\d{3}$/.test(y)) return { rule: y ? 'yearInFull' : 'yearMissing' };
  if (m && !(/^\d{1,2}$/.test(m) && Number(m) >= 1 && Number(m) <= 12)) return { rule: 'noSuchMonth' };
  if (d && !m) return { rule: 'dayWithoutMonth' };
  const last = new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  if (d && !(/^\d{1,2}$/.test(d) && Number(d) >= 1 && Number(d) <= last)) return { rule: 'noSuchDay', values: { last, month: Number(m), year: y } };
  return null;
}

type Found = Omit<TypedParts, 'approximate'>;

function inNumbers(text: string): Found | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\.?$/.exec(text);
  if (iso) return found(iso[3], iso[2], iso[1]);
  const dotted = /^(?:(\d{1,2})\. ?)?(\d{1,2}|[ivx]+)\.? ?(\d{4})\.?$/.exec(text);
  if (dotted && (dotted[1] || /\d\./.test(text) || /[ivx]/.test(dotted[2] ?? ''))) return found(dotted[1], romans.includes(dotted[2] ?? '') ? `${romans.indexOf(dotted[2] ?? '') + 1}` : dotted[2], dotted[3]);
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (!first || !second) return null;
  if (Number(first) > 12 || first === second) return found(first, second, year);
  return Number(second) > 12 ? found(second, first, year) : null;
}

function inWords(text: string): Found | null {
  const [, day, month = '', year] = /^(?:(\d{1,2})\.? )?([a-z]{3,})\.? (\d{4})\.?$/.exec(text) ?? [];
  const [, named = '', at, of] = /^([a-z]{3,})\.? (\d{1,2}),? (\d{4})\.?$/.exec(text) ?? [];
  const number = months.findIndex((names) => names.some((name) => (month || named).startsWith(name) && name.length + 4 >= (month || named).length)) + 1;
  if (number === 0) return null;
  return month ? found(day, `${number}`, year) : found(at, `${number}`, of);
}

function found(day = '', month = '', year = ''): Found {
  return { day: day && `${Number(day)}`, month: month && (/^\d+$/.test(month) ? `${Number(month)}` : month), year };
}

const romans = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
/** Beginnings of the months' names, folded: Serbian in any case, English, and what either is cut to. */
const months = ['janua jan', 'februa feb', 'mart march mar', 'april apr', 'maj may', 'jun', 'jul', 'avgust august avg aug', 'septemb sep', 'oktob octob okt oct', 'novemb nov', 'decemb dec'].map((names) => names.split(' '));
