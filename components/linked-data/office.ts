import type { GovernmentOrganization, Thing, WebSite } from 'schema-dts';
import type { OfficeContact } from '#components/about/contact-sheet.tsx';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import { addressAt, type Place } from './place.ts';

/** Whose site it is, and how it is searched: what the home page says of the office. */
export function officeData(place: Place, contact: OfficeContact): Thing[] {
  const { form, origin } = place;
  const site = words(form, 'site');
  const office: GovernmentOrganization = {
    '@type': 'GovernmentOrganization', '@id': `${origin}/#office`, name: site('office'), url: addressAt(place, '/'), logo: `${origin}/icon-512.png`,
    parentOrganization: city(place),
    email: contact.email ?? undefined, telephone: contact.phone ?? undefined, address: contact.address ?? undefined,
  };
  const website: WebSite = {
    '@type': 'WebSite', '@id': siteName(place), name: site('name'), alternateName: site('tagline'), description: place.description, url: addressAt(place, '/'),
    inLanguage: htmlLang(form), publisher: { '@id': `${origin}/#office` }, image: `${origin}/card-${form}.png`,
    potentialAction: searchAction(place),
  };
  return [office, website];
}

/** The City in the name of which the office works. */
export function city({ form, origin }: Pick<Place, 'form' | 'origin'>): GovernmentOrganization {
  return { '@type': 'GovernmentOrganization', '@id': `${origin}/#city`, name: words(form, 'site')('city'), url: 'https://www.ni.rs/', address: { '@type': 'PostalAddress', addressLocality: words(form, 'site')('locality'), addressCountry: 'RS' } };
}

/** The office as the publisher of a page: a name for it and where more is said. */
export function publisher(place: Pick<Place, 'form' | 'origin' | 'path'>): GovernmentOrganization {
  return { '@type': 'GovernmentOrganization', '@id': `${place.origin}/#office`, name: words(place.form, 'site')('office'), url: addressAt(place, '/') };
}

/** The site in one written form. */
export function siteName(place: Pick<Place, 'form' | 'origin' | 'path'>): string {
  return `${addressAt(place, '/')}#site`;
}

// The vocabulary knows `query-input` on actions only by a convention of its own (schema.org/docs/actions.html).
function searchAction(place: Place) {
  const target = { '@type': 'EntryPoint' as const, urlTemplate: `${addressAt(place, '/search')}?q={q}` };
  return { '@type': 'SearchAction' as const, target, 'query-input': 'required name=q' };
}
