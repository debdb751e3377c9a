import type { Count, FuzzyDate, Money, Source } from '#db/columns.ts';
import type { LocalText } from '#messages/local-text.ts';
import { toParts } from '#office/fuzzy-date.ts';

type Fields = Record<string, string[]>;

/** The fields of a form from named values: each of the writers below gives the part under one name. */
export function formOf(...parts: Fields[]): Fields {
  return Object.assign({}, ...parts);
}

export function plain(name: string, value: string | number | boolean | null | undefined): Fields {
  if (value === true) return { [name]: ['on'] };
  return { [name]: value === null || value === undefined || value === false ? [] : [String(value)] };
}

export function several(name: string, values: readonly string[]): Fields {
  return { [name]: [...values] };
}

export function textFields(name: string, text: LocalText | null | undefined): Fields {
  if (!text) return {};
  const fields: Fields = { [`${name}.origin`]: [text.origin] };
  for (const form of ['sr-Cyrl', 'sr-Latn', 'en'] as const) {
    const wording = text[form];
    if (!wording) continue;
    fields[`${name}.${form}`] = [wording.text];
    fields[`${name}.state.${form}`] = [wording.state];
  }
  for (const [tag, held] of Object.entries(text.other ?? {})) fields[`${name}.other.${tag}`] = [held];
  return fields;
}

export function dateFields(name: string, date: FuzzyDate | null | undefined): Fields {
  if (!date) return {};
  const parts = toParts(date);
  if (!parts) return { [`${name}.edtf`]: [date.edtf] };
  return {
    ...plain(`${name}.day`, parts.day), ...plain(`${name}.month`, parts.month), ...plain(`${name}.year`, parts.year),
    ...plain(`${name}.approximate`, parts.approximate),
  };
}

export function moneyFields(name: string, money: Money | null | undefined): Fields {
  if (!money) return {};
  return {
    ...plain(`${name}.amount`, money.amount), ...plain(`${name}.currency`, money.currency), ...plain(`${name}.scope`, money.scope),
    ...plain(`${name}.certainty`, money.certainty), ...plain(`${name}.valueDate`, money.valueDate), ...textFields(`${name}.note`, money.note),
  };
}

export function countFields(name: string, count: Count | null | undefined): Fields {
  if (!count) return {};
  return {
    ...plain(`${name}.qualifier`, count.qualifier), ...plain(`${name}.value`, count.value),
    ...textFields(`${name}.unit`, count.unit), ...dateFields(`${name}.asOf`, count.asOf),
  };
}

export function sourceFields(name: string, source: Source): Fields {
  return {
    ...textFields(`${name}.title`, source.title), ...plain(`${name}.url`, source.url),
    ...plain(`${name}.retrievedOn`, source.retrievedOn), ...plain(`${name}.quote`, source.quote),
  };
}

/** Repeated rows under `name`, and how many there are. */
export function rowFields<T>(name: string, rows: readonly T[], write: (name: string, row: T) => Fields): Fields {
  return Object.assign({ [`${name}.rows`]: [String(rows.length)] }, ...rows.map((row, at) => write(`${name}.${at}`, row)));
}
