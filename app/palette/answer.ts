import { folderOf } from '#app/registers.ts';
import type { Offer, OfferGroup } from '#components/desk/offer.ts';
import { fold } from '#messages/fold.ts';
import { readText, type WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { words } from '#messages/words.ts';
import { findRecords, recordsNamed, type Found } from '#office/find/read.ts';
import { nouns, type Noun } from '#office/permission.ts';
import { wordsOf } from '#office/search/search.ts';
import { settingNow } from '#office/setting/read.ts';
import { subjectsOf } from '#office/subject.ts';
import type { Staff } from '#office/viewer.ts';
import { peopleOffered, proposalsOffered } from './beside.ts';
import { deedWords, deedsOn, type Deed, type DeedWord } from './deeds.ts';
import { placesFor } from './places.ts';

/** A record whose page was open, as the browser remembers it: by its id and no name. */
export type Visited = { readonly noun: Noun; readonly id: string };

type Asked = { readonly q: string; readonly visited: readonly Visited[]; readonly form: WrittenForm; readonly today: string };

const mostRecords = 8;
const mostDeeds = 8;

/**
 * What the palette offers for `q`: records that the viewer may see, pages he may open, acts he may do. Words of an act and
 * words of a record together name the act on that record. Where nothing is typed, what was visited last and every page.
 */
export async function paletteFor(viewer: Staff, { q, visited, form, today }: Asked): Promise<OfferGroup[]> {
  const t = words(form, 'palette');
  const typed = wordsOf(q.slice(0, 200)).slice(0, 8);
  if (q.trim() !== '' && typed.length === 0) return []; // signs alone name nothing
  const [found, seen] = await Promise.all([typed.length ? findRecords(viewer, { q, nouns, limit: mostRecords }) : [], typed.length ? [] : lately(viewer, visited)]);
  const { deeds, about } = await namedDeeds(viewer, { typed, found, visited, form, today });
  const [proposals, people] = await Promise.all([proposalsNamed(viewer, { typed, found, form }), peopleOffered(viewer, typed, form)]);
  const places = placesFor(viewer).filter(({ key }) => typed.length === 0 || answers(typed, spoken(`places.${key}`)));
  const groups: OfferGroup[] = [
    { key: 'visited', heading: t('visited'), offers: seen.map((one) => offerOf(one, form)) },
    { key: 'records', heading: t('records'), offers: (found.length > 0 ? found : about).map((one) => offerOf(one, form)) },
    { key: 'deeds', heading: t('deedsHeading'), offers: deeds },
    { key: 'proposals', heading: t('proposalsHeading'), offers: proposals },
    { key: 'people', heading: t('peopleHeading'), offers: people },
    { key: 'places', heading: t('placesHeading'), offers: places.map(({ key, place }) => ({ id: `place ${key}`, label: t(`places.${key}`), lang: htmlLang(form), note: '', code: '', href: `/${form}/workspace${place}` })) },
  ];
  const told = groups.filter(({ offers }) => offers.length > 0);
  // Two words that begin a page's own name or an act's mean that one, though letters of theirs stand in some record too. Words that name no record but together with an act mean the act.
  const isAct = found.length === 0 && about.length > 0;
  const spelt = told.filter(({ key, offers }) => (key === 'deeds' && isAct) || ((key === 'deeds' || key === 'places') && offers.some(({ label }) => begins(typed, label))));
  return [...spelt, ...told.filter((group) => !spelt.includes(group))];
}

/** Open proposals about what was found; „предлог ниш“ means them and not a record of that name. */
async function proposalsNamed(viewer: Staff, { typed, found, form }: { typed: readonly string[]; found: readonly Found[]; form: WrittenForm }): Promise<Offer[]> {
  const rest = typed.filter((one) => one.length < 4 || !answers([one], [...spoken('proposal'), ...spoken('places.proposals')]));
  const about = rest.length === typed.length ? found : rest.length > 0 ? await findRecords(viewer, { q: rest.join(' '), nouns, limit: mostRecords }) : [];
  return proposalsOffered(viewer, about.map(({ id }) => id), form);
}

async function lately(viewer: Staff, visited: readonly Visited[]): Promise<Found[]> {
  const own = await recordsNamed(viewer, visited);
  return own.length > 0 ? own : findRecords(viewer, { q: '', nouns, limit: mostRecords });
}

/**
 * Acts on the best record that was found, or on those that words beside an act's own find: „објави ниш“. `about` are those
 * records, since none of them may be open to the act.
 */
async function namedDeeds(viewer: Staff, { typed, found, visited, form, today }: { typed: readonly string[]; found: readonly Found[]; visited: readonly Visited[]; form: WrittenForm; today: string }): Promise<{ deeds: Offer[]; about: readonly Found[] }> {
  if (typed.length === 0) return { deeds: [], about: [] };
  const meant = deedWords.map((word) => ({ word, own: typed.filter((one) => one.length > 2 && answers([one], spokenDeed(word))) })).filter(({ own }) => own.length > 0);
  const most = Math.max(0, ...meant.map(({ own }) => own.length));
  const wanted = meant.filter(({ own }) => own.length === most);
  if (wanted.length === 0) return { deeds: (await deedsOf(viewer, found.slice(0, 1), today)).slice(0, mostDeeds).map((one) => deedOffer(one, form)), about: [] };
  // Of „објави анекс“ either word names an act; each is then heard as part of a name for the other.
  const readings = await Promise.all([...Map.groupBy(wanted, ({ own }) => own.join(' ')).values()].map(async (same) => {
    const rest = typed.filter((one) => !same[0]?.own.includes(one));
    const records = rest.length > 0 ? await findRecords(viewer, { q: rest.join(' '), nouns, limit: 6 }) : await lately(viewer, visited);
    const deeds = await deedsOf(viewer, records.slice(0, 6), today);
    return { fitting: deeds.filter(({ deed }) => same.some(({ word }) => word.join() === deed.word.join())), about: rest.length > 0 ? records : [] };
  }));
  const about = new Map(readings.flatMap((one) => one.about).map((one) => [one.id, one]));
  return { deeds: readings.flatMap(({ fitting }) => fitting).slice(0, mostDeeds).map((one) => deedOffer(one, form)), about: [...about.values()].slice(0, mostRecords) };
}

type OnRecord = { readonly deed: Deed; readonly record: Found };

async function deedsOf(viewer: Staff, records: readonly Found[], today: string): Promise<OnRecord[]> {
  const office = { four_eyes: await settingNow('four_eyes') };
  const subjects = new Map((await Promise.all([...Map.groupBy(records, ({ noun }) => noun)].map(([noun, some]) => subjectsOf(noun, some.map(({ id }) => id))))).flatMap((some) => [...some]));
  const found = await Promise.all(records.map(async (record) => {
    const subject = subjects.get(record.id);
    return subject ? (await deedsOn(viewer, { noun: record.noun, id: record.id, subject }, today, office)).map((deed) => ({ deed, record })) : [];
  }));
  return found.flat();
}

function deedOffer({ deed, record }: OnRecord, form: WrittenForm): Offer {
  const { label } = offerOf(record, form);
  return { id: `deed ${deed.place} ${deed.word[1]}`, label: words(form, deed.word[0])(deed.word[1]), lang: htmlLang(form), note: label, code: record.code, href: `/${form}/workspace${deed.place}` };
}

function offerOf({ noun, id, code, name, kind }: Found, form: WrittenForm): Offer {
  const read = readText(name, form);
  return {
    id: `record ${id}`, label: read?.text ?? code, lang: read?.lang ?? htmlLang(form), note: words(form, 'vocabulary.noun')(noun === 'organisation' && kind === 'network' ? 'network' : noun), code,
    href: `/${form}/workspace/${folderOf(noun)}/${id}`,
  };
}

/** Each word that was typed begins a word of what is said, or is the same one in another case: „провера“ for „забележи проверу“. */
function answers(typed: readonly string[], said: readonly string[]): boolean {
  return typed.every((one) => said.some((word) => word.startsWith(one) || (one.length > 4 && word.startsWith(one.replace(/[ae]$/, '')))));
}

/** At least two words, each beginning the word of the label that stands at its place. */
function begins(typed: readonly string[], label: string): boolean {
  const said = fold(label).split(/[^\p{L}\p{N}]+/u);
  return typed.length > 1 && typed.every((one, at) => said[at]?.startsWith(one));
}

/** A page and an act answer to their words in Serbian and in English, whatever the form of the reader. */
function spoken(key: string): string[] {
  return (['sr-Cyrl', 'en'] as const).flatMap((form) => fold(words(form, 'palette')(key)).split(/[^\p{L}\p{N}]+/u));
}

function spokenDeed([namespace, key]: DeedWord): string[] {
  return (['sr-Cyrl', 'en'] as const).flatMap((form) => fold(words(form, namespace)(key)).split(/[^\p{L}\p{N}]+/u));
}
