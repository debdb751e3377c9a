import type { Count, FuzzyDate, Money, Source } from '#db/columns.ts';
import type { LocalText } from '#messages/local-text.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { findPlace } from '#office/place/place.ts';
import type { AmountFacts, CountFacts } from './facts.ts';
import { countQualifiers, mapped } from './mapping.ts';
import { officeRecords } from './texts/source.ts';
import { localText } from './texts/text.ts';
import type { Texts } from './texts/text.ts';

/** The date as exact as the facts say it; null where they do not know. Throws on what is no EDTF. */
export function dated(edtf: string | null | undefined): FuzzyDate | null {
  if (!edtf) return null;
  const date = parseFuzzyDate(edtf);
  if (!date) throw new Error(`The facts hold a date that is no EDTF: ${edtf}`);
  return date;
}

/** A count with its word; on which day it held, the facts do not say. */
export function counted(count: CountFacts | null | undefined, unit: Texts | undefined): Count | null {
  if (!count) return null;
  return { qualifier: mapped(countQualifiers, count.qualifier), value: count.value, unit: unit ? localText(unit) : null, asOf: null };
}

/** Amounts of the facts are whole programmes or projects, never the City's share. An inferred currency makes an estimate. */
export function amounts(amount: AmountFacts | null, scope: 'project_total' | 'programme_total', note?: Texts): Money[] {
  if (!amount) return [];
  return [{
    amount: amount.value.toFixed(2),
    currency: amount.currency,
    valueDate: null,
    scope,
    certainty: amount.currency_inferred ? 'estimated' : 'stated',
    note: note ? localText(note) : null,
  }];
}

/** The one source of every starting record. */
export function fromOfficeRecords(): Source[] {
  return [{ title: localText(officeRecords), url: null, retrievedOn: null, quote: null }];
}

/** Where a named place lies, in degrees of WGS 84 from the gazetteer; nulls where none is named or known. */
export function situated(place: LocalText | null, country: string | null): { latitude: number | null; longitude: number | null } {
  const { latitude, longitude } = findPlace(place, country) ?? { latitude: null, longitude: null };
  return { latitude, longitude };
}

/** A localised value, null where there are no words. */
export function said(texts: Texts | undefined): LocalText | null {
  return texts ? localText(texts) : null;
}
