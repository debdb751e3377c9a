import type { Organization, OrganizationRole, Thing } from 'schema-dts';
import { textIn, type LocalText } from '#messages/local-text.ts';
import { isRunning } from '#office/membership/membership.ts';
import type { MembershipLine } from '#office/membership/read.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { OrganisationRecord } from '#office/organisation/read.ts';
import { city } from './office.ts';
import { recordPage } from './page.ts';
import { addressAt, isoDate, nameOf, some, type Place } from './place.ts';

/** As a record reads it that names it: all of it, or nothing that the reader may see. */
type Named = { readonly slug: string | null; readonly name: LocalText | null; readonly kind: string | null; readonly isSelf?: boolean | null };

/** An organisation of the register, and its page; of a network also who is in it. Contacts are left out, also the public ones. */
export function organisationData(place: Place, organisation: OrganisationRecord, memberships: readonly MembershipLine[] = []): Thing[] {
  const id = nameOf(place, place.path);
  const { name, acronym, names, description, code, website, kind, country, founded } = organisation;
  const text = (one: LocalText | null) => textIn(one, place.form) || undefined;
  const record: Organization = {
    '@type': typeOf(kind), '@id': id, name: text(name), alternateName: some([text(acronym), ...names.map((one) => text(one.name))]), description: text(description), identifier: code,
    url: website ?? undefined, sameAs: sameAs(organisation.externalIds), foundingDate: isoDate(founded),
    address: country || organisation.place ? { '@type': 'PostalAddress', addressLocality: text(organisation.place), addressCountry: country ?? undefined } : undefined,
    member: some(memberships.map((one) => membershipRole(place, one))),
  };
  return [recordPage(place, id, organisation), record];
}

/** An organisation where another record names it; the City by its own name. */
export function organisationNamed(place: Place, organisation: Named | null): Organization | undefined {
  if (!organisation?.slug) return undefined;
  if (organisation.isSelf) return city(place);
  const path = `/${publicFolder(organisation.kind)}/${organisation.slug}`;
  return { '@type': typeOf(organisation.kind), '@id': nameOf(place, path), name: textIn(organisation.name, place.form) || undefined, url: addressAt(place, path) };
}

// A role says since when somebody is a member; the property of the role is that of what it stands in (schema.org, Role).
function membershipRole(place: Place, { member, joined, state }: MembershipLine): OrganizationRole<Organization, 'member'> | undefined {
  const who = organisationNamed(place, member);
  return who && isRunning(state) ? { '@type': 'OrganizationRole', startDate: isoDate(joined), member: who } : undefined;
}

/** Numbers under which others know it, as addresses. */
function sameAs({ wikidata, ror }: OrganisationRecord['externalIds']): string[] | undefined {
  return some([wikidata ? `https://www.wikidata.org/wiki/${wikidata}` : null, ror ? `https://ror.org/${ror.replace(/^https:\/\/ror\.org\//, '')}` : null]);
}

function typeOf(kind: string | null) {
  if (kind === 'local_government' || kind === 'ministry' || kind === 'embassy') return 'GovernmentOrganization';
  if (kind === 'ngo') return 'NGO';
  if (kind === 'university') return 'CollegeOrUniversity';
  return kind === 'company' ? 'Corporation' : 'Organization';
}
