import { writtenForms } from '#messages/local-text.ts';
import { columnLabel, type Column } from './column.ts';
import { keyOf } from './coded-columns.ts';
import { columnsOf } from './columns.ts';
import type { ImportNoun } from './import.ts';

/** For each column of the register the heading that seems to fill it: by its name in any written form, by its code, by what tables often say. */
export function guess(noun: ImportNoun, headings: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  const free = new Set(headings);
  const columns = columnsOf(noun);
  for (const saying of [says, means]) {
    for (const column of columns) {
      if (mapping[column.key]) continue;
      const heading = [...free].find((one) => saying(column, keyOf(one)));
      if (heading === undefined) continue;
      mapping[column.key] = heading;
      free.delete(heading);
    }
  }
  return mapping;
}

function says(column: Column, heading: string): boolean {
  const english = column.beside === 'english' && /^(.+?)(?: na)? (?:engleskom|engleski|english|en|eng)$/.exec(heading)?.[1];
  if (english && writtenForms.some((form) => keyOf(columnLabel({ label: column.label }, form)) === english)) return true;
  return heading === keyOf(column.key) || writtenForms.some((form) => keyOf(columnLabel(column, form)) === heading);
}

function means({ key }: Column, heading: string): boolean {
  return usual[key]?.includes(heading) ?? false;
}

/** As tables of offices call it, folded. */
const usual: Readonly<Record<string, readonly string[]>> = {
  code: ['id', 'oznaka', 'sifra zapisa', 'record'],
  name: ['naziv organizacije', 'ime', 'organizacija', 'organisation', 'organization', 'naziv sr', 'name sr'],
  'name.en': ['naziv en', 'name en', 'english name', 'engleski naziv'],
  title: ['naziv sporazuma', 'naziv projekta', 'naslov', 'predmet', 'sporazum', 'projekat', 'project', 'agreement', 'naziv sr', 'title sr'],
  'title.en': ['naziv en', 'title en', 'english title', 'engleski naziv'],
  kind: ['tip', 'type', 'kategorija', 'category'], type: ['tip', 'vrsta sporazuma', 'kind', 'tip sporazuma'],
  country: ['zemlja', 'drzava partnera'], place: ['grad', 'mesto', 'city', 'town'],
  website: ['sajt', 'veb sajt', 'web', 'internet adresa', 'url', 'site', 'website'],
  'externalIds.registrationNumber': ['mb', 'mat br', 'registration number'], 'externalIds.taxNumber': ['poreski broj', 'tax id'],
  'parties.us': ['nasa strana', 'grad'], 'parties.them': ['partner', 'partneri', 'druga strana', 'strana', 'partner city', 'grad partner', 'party', 'parties'],
  'acts.signature': ['potpisan', 'potpisano', 'potpisan dana', 'datum potpisa', 'datum potpisivanja', 'signed', 'signed on', 'date of signature'], 'acts.entry_into_force': ['stupio na snagu', 'in force from', 'entered into force'],
  'acts.council_decision': ['odluka skupstine', 'datum odluke'], 'acts.council_decision.number': ['broj odluke', 'decision number'], 'acts.consent_given': ['saglasnost', 'datum saglasnosti'], 'acts.consent_given.number': ['broj saglasnosti'],
  'acts.publication_in_gazette.gazette': ['sluzbeni list', 'sluzbeno glasilo', 'gazette'], 'acts.termination': ['raskinut', 'datum raskida', 'terminated', 'terminated on'], ownerId: ['nosilac predmeta', 'odgovorno lice', 'owner'],
  registryNo: ['broj', 'broj predmeta', 'del br', 'no', 'number'], validFrom: ['pocetak vazenja', 'od', 'from', 'start', 'start date'], validTo: ['kraj vazenja', 'do', 'istice', 'to', 'end', 'end date', 'expires'],
  money: ['vrednost', 'budzet', 'value', 'budget'], termMonths: ['trajanje', 'trajanje u mesecima', 'months'],
  networkId: ['naziv mreze', 'network name'], memberId: ['clanica'], 'acts.joined': ['datum pristupanja', 'clan od', 'member since', 'joined'], 'acts.ended': ['datum istupanja', 'clan do', 'ended'], fee: ['godisnja clanarina', 'annual fee'],
  plannedStart: ['pocetak', 'start', 'start date', 'od'], plannedEnd: ['kraj', 'end', 'end date', 'do', 'zavrsetak'], 'amounts.project_total': ['budzet', 'vrednost', 'budget', 'ukupna vrednost', 'total'],
  programmeId: ['fond', 'program finansiranja'], 'partners.partner': ['partner', 'partneri', 'partners'], 'partners.lead': ['nosilac', 'nosilac projekta', 'lead'],
  planned: ['rok', 'datum', 'due', 'due date', 'deadline', 'date'], 'acts.done': ['ostvareno', 'datum ostvarenja', 'done', 'done on'], progress: ['napredak', 'procenat', 'percent'],
  sources: ['izvor', 'source', 'dokaz'],
};
