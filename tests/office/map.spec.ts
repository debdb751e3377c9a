import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fold } from '#messages/fold.ts';
import { local, textIn, writtenForms } from '#messages/local-text.ts';
import { countryCodes } from '#messages/names.ts';
import { oldActEntry } from '#office/agreement/act-entry.ts';
import { agreementEntry } from '#office/agreement/entry.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import * as agreements from '#office/agreement/write.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { heldIn, kilometres, mapLayers, nis } from '#office/map/map.ts';
import { placesOfTies } from '#office/map/read.ts';
import type { MapPlace } from '#office/map/places.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { organisationById, organisationBySlug } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import { findPlace, gazetteer } from '#office/place/place.ts';
import { projectEntry } from '#office/project/entry.ts';
import * as projects from '#office/project/write.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { wholeFields } from './agreement-ground.ts';
import { accepted, faults, parsed, staff } from '../verbs.ts';

const today = '2026-11-21';
const reason = local({ sr: 'проба', en: 'trial' });
const named = (sr: string) => local({ sr });

describe('the gazetteer', () => {
  test('every place has an assigned country, degrees on the sphere, and one name for one place of a country', () => {
    const seen = new Set<string>();
    for (const [country, latitude, longitude, ...names] of gazetteer) {
      assert.ok(countryCodes.includes(country), country);
      assert.ok(Math.abs(latitude) < 72 && Math.abs(longitude) <= 180, names[0]);
      for (const name of new Set(names.map(fold))) {
        assert.ok(!seen.has(`${country} ${name}`), `${country} ${name} stands twice`);
        seen.add(`${country} ${name}`);
      }
    }
    assert.ok(gazetteer.length > 150);
  });

  test('places of Europe lie where Europe is: no degrees are swapped or without their sign', () => {
    const far = new Set(['US', 'CA', 'MX', 'BR', 'AR', 'AU', 'CN', 'JP', 'KR', 'IN', 'AE', 'EG', 'TN', 'MA', 'IL']);
    for (const [country, latitude, longitude, name] of gazetteer) {
      const inEurope = latitude > 34 && latitude < 65 && longitude > -25 && longitude < 51;
      assert.equal(inEurope, !far.has(country) || name === 'Тунис' || name === 'Рабат', name);
    }
    for (const [name, away] of [['Дољевац', 20], ['Гаџин Хан', 20], ['Мерошина', 20], ['Београд', 210], ['Истанбул', 650], ['Хангџоу', 8600]] as const) {
      const place = findPlace(named(name), null);
      assert.ok(place && Math.abs(kilometres(nis, place) - away) < away / 4 + 6, `${name}: ${place && kilometres(nis, place)}`);
    }
  });

  test('a name is found in each script and language, whatever its case and diacritics, and in its own country only', () => {
    for (const name of ['Истанбул', 'Istanbul', 'ISTANBUL', 'Цариград']) assert.equal(findPlace(named(name), 'TR')?.longitude, 28.98, name);
    assert.equal(findPlace(local({ en: 'Gadzin Han' }), 'RS')?.latitude, 43.22);
    assert.equal(findPlace(named('Истанбул'), 'GR'), null);
    assert.equal(findPlace(named('Недођија'), null), null);
    assert.equal(findPlace(null, 'RS'), null);
    const place = findPlace(named('Солун'), 'GR');
    assert.deepEqual(writtenForms.map((form) => textIn(place?.name, form)), ['Солун', 'Solun', 'Thessaloniki']);
  });
});

describe('what held in a year', () => {
  const date = (edtf: string, earliest: string, latest: string) => ({ edtf, earliest, latest });
  const joined = date('2007-05', '2007-05-01', '2007-05-31');

  test('from its beginning to its end, or to today while it is open', () => {
    const open = { from: joined, to: null, open: true };
    assert.deepEqual([2006, 2007, 2026, 2027].map((year) => heldIn(open, year, today)), ['no', 'yes', 'yes', 'no']);
    const ended = { ...open, to: date('2010', '2010-01-01', '2010-12-31'), open: false };
    assert.deepEqual([2009, 2010, 2011].map((year) => heldIn(ended, year, today)), ['yes', 'yes', 'no']);
  });

  test('of a lone beginning no more than its own year is claimed, and of nothing nothing', () => {
    assert.deepEqual([2006, 2007, 2008].map((year) => heldIn({ from: joined, to: null, open: false }, year, today)), ['no', 'yes', 'no']);
    assert.equal(heldIn({ from: null, to: null, open: false }, 2007, today), 'unknown');
  });
});

describe('the degrees of an organisation', () => {
  const values = { 'name.sr-Cyrl': ['Проба'], kind: ['local_government'] };

  test('both or neither, within the sphere, with a comma or a point', () => {
    const { latitude, longitude } = parsed(organisationEntry, { ...values, latitude: ['43,32'], longitude: ['-21.90001 °'] });
    assert.deepEqual([latitude, longitude], [43.32, -21.90001]);
    assert.deepEqual(faults(organisationEntry, { ...values, latitude: ['43'] }), ['longitude:required']);
    assert.deepEqual(faults(organisationEntry, { ...values, longitude: ['43'] }), ['latitude:required']);
    for (const [typed, rule] of [['90.1', 'atMost'], ['-90.1', 'atLeast'], ['север', 'notDegrees'], ['1e1', 'notDegrees'], ['43.123456', 'notDegrees'], ['٤٣', 'notDegrees'], ['43 19', 'notDegrees']]) {
      assert.deepEqual(faults(organisationEntry, { ...values, latitude: [typed ?? ''], longitude: ['181'] }), [`latitude:${rule}`, 'longitude:atMost'], typed);
    }
  });
});

describe('the places of the register', () => {
  useFreshDatabase();
  const keys = ({ places }: { places: readonly MapPlace[] }) => places.map(({ key }) => key).toSorted();
  const seen = async (asked: Parameters<typeof placesOfTies>[1] = {}) => placesOfTies(visitor, asked, today);

  test('towns that the sources name, countries where they name no town, and no place for what they do not say', async () => {
    const found = await seen();
    assert.deepEqual(keys(found), ['bg', 'de', 'rs', 'rs-doljevac', 'rs-gadzin-han', 'rs-merosina', 'rs-novi-sad', 'se', 'tr-istanbul', 'us', 'us-vasington']);
    const at = (key: string) => found.places.find((place) => place.key === key)?.ties.map(({ layer, what, records }) => `${layer} ${what} ${records.map(({ slug }) => slug).join()}`);
    assert.deepEqual(at('tr-istanbul'), ['networks joining ecad']);
    assert.deepEqual(at('se'), ['networks seat ecad']);
    assert.deepEqual(at('rs-merosina'), ['projects partner usaid-sldp', 'agreements party intermunicipal-nis-doljevac-merosina-gadzin-han']);
    assert.deepEqual(new Set(found.nowhere.flatMap(({ what, records }) => (what === 'seat' ? records.map(({ slug }) => slug) : []))), new Set(['ire', 'b40', 'avec', 'energy-cities', 'lhc', 'naled']));
    assert.ok(found.places.every(({ ties }) => ties.every(({ organisation }) => organisation?.slug !== 'grad-nis')), 'the City is tied to itself');
  });

  test('each layer has its own ties, and all of them together have every one', async () => {
    const all = await seen();
    const parts = await Promise.all(mapLayers.map((layer) => seen({ layer })));
    parts.forEach((part, place) => assert.ok([...part.places.flatMap(({ ties }) => ties), ...part.nowhere].every(({ layer }) => layer === mapLayers[place])));
    assert.deepEqual(parts.map(keys), [['rs', 'se', 'tr-istanbul'], ['bg', 'de', 'rs', 'rs-doljevac', 'rs-gadzin-han', 'rs-merosina', 'rs-novi-sad', 'us', 'us-vasington'],
      ['rs-doljevac', 'rs-gadzin-han', 'rs-merosina', 'us', 'us-vasington'], ['de', 'rs', 'rs-doljevac', 'rs-gadzin-han', 'rs-merosina', 'rs-novi-sad', 'us', 'us-vasington']]);
    assert.deepEqual(keys(all), [...new Set(parts.flatMap(keys))].toSorted());
  });

  test('a year leaves what held in it and counts what has no date', async () => {
    const [before, in2007] = [await seen({ year: 2006 }), await seen({ year: 2007 })];
    assert.deepEqual([keys(before), keys(in2007)], [[], ['se', 'tr-istanbul']]);
    assert.ok(in2007.undated > 10);
    assert.equal(before.undated, in2007.undated);
    assert.equal((await seen({ layer: 'networks' })).firstYear, 2003);
    assert.deepEqual([(await seen({ layer: 'partners' })).firstYear, (await seen({ layer: 'agreements' })).firstYear], [null, null]);
  });

  test('its own degrees go before the gazetteer, and a name without either falls back to its country', async () => {
    const partner = async (values: Record<string, string[]>) => {
      const id = accepted(await organisations.draft(systemViewer, { entry: parsed(organisationEntry, { 'name.en': ['Trial'], 'name.origin': ['sr-Latn'], 'name.sr-Latn': ['Proba'], kind: ['ngo'], ...values }) }));
      accepted(await organisations.publish(systemViewer, { id }));
      return id;
    };
    await partner({ country: ['CN'], 'place.sr-Cyrl': ['Хангџоу'] });
    await partner({ country: ['IT'], 'place.sr-Cyrl': ['Селце Без Карте'] });
    const id = await partner({ country: ['GR'], 'place.sr-Cyrl': ['Сер'], latitude: ['41,1'], longitude: ['23,6'] });
    const { places } = await seen({ layer: 'partners' });
    const of = (key: string) => places.find((place) => place.key === key);
    assert.deepEqual([of('cn-hangdzou')?.latitude, of('gr-ser')?.latitude, of('gr-ser')?.kind, of('it')?.kind], [30.27, 41.1, 'town', 'country']);
    assert.equal(textIn(of('it')?.ties[0]?.where.name ?? null, 'sr-Cyrl'), 'Селце Без Карте');
    const record = await organisationById(systemViewer, id);
    assert.ok(record);
    const { latitude, longitude } = organisationFields(record);
    assert.deepEqual([latitude, longitude], [['41.1'], ['23.6']]);
  });

  test('an agreement stands in the years in which it was signed or was binding, at the place of its party', async () => {
    const values = { 'name.sr-Cyrl': ['Град Краков'], 'name.en': ['Kraków'], kind: ['local_government'], country: ['PL'], 'place.sr-Cyrl': ['Краков'] };
    const party = accepted(await organisations.draft(systemViewer, { entry: parsed(organisationEntry, values) }));
    accepted(await organisations.publish(systemViewer, { id: party }));
    const city = (await organisationBySlug(visitor, 'grad-nis'))?.id ?? '';
    const id = accepted(await agreements.draft(systemViewer, { entry: parsed(agreementEntry, { ...wholeFields(city, party), inForceRule: ['on_date'] }) }));
    for (const [kind, year] of [['signature', '2015'], ['entry_into_force', '2017'], ['termination', '2019']] as const) {
      accepted(await recordOldAct(systemViewer, { id, entry: parsed(oldActEntry, { kind: [kind], 'on.year': [year] }), today }));
    }
    assert.ok(!keys(await seen({ layer: 'agreements' })).includes('pl-krakov'), 'a draft');
    accepted(await agreements.publish(systemViewer, { id }));
    const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020];
    const found = await Promise.all(years.map(async (year) => keys(await seen({ layer: 'agreements', year }))));
    assert.deepEqual(years.filter((_, place) => found[place]?.includes('pl-krakov')), [2015, 2017, 2018, 2019]);
    const { firstYear, undated, places } = await seen({ layer: 'agreements', year: 2018 });
    assert.deepEqual([firstYear, undated, places.map(({ key }) => key)], [2015, 3, ['pl-krakov']]);
  });

  test('what a visitor may not see is on no map: a draft, a withdrawn agreement, a partner of its own draft', async () => {
    const before = keys(await seen());
    const editor = staff('editor');
    const hidden = accepted(await organisations.draft(editor, { entry: parsed(organisationEntry, { 'name.sr-Cyrl': ['Тајна'], kind: ['ngo'], country: ['FR'], 'place.sr-Cyrl': ['Париз'] }) }));
    assert.deepEqual(keys(await seen()), before);
    assert.ok(keys(await placesOfTies(editor, {}, today)).includes('fr-pariz'));
    const nisId = (await organisationBySlug(visitor, 'grad-nis'))?.id ?? '';
    const project = accepted(await projects.draft(systemViewer, { entry: parsed(projectEntry, {
      'title.sr-Cyrl': ['Пројекат са тајним партнером'], 'title.en': ['Trial'], ourRole: ['partner'], 'partners.0.organisationId': [nisId], 'partners.0.role': ['partner'],
      'partners.1.organisationId': [hidden], 'partners.1.role': ['partner'], 'places.0.sr-Cyrl': ['Лион'], 'places.0.en': ['Lyon'],
    }) }));
    assert.deepEqual(keys(await seen()), before);
    accepted(await projects.publish(systemViewer, { id: project }));
    assert.deepEqual(keys(await seen()).filter((key) => !before.includes(key)), ['fr-lion']);
    const { lines } = await listAgreements(systemViewer, {}, today);
    for (const { id } of lines) accepted(await agreements.withdraw(systemViewer, { id, reason }));
    assert.deepEqual((await seen({ layer: 'agreements' })).places, []);
  });
});
