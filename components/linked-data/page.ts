import type { AboutPage, BreadcrumbList, CollectionPage, ContactPage, WebPage } from 'schema-dts';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import { publisher, siteName } from './office.ts';
import { addressAt, isoInstant, type Place } from './place.ts';

/** When the page's record was first published and last changed. */
export type Dated = { readonly publishedAt?: Date | null; readonly correctedAt?: Date | null; readonly changedAt?: Date | null };

/** The page of one record; `about` is the record's name for machines. */
export function recordPage(place: Place, about: string, { publishedAt, changedAt }: Dated): WebPage {
  return { ...common(place), '@type': 'WebPage', mainEntity: { '@id': about }, datePublished: isoInstant(publishedAt), dateModified: isoInstant(changedAt) };
}

/** The page of a list. */
export function listPage(place: Place): CollectionPage {
  return { ...common(place), '@type': 'CollectionPage' };
}

/** A page of the office's own words; `license` is the address of terms that it sets for what is published. */
export function prosePage(place: Place, license?: string | null): AboutPage | ContactPage | WebPage {
  if (place.path === '/about') return { ...common(place), '@type': 'AboutPage' };
  return place.path === '/contact' ? { ...common(place), '@type': 'ContactPage' } : { ...common(place), '@type': 'WebPage', license: license ?? undefined };
}

function common(place: Place) {
  const { form, title, description } = place;
  return {
    '@id': addressAt(place), url: addressAt(place), name: title, description: description || undefined, inLanguage: htmlLang(form),
    isPartOf: { '@type': 'WebSite' as const, '@id': siteName(place), name: words(form, 'site')('name'), url: addressAt(place, '/') },
    publisher: publisher(place), breadcrumb: breadcrumb(place),
  };
}

/** The way down to the page, as its breadcrumb draws it. A programme stands among the projects, since it has no list of its own. */
function breadcrumb(place: Place): BreadcrumbList {
  const [, folder = '', slug] = place.path.split('/');
  const list = folder === 'programmes' ? 'projects' : folder;
  const nav = words(place.form, 'nav');
  const steps = [{ name: nav('home'), item: addressAt(place, '/') }, ...(slug ? [{ name: nav(list), item: addressAt(place, `/${list}`) }] : []), { name: place.title, item: addressAt(place) }];
  return { '@type': 'BreadcrumbList', itemListElement: steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })) };
}
