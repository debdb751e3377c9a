import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { Parser } from 'htmlparser2';
import ICAL from 'ical.js';
import { atomFeed, feedLength } from '#app/feeds/atom.ts';
import { calendar, type Entry } from '#app/feeds/calendar.ts';
import { entriesOf } from '#app/feeds/dates.ts';
import { nameId } from '#app/feeds/name-id.ts';
import { readable } from '#app/feeds/readable.ts';
import { agreement } from '#db/schema/agreement.ts';
import { local, writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { htmlLang } from '#messages/routing.ts';
import { change } from '#office/change.ts';
import { datesOf } from '#office/chronicle/dates.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { latestInRegister, type Told } from '#office/register/latest.ts';
import { systemViewer } from '#office/viewer.ts';
import { corpus, intruder } from '../corpus.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { putAgreement, putMembership, putMilestone, setPublication } from '../office/chronicle-ground.ts';
import { accepted } from '../verbs.ts';

const origin = 'https://povelja.example';
const today = '2026-03-01';
const place = (form: WrittenForm) => ({ form, origin });

type Element = { name: string; at: Record<string, string>; text: string; held: Element[] };

/** The elements of an XML text. Throws where one is not closed in its turn, or where a sign stands that XML has no place for (XML 1.0, 2.2). */
function parseXml(xml: string): Element {
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8"\?>/);
  assert.doesNotMatch(xml, /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  const top: Element = { name: '', at: {}, text: '', held: [] };
  const open = [top];
  const parser = new Parser({
    onopentag(name, at) {
      const element = { name, at, text: '', held: [] };
      open.at(-1)!.held.push(element);
      open.push(element);
    },
    ontext: (text) => void (open.at(-1)!.text += text),
    onclosetag(name, implied) {
      const closed = open.pop();
      if (closed?.name !== name || (implied && !xml.includes('/>'))) throw new Error(`${name} closes ${closed?.name}`);
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  assert.equal(open.length, 1, 'an element is not closed');
  return top.held.find(({ name }) => name === 'feed')!;
}

const all = (element: Element, name: string) => element.held.filter((one) => one.name === name);
function only(element: Element, name: string): Element {
  assert.equal(all(element, name).length, 1, `${element.name} has ${all(element, name).length} ${name}`);
  return all(element, name)[0]!;
}

/** What RFC 4287 says must be. */
function assertAtom(xml: string, form: WrittenForm): Element {
  const feed = parseXml(xml);
  assert.deepEqual([feed.at.xmlns, feed.at['xml:lang']], ['http://www.w3.org/2005/Atom', htmlLang(form)]);
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/; // 3.3, RFC 3339
  const links = all(feed, 'link').map(({ at }) => [at.rel, at.href]);
  assert.deepEqual(links, [['alternate', `${origin}/${form}`], ['self', `${origin}/${form}/feed.atom`]]);
  only(only(feed, 'author'), 'name'); // 4.1.1: then its entries need none
  const ids = new Set<string>([only(feed, 'id').text]);
  for (const part of [feed, ...all(feed, 'entry')]) {
    only(part, 'title');
    assert.match(only(part, 'updated').text, instant);
    assert.match(only(part, 'id').text, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  for (const entry of all(feed, 'entry')) {
    const [link] = all(entry, 'link');
    assert.equal(link?.at.rel ?? 'alternate', 'alternate');
    assert.ok(new URL(link?.at.href ?? '').href.startsWith(`${origin}/${form}/`));
    assert.equal(only(entry, 'title').at.type, 'html');
    assert.ok(!ids.has(only(entry, 'id').text), 'two entries with one id');
    ids.add(only(entry, 'id').text);
  }
  return feed;
}

/** The text of an HTML fragment, and the elements in it: what a reader of feeds makes of a title (RFC 4287, 3.1.1.2). */
function read(html: string): { text: string; elements: string[] } {
  const found = { text: '', elements: [] as string[] };
  new Parser({ ontext: (text) => void (found.text += text), onopentag: (name) => void found.elements.push(name) }).end(html);
  return found;
}

/** What RFC 5545 and RFC 7986 say must be; the events as ical.js reads them. */
function assertCalendar(ics: string): ICAL.Component[] {
  assert.ok(ics.endsWith('END:VCALENDAR\r\n'));
  const lines = ics.slice(0, -2).split('\r\n');
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`); // 3.1
    assert.doesNotMatch(line.replaceAll('\t', ''), /\p{Cc}/u); // 3.1: no control but a tab
    assert.ok(line.isWellFormed(), 'a character was cut in two');
  }
  const component = new ICAL.Component(ICAL.parse(ics));
  assert.equal(component.name, 'vcalendar');
  for (const name of ['version', 'prodid', 'name', 'refresh-interval', 'source', 'url']) assert.equal(component.getAllProperties(name).length, 1, name);
  assert.equal(component.getFirstPropertyValue('version'), '2.0');
  assert.equal(component.getFirstProperty('refresh-interval')?.getParameter('value')?.toString().toUpperCase() ?? 'DURATION', 'DURATION');
  const events = component.getAllSubcomponents('vevent');
  const uids = events.map((event) => event.getFirstPropertyValue('uid'));
  assert.equal(new Set(uids).size, uids.length, 'two events with one UID');
  for (const event of events) {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'summary', 'status', 'sequence', 'last-modified', 'url']) assert.equal(event.getAllProperties(name).length, 1, name);
    const [start, end] = ['dtstart', 'dtend'].map((name) => event.getFirstPropertyValue(name) as ICAL.Time);
    assert.ok(start?.isDate && end?.isDate && start.compare(end) < 0);
    assert.equal((event.getFirstPropertyValue('dtstamp') as ICAL.Time).zone.tzid, 'UTC'); // 3.8.7.2
    assert.match(String(event.getFirstPropertyValue('status')), /^(TENTATIVE|CONFIRMED|CANCELLED)$/); // 3.8.1.11
  }
  return events;
}

const toldOf = (title: string): Told => ({
  id: randomUUID(), noun: 'agreement', code: 'NI-SAR-001', name: local({ sr: title, en: title }), kind: 'cooperation_agreement', news: 'withdrawn',
  at: new Date('2026-02-03T04:05:06Z'), publishedAt: new Date('2025-01-01T00:00:00Z'), reason: local({ sr: title, en: title }), note: null, page: '/agreements/x',
});
const entryOf = (title: string, on: string | null = '2026-05-03'): Entry => ({
  id: randomUUID(), title, category: 'Потписивање', about: [title], on: on ? parseFuzzyDate(on) : null, state: 'happened', page: '/agreements/x', version: 3, changedAt: new Date('2026-02-03T04:05:06Z'),
});
// What a text is where lines are one: both feeds may carry a line end, readers of feeds make a blank of it.
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('whatever a title holds', () => {
  for (const { name, text } of corpus.filter((one) => one.text.length < 100_000)) {
    test(`${name}: both feeds stay valid and lose nothing that can be read`, () => {
      const feed = assertAtom(atomFeed([toldOf(text), toldOf('други')], place('en')), 'en');
      const title = read(only(all(feed, 'entry')[0]!, 'title').text);
      assert.equal(flat(title.text), flat(`Withdrawn: ${readable(text.trim() ? text : 'NI-SAR-001')}`));
      const elements = [title, read(only(all(feed, 'entry')[0]!, 'summary').text)].flatMap((one) => one.elements);
      assert.ok(!elements.includes(intruder) && elements.every((element) => element === 'p'), elements.join());
      const [event] = assertCalendar(calendar([entryOf(text), entryOf('други')], place('en')));
      assert.equal(flat(String(event?.getFirstPropertyValue('summary'))), flat(readable(text)));
      assert.equal(all(feed, 'entry').length, 2);
    });
  }
});

describe('the calendar', () => {
  const days = (on: string | null) => assertCalendar(calendar([entryOf('x', on)], place('sr-Cyrl'))).map((event) => ['dtstart', 'dtend'].map((name) => String(event.getFirstPropertyValue(name))));

  test('a day is that day, a month the whole month with the precision in words; a year and the unknown are left out', () => {
    assert.deepEqual(days('2026-05-03'), [['2026-05-03', '2026-05-04']]);
    assert.deepEqual(days('2028-02'), [['2028-02-01', '2028-03-01']]);
    assert.deepEqual(days('2026-12-31'), [['2026-12-31', '2027-01-01']]);
    assert.deepEqual(days('2019-05-03/2019-05-05'), [['2019-05-03', '2019-05-06']]);
    for (const on of ['2003', '201X', '2014/2020', '2014/..', null]) assert.deepEqual(days(on), [], String(on));
    const described = (on: string) => String(assertCalendar(calendar([entryOf('x', on)], place('en')))[0]?.getFirstPropertyValue('description'));
    assert.match(described('2007-05'), /Known only as: May 2007/);
    assert.match(described('2007-05-03~'), /Known only as/);
    assert.doesNotMatch(described('2007-05-03'), /Known only/);
  });

  test('the version counts, and what is called off says so', () => {
    const [event] = assertCalendar(calendar([{ ...entryOf('x'), state: 'cancelled' }], place('en')));
    assert.deepEqual(['status', 'sequence', 'transp', 'url'].map((name) => String(event?.getFirstPropertyValue(name))), ['CANCELLED', '2', 'TRANSPARENT', `${origin}/en/agreements/x`]);
  });
});

test('a name-based UUID is that of RFC 9562, appendix A.4', () => {
  assert.equal(nameId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

describe('what the feeds tell', () => {
  useEmptyDatabase();
  const titles = async (form: WrittenForm = 'sr-Cyrl') => all(assertAtom(atomFeed(await latestInRegister(feedLength), place(form)), form), 'entry').map((entry) => read(only(entry, 'title').text).text);
  const dated = async (form: WrittenForm = 'sr-Cyrl') => assertCalendar(calendar(entriesOf(await datesOf(today, 500), form), place(form)))
    .map((event) => `${event.getFirstPropertyValue('status')} ${event.getFirstPropertyValue('summary')}`);

  test('an empty register: valid feeds without entries', async () => {
    for (const form of writtenForms) assert.deepEqual([await titles(form), await dated(form)], [[], []]);
  });

  test('nothing of a draft or of what the office keeps to itself; a withdrawal is told of', async () => {
    const id = await putAgreement([['signature', '2018-06-12']], { title: 'Јавни' });
    await putAgreement([['signature', '2018-06-13']], { title: 'Тајни', publication: 'draft' });
    await putMembership([['joined', '2018-06-14']], { network: 'draft' });
    await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2027-01-02', isPublic: false, title: 'Унутрашња' });
    const seen = await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2027-01-03', title: 'Посета' });
    const inside = await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2027-01-04', isPublic: false, publication: 'published', title: 'Унутрашња друга' });
    assert.deepEqual(await dated(), ['TENTATIVE Посета', 'CONFIRMED Потпис: Јавни']);
    assert.deepEqual(await titles(), ['Објављено: Посета', 'Објављено: Јавни']);
    await setPublication('milestone', seen, 'withdrawn');
    await setPublication('milestone', inside, 'withdrawn');
    assert.deepEqual(await dated(), ['CONFIRMED Потпис: Јавни', 'CANCELLED Повучено са објаве: Посета']);
    assert.deepEqual(await titles(), ['Повучено са објаве: Посета', 'Објављено: Јавни']);
    await setPublication('agreement', id, 'withdrawn');
    assert.deepEqual(await dated(), []);
    assert.deepEqual(await titles('sr-Latn'), ['Povučeno sa objave: Javni'], 'nor of the milestones of what was withdrawn');
  });
});

describe('what an entry is known by', () => {
  useEmptyDatabase();

  test('its id outlives a new slug and a correction, and is another one in another form', async () => {
    const id = await putAgreement([]);
    const idsIn = async (form: WrittenForm) => all(assertAtom(atomFeed(await latestInRegister(feedLength), place(form)), form), 'entry').map((entry) => only(entry, 'id').text);
    const before = await idsIn('sr-Cyrl');
    accepted(await change(systemViewer, { action: 'agreement.revise', table: agreement, id }, (pen) => pen.revise(agreement, { slug: 'another-slug', correctedAt: new Date() })));
    const feed = assertAtom(atomFeed(await latestInRegister(feedLength), place('sr-Cyrl')), 'sr-Cyrl');
    assert.deepEqual(await idsIn('sr-Cyrl'), before);
    assert.match(only(all(feed, 'entry')[0]!, 'title').text, /^Исправљено: /);
    assert.equal(all(all(feed, 'entry')[0]!, 'link')[0]?.at.href, `${origin}/sr-Cyrl/agreements/another-slug`);
    assert.notDeepEqual(await idsIn('en'), before);
  });
});
