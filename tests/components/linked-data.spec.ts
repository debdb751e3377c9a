import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementData } from '#components/linked-data/agreement.ts';
import { linkedText } from '#components/linked-data/linked-text.ts';
import { officeData } from '#components/linked-data/office.ts';
import { organisationData } from '#components/linked-data/organisation.ts';
import { prosePage } from '#components/linked-data/page.ts';
import { isoDate, type Place } from '#components/linked-data/place.ts';
import { programmeData, projectData } from '#components/linked-data/project.ts';
import { listData, registerData } from '#components/linked-data/register.ts';
import { writtenForms } from '#messages/local-text.ts';
import { agreementBySlug } from '#office/agreement/read.ts';
import { listAgreements } from '#office/agreement/list.ts';
import { documentsOf } from '#office/document/read.ts';
import { membershipsIn } from '#office/membership/read.ts';
import { milestonesOf } from '#office/milestone/read.ts';
import { listOrganisations, organisationBySlug } from '#office/organisation/read.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import { listProjects, projectBySlug, projectsOf } from '#office/project/read.ts';
import { visitor } from '#office/viewer.ts';
import { corpus, intruder } from '../corpus.ts';
import { useFreshDatabase } from '../fixtures.ts';
import { readVocabulary } from './vocabulary.ts';

const today = '2026-11-22';
const origin = 'https://povelja.example';
const place = (path: string, form: Place['form'] = 'en'): Place => ({ form, origin, path, title: 'Title', description: 'Description' });
const contact = { email: 'ured@povelja.example', phone: '+381 18 000 000', address: 'Улица 1, Ниш', dataProtection: null };
const vocabulary = readVocabulary();

/** What the vocabulary does not know: a type, or a property of a type, wherever it stands. */
function strange(value: unknown, within = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => strange(one, within));
  if (typeof value === 'string') return /^https:\/\/schema\.org\//.test(value) && !vocabulary.enumerates(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  const { '@type': type, '@id': id, ...rest } = value as Record<string, unknown>;
  if (type === undefined) return id && Object.keys(rest).length === 0 ? [] : [`a thing without a type: ${JSON.stringify(value)}`];
  if (typeof type !== 'string' || !vocabulary.has(type)) return [`type ${JSON.stringify(type)}`];
  // `…-input` says what a reader types into an action (schema.org/docs/actions.html); a role has the property in which it stands (schema.org/Role).
  const allowed = (property: string) => vocabulary.allows(type, property) || (type === 'SearchAction' && property === 'query-input') || (type.endsWith('Role') && property === within);
  const own = Object.keys(rest).filter((property) => !allowed(property));
  return [...own.map((property) => `${type}.${property}`), ...Object.entries(rest).flatMap(([property, one]) => strange(one, property))];
}

type Read = Record<string, unknown> & { '@type': string; '@id': string };

/** As a machine reads it. */
function read(things: Parameters<typeof linkedText>[0]): Read[] {
  const graph = JSON.parse(linkedText(things));
  assert.equal(graph['@context'], 'https://schema.org');
  return graph['@graph'];
}

/** The things as read, all of them known to the vocabulary; the second may be missing. */
function known(things: Parameters<typeof linkedText>[0]): [Read, Read] {
  const graph = read(things);
  assert.deepEqual(strange(graph), []);
  return graph as [Read, Read];
}

describe('the vocabulary', () => {
  test('knows its types, their properties also from above, and its enumerations; nothing made up', () => {
    assert.ok(vocabulary.has('GovernmentOrganization') && vocabulary.has('OrganizationRole') && !vocabulary.has('Agreement'));
    assert.ok(vocabulary.allows('GovernmentOrganization', 'name') && vocabulary.allows('CreativeWork', 'creativeWorkStatus') && vocabulary.allows('OrganizationRole', 'startDate'));
    assert.ok(!vocabulary.allows('Event', 'creativeWorkStatus') && !vocabulary.allows('Organization', 'signatory'));
    assert.deepEqual(strange([{ '@type': 'Event', signedOn: 'x', eventStatus: 'https://schema.org/EventDropped' }, { '@type': 'Pact' }, { name: 'x' }]), [
      'Event.signedOn', 'https://schema.org/EventDropped', 'type "Pact"', 'a thing without a type: {"name":"x"}',
    ]);
  });
});

describe('dates for machines', () => {
  test('stay as exact as they are; what is about known or not known is left out', () => {
    const date = (edtf: string) => ({ edtf, earliest: null, latest: null });
    assert.deepEqual(['2003', '2007-05', '2018-06-12', '2018~', '2018?', '20XX', '2003/2005', ''].map((edtf) => isoDate(date(edtf))), ['2003', '2007-05', '2018-06-12', undefined, undefined, undefined, undefined, undefined]);
    assert.equal(isoDate(null), undefined);
  });
});

describe('linked data', () => {
  test('of whatever text holds no < and reads back the same', () => {
    for (const { name, text } of corpus) {
      const written = linkedText([{ '@type': 'Organization', name: text, description: `</script><${intruder}>` }]);
      assert.ok(!written.includes('<'), name);
      assert.equal(JSON.parse(written)['@graph'][0].name, text, name);
    }
  });
});

describe('of the office’s own records', () => {
  useFreshDatabase();

  test('home: the office, how it is reached, and how the site is searched', () => {
    const [office, site] = known(officeData(place('/'), contact));
    assert.deepEqual([office['@type'], office.email, office.telephone], ['GovernmentOrganization', 'ured@povelja.example', '+381 18 000 000']);
    assert.equal((site.potentialAction as { target: { urlTemplate: string } }).target.urlTemplate, `${origin}/en/search?q={q}`);
    const [silent] = known(officeData(place('/'), { email: null, phone: null, address: null, dataProtection: null }));
    assert.ok(!('email' in silent) && !('address' in silent));
  });

  test('the office’s own words: what sort of page they are', () => {
    assert.deepEqual(['/about', '/contact', '/privacy'].map((path) => known([prosePage(place(path))])[0]['@type']), ['AboutPage', 'ContactPage', 'WebPage']);
  });

  test('lists: a page of a collection, and the register as a set of data', () => {
    assert.deepEqual(known(listData(place('/projects'))).map((one) => one['@type']), ['CollectionPage']);
    const [page, register] = known(registerData(place('/agreements', 'sr-Latn')));
    assert.deepEqual([page['@id'], register['@type'], register.isAccessibleForFree], [`${origin}/sr-Latn/agreements`, 'Dataset', true]);
    const { itemListElement } = page.breadcrumb as { itemListElement: { name: string; item: string }[] };
    assert.deepEqual(itemListElement.map(({ name, item }) => [name, item]), [['Početna', `${origin}/sr-Latn`], ['Title', `${origin}/sr-Latn/agreements`]]);
  });

  test('every agreement: its parties, its standing in words, its milestones', async () => {
    const { lines } = await listAgreements(visitor, { perPage: 99 }, today);
    assert.ok(lines.length > 2);
    for (const form of writtenForms) {
      for (const { slug } of lines) {
        const agreement = await agreementBySlug(visitor, slug, today);
        assert.ok(agreement);
        const around = { milestones: await milestonesOf(visitor, { agreementId: agreement.id }), documents: await documentsOf(visitor, 'agreement', agreement.id) };
        const [page, record] = known(agreementData(place(`/agreements/${slug}`, form), agreement, around));
        assert.deepEqual((page.mainEntity as { '@id': string })['@id'], record['@id']);
        assert.equal((record.contributor as unknown[]).length, agreement.parties.filter(({ organisation }) => organisation).length);
        assert.equal(record.dateCreated, isoDate(agreement.standing.signedOn));
        assert.ok(String(record.creativeWorkStatus).length > 3);
      }
    }
  });

  test('every organisation: its type by its kind, never its contacts; a network with the City in it', async () => {
    const { lines } = await listOrganisations(visitor, { perPage: 999 });
    for (const { slug, kind } of lines) {
      const organisation = await organisationBySlug(visitor, slug);
      assert.ok(organisation);
      const memberships = kind === 'network' ? await membershipsIn(visitor, organisation.id, today) : [];
      const [, record] = known(organisationData(place(kind === 'network' ? `/networks/${slug}` : `/partners/${slug}`), organisation, memberships));
      assert.equal(record.identifier, organisation.code);
      assert.ok(!('contactPoint' in record) && !('email' in record));
      if (memberships.length) assert.match(JSON.stringify(record.member), /"OrganizationRole".*#city/);
    }
  });

  test('every project and its programme: who takes part, who pays, never how much', async () => {
    for (const { slug } of (await listProjects(visitor, { perPage: 99 }, '2026-11-21')).lines) {
      const project = await projectBySlug(visitor, slug);
      assert.ok(project);
      const text = JSON.stringify(known(projectData(place(`/projects/${slug}`, 'sr-Cyrl'), project, await milestonesOf(visitor, { projectId: project.id }))));
      for (const { amount } of project.amounts) assert.ok(!text.includes(amount.replace(/\.00$/, '')), amount);
      if (!project.programme) continue;
      const programme = await programmeBySlug(visitor, project.programme.slug);
      assert.ok(programme);
      const [, record] = known(programmeData(place(`/programmes/${programme.slug}`), programme, await projectsOf(visitor, { programmeId: programme.id }, 'en')));
      assert.equal(record['@type'], 'FundingScheme');
    }
  });
});
