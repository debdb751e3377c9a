import type { CreativeWork, Thing } from 'schema-dts';
import { genderOf } from '#messages/gender.ts';
import { textIn } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import type { DocumentOf } from '#office/document/read.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { documentData } from './document.ts';
import { eventOf } from './event.ts';
import { organisationNamed } from './organisation.ts';
import { recordPage } from './page.ts';
import { isoDate, nameOf, some, type Place } from './place.ts';

type Around = { readonly milestones: readonly MilestoneLine[]; readonly documents: readonly DocumentOf[] };

/**
 * An agreement and its page. The vocabulary has no contract; `Legislation` is for acts of a legislator, which an agreement of
 * cities is not. So it is a creative work, whose parties contributed to it and whose status is its standing in words.
 */
export function agreementData(place: Place, agreement: AgreementRecord, { milestones, documents }: Around): Thing[] {
  const { form } = place;
  const id = nameOf(place, place.path);
  const { title, summary, code, type, parties, standing, links, fields } = agreement;
  const record: CreativeWork = {
    '@type': 'CreativeWork', '@id': id, name: textIn(title, form) || code, abstract: textIn(summary, form) || undefined, identifier: code,
    genre: type ? words(form, 'vocabulary.agreementType')(type) : undefined,
    creativeWorkStatus: words(form, 'states.standing')(standing.state, { gender: genderOf(type ?? '') }),
    dateCreated: isoDate(standing.signedOn), contributor: some(parties.map(({ organisation }) => organisationNamed(place, organisation))),
    keywords: some(fields.map((field) => words(form, 'vocabulary.field')(field))),
    isBasedOn: some(links.map(({ other }) => (other?.slug ? { '@type': 'CreativeWork' as const, '@id': nameOf(place, `/agreements/${other.slug}`), name: textIn(other.title, form) || other.code } : null))),
    subjectOf: some([...milestones.map((one) => eventOf(place, one, id)), ...documents.map((one) => documentData(place, one, id))]),
  };
  return [recordPage(place, id, agreement), record];
}
