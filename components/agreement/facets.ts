import { useTranslations } from 'next-intl';
import type { Facet, FacetOption } from '#components/facets.tsx';
import type { AskedList } from '#components/list-address.ts';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { shortened } from '#messages/short-text.ts';
import { agreementTypes, procedures, standings } from '#office/agreement/agreement.ts';
import type { AgreementList } from '#office/agreement/list.ts';
import { cooperationFields } from '#office/vocabulary.ts';

type Named = { value: string; count: number; label: string };

/** States of which a reader wants to hear also that no agreement is in them. */
/** Of a party's name, in characters. */
const longestName = 48;
const verifications = ['unverified', 'checked', 'disputed'] as const;
const alwaysTold = ['signed', 'in_force', 'expired', 'terminated'] as const;

/**
 * The facets of the register with their words: vocabularies in their own order, parties and countries by how many
 * agreements they have, years from the last. The register of memoranda offers no other type.
 */
export function useFacets({ counts, partiesInAll }: AgreementList, asked: AskedList, form: WrittenForm, of: 'agreements' | 'memoranda'): Facet[] {
  const t = useTranslations('agreements.facet');
  const words = useTranslations('vocabulary');
  const chip = useTranslations('agreements.chosen');
  const states = useTranslations('states');
  const gender = genderOf('agreement');
  const named = (name: string, all: readonly Named[], order: (a: Named, b: Named) => number, inAll?: number): Facet => {
    const options = all.map(({ value, count, label }): FacetOption & Named => ({ value, count, label, chosen: (asked[name] ?? []).includes(value) }));
    return { name, legend: t(name), options: options.toSorted(order), ...(inAll === undefined ? {} : { of: inAll }) };
  };
  const worded = (held: readonly { value: string; count: number }[], wordsOf: (value: string) => string) => held.map((one) => ({ ...one, label: wordsOf(one.value) }));
  // What is chosen is drawn also where no agreement has it, so that it can be taken away again.
  const whole = (name: keyof typeof counts, told: readonly string[] = []) => {
    const held = new Set(counts[name].map(({ value }) => value));
    return [...counts[name], ...[...new Set([...told, ...asked[name] ?? []])].filter((value) => !held.has(value)).map((value) => ({ value, count: 0 }))];
  };
  const most = (a: Named, b: Named) => b.count - a.count || a.label.localeCompare(b.label, form);
  const years = (facet: Facet): Facet => ({ ...facet, options: facet.options.map((option) => ({ ...option, tag: chip('year', { year: option.value }) })) });
  return [
    ...(of === 'agreements' ? [named('type', worded(whole('type'), (type) => words(`agreementType.${type}`)), inOrderOf(agreementTypes))] : []),
    named('standing', worded(whole('standing', alwaysTold), (state) => states(`standing.${state}`, { gender })), inOrderOf(standings)),
    named('party', counts.party.map((one) => ({ ...one, label: shortened(textIn(one.name ?? one.acronym, form), longestName) })), most, partiesInAll),
    named('country', worded(whole('country'), (code) => countryName(code, form)), most),
    named('field', worded(whole('field'), (field) => words(`field.${field}`)), inOrderOf(cooperationFields)),
    named('procedure', worded(whole('procedure'), (procedure) => words(`procedure.${procedure}`)), inOrderOf(procedures)),
    named('verification', worded(whole('verification', verifications), (state) => states(`verification.${state}`)), inOrderOf(verifications)),
    years(named('year', worded(whole('year'), (year) => year), (a, b) => Number(b.value) - Number(a.value))),
  ].filter(({ options }) => options.length > 0);
}

function inOrderOf(order: readonly string[]): (a: Named, b: Named) => number {
  return (a, b) => order.indexOf(a.value) - order.indexOf(b.value);
}
