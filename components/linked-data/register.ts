import type { Dataset, Thing } from 'schema-dts';
import { htmlLang } from '#messages/routing.ts';
import { publisher } from './office.ts';
import { listPage } from './page.ts';
import { addressAt, type Place } from './place.ts';

/** A list of the register. */
export function listData(place: Place): Thing[] {
  return [listPage(place)];
}

/** The register as a set of data, with the forms in which programs can fetch it. */
export function registerData(place: Place): Thing[] {
  const { form, origin, title, description } = place;
  const register: Dataset = {
    '@type': 'Dataset', '@id': `${origin}/#register`, name: title, description, url: addressAt(place), inLanguage: htmlLang(form), isAccessibleForFree: true,
    creator: publisher(place), publisher: publisher(place),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'application/atom+xml', contentUrl: addressAt(place, '/feed.atom') },
      { '@type': 'DataDownload', encodingFormat: 'text/calendar', contentUrl: addressAt(place, '/milestones.ics') },
    ],
  };
  return [listPage(place), register];
}
