import type { DigitalDocument } from 'schema-dts';
import { textIn } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import type { DocumentOf } from '#office/document/read.ts';
import { isoDate, type Place } from './place.ts';

/** A document behind a record; one that is withheld is not told of. `about` is the record's name. */
export function documentData(place: Place, document: DocumentOf, about: string): DigitalDocument | undefined {
  if (document.withheld) return undefined;
  const { title, code, kind, language, dated } = document;
  const genre = kind ? words(place.form, 'vocabulary.documentKind')(kind) : undefined;
  return { '@type': 'DigitalDocument', name: textIn(title, place.form) || code, identifier: code, genre, inLanguage: language ?? undefined, dateCreated: isoDate(dated), about: { '@id': about } };
}
