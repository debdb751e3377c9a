import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type * as z from 'zod';
import { agreementEntry } from '#office/agreement/entry.ts';
import { agreementFields } from '#office/agreement/fields.ts';
import { agreementById } from '#office/agreement/read.ts';
import * as agreements from '#office/agreement/write.ts';
import { historyOf } from '#office/audit/read.ts';
import { nest } from '#office/entry/form-values.ts';
import { parseEntry } from '#office/entry/parse.ts';
import { listMilestones } from '#office/milestone/read.ts';
import { milestoneEntry } from '#office/milestone/entry.ts';
import { milestoneFields } from '#office/milestone/fields.ts';
import { milestoneById } from '#office/milestone/read.ts';
import * as milestones from '#office/milestone/write.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { listOrganisations, organisationById } from '#office/organisation/read.ts';
import * as organisations from '#office/organisation/write.ts';
import type { FormValues, Outcome } from '#office/outcome.ts';
import { corpus, kept } from '../corpus.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, ledger, staff } from '../verbs.ts';

useEmptyDatabase();
const publisher = staff('publisher');
const today = '2026-03-01';

type Form = {
  readonly noun: 'organisation' | 'agreement' | 'milestone';
  readonly entry: z.ZodType;
  /** Filled in rightly, so that one nasty value is the only thing that can be wrong. */
  readonly right: () => FormValues;
  /** Every field into which text may be typed. */
  readonly texts: readonly string[];
  /** Every field that takes only what it knows. */
  readonly closed: readonly string[];
  readonly draft: (entry: never) => Promise<Outcome<{ id: string }>>;
  readonly back: (id: string) => Promise<FormValues | null>;
};

const forms3 = (...names: string[]) => names.flatMap((name) => ['sr-Cyrl', 'sr-Latn', 'en'].map((form) => `${name}.${form}`));
const source = { 'sources.0.title.sr-Cyrl': ['Извор'] };
const ofSource = [...forms3('sources.0.title'), 'sources.0.url', 'sources.0.quote'];
let partner = '';

const forms: readonly Form[] = [
  {
    noun: 'organisation', entry: organisationEntry,
    right: () => ({
      'name.sr-Cyrl': ['Град'], kind: ['local_government'], 'memberCount.value': ['5'], 'names.0.name.sr-Cyrl': ['Варош'], 'contacts.0.name': ['Ана'],
      'contacts.0.legalBasis': ['пристанак'], ...source,
    }),
    texts: [
      ...forms3('name', 'acronym', 'place', 'description', 'note', 'scope', 'benefit', 'legalForm', 'memberCount.unit', 'names.0.name', 'names.0.acronym', 'names.0.note', 'contacts.0.office'),
      'website', 'externalIds.iati', 'externalIds.wikidata', 'externalIds.ror', 'externalIds.registrationNumber', 'externalIds.taxNumber',
      'contacts.0.name', 'contacts.0.email', 'contacts.0.phone', 'contacts.0.legalBasis', 'englishWaived', ...ofSource,
    ],
    closed: ['kind', 'country', 'latitude', 'longitude', 'seatCountry', 'level', 'parentId', 'successorOfId', 'founded.year', 'founded.edtf', 'memberCount.value', 'memberCount.qualifier', 'sdgs', 'sources.0.retrievedOn', 'names.0.validFrom.day'],
    draft: (entry) => organisations.draft(publisher, { entry }),
    back: async (id) => maybe(await organisationById(publisher, id), organisationFields),
  },
  {
    noun: 'agreement', entry: agreementEntry,
    right: () => ({
      'title.sr-Cyrl': ['Споразум'], type: ['memorandum_of_understanding'], 'money.amount': ['5'], 'money.currency': ['EUR'], 'money.scope': ['city_share'],
      'parties.0.organisationId': [partner], 'parties.0.side': ['them'], 'obligations.0.text.sr-Cyrl': ['Дуг'], ...source,
    }),
    texts: [
      ...forms3('title', 'summary', 'signedAt', 'money.note', 'parties.0.signatoryOffice', 'parties.0.note', 'obligations.0.text', 'obligations.0.evidence'),
      'registryNo', 'classificationNo', 'retentionCategory', 'parties.0.signatory', 'englishWaived', ...ofSource,
    ],
    closed: ['type', 'procedure', 'binding', 'fields', 'sectors', 'inForceRule', 'validFrom.month', 'termMonths', 'renewal', 'money.amount', 'money.currency', 'money.scope', 'ownerId', 'embargoUntil', 'authenticLanguages', 'parties.0.organisationId', 'parties.0.role', 'links.0.otherId', 'projects.0.projectId', 'obligations.0.recurrence'],
    draft: (entry) => agreements.draft(publisher, { entry }),
    back: async (id) => maybe(await agreementById(publisher, id, today), agreementFields),
  },
  {
    noun: 'milestone', entry: milestoneEntry,
    right: () => ({ 'title.sr-Cyrl': ['Корак'], 'acts.0.kind': ['started'], ...source }),
    texts: [...forms3('title', 'acts.0.note'), 'englishWaived', ...ofSource],
    closed: ['kind', 'planned.year', 'progress', 'agreementId', 'membershipId', 'projectId', 'programmeId', 'ownerId', 'acts.0.kind', 'acts.0.on.year'],
    draft: (entry) => milestones.draft(publisher, { entry }),
    back: async (id) => maybe(await milestoneById(publisher, id), milestoneFields),
  },
];

for (const form of forms) {
  describe(`the form of ${form.noun}`, () => {
    before(async () => void (partner ||= accepted(await organisations.draft(publisher, { entry: entryOf(forms[0]!, {}) }))));

    for (const { name, text, lost, warned } of corpus) {
      test(`${name}: every field keeps it verbatim, or says what is wrong with it`, async () => {
        const taken = form.texts.filter((field) => takes(form, field, text));
        if (lost) assert.deepEqual(taken, []);
        if (warned) assert.deepEqual(taken.filter((field) => !/\.(?:sr-Cyrl|sr-Latn|en)$/.test(field)), []);
        for (const field of form.closed) takes(form, field, text);
        if (taken.length === 0) return;
        const id = accepted(await form.draft(entryOf(form, Object.fromEntries(taken.map((field) => [field, [text]])))));
        const back = await form.back(id);
        const held = Object.fromEntries(taken.map((field) => [field, back?.[field]?.[0] ?? '']));
        assert.deepEqual(held, Object.fromEntries(taken.map((field) => [field, kept(text)])));
        assert.equal((await historyOf(publisher, form.noun, id)).length, 1);
      });
    }

    test('a field that the form has not, by any name that a program might send, is no fault of ours and writes nothing', async () => {
      const held = await ledger();
      for (const field of strangers) {
        const read = parseEntry(form.entry, { ...form.right(), [field]: ['x'] });
        if (!read.ok) assert.ok(read.issues.every(({ field: at }) => at === '' || field.startsWith(at)), JSON.stringify(read.issues).slice(0, 200));
        else assert.deepEqual(read.entry, entryOf(form, {}), field.slice(0, 40));
      }
      assert.deepEqual(await ledger(), held);
    });

    test('one field sent many times is refused there, and thousands of rows cost nothing', () => {
      for (const field of form.texts) {
        const read = parseEntry(form.entry, { ...form.right(), [field]: ['x', 'y'] });
        assert.deepEqual(read.ok ? [] : read.issues, [{ field, rule: 'malformed' }]);
      }
      const rows = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`sources.${n}.title.sr-Cyrl`, ['x']]));
      const began = performance.now();
      assert.equal(parseEntry(form.entry, { ...form.right(), ...rows }).ok, false);
      assert.ok(performance.now() - began < 2_000);
    });
  });
}

test('a name with thousands of parts is passed over at once', () => {
  const began = performance.now();
  assert.deepEqual(nest({ [`a${'.a'.repeat(100_000)}`]: ['x'], b: ['y'] }).value, { b: 'y' });
  assert.ok(performance.now() - began < 1_000);
});

test('every search takes the whole corpus', async () => {
  for (const { text } of corpus.filter((one) => !one.text.includes('\0'))) {
    for (const form of ['sr-Cyrl', 'en'] as const) {
      assert.ok((await listOrganisations(publisher, { q: text, form, sort: text })).page === 1);
      assert.ok((await listMilestones(publisher, { q: text, form, sort: text, page: 1e9 })).page >= 1);
    }
  }
});

const strangers = [
  'nonsense', 'id.id', '__proto__', '__proto__.admin', 'constructor.prototype.admin', 'toString', 'valueOf', 'hasOwnProperty', 'isSelf', 'publication', 'code', 'slug', 'version',
  'createdBy', 'verification', 'title', 'name', 'name.__proto__', 'name.admin', 'title.admin', 'sources', 'sources.x', 'sources.0', 'sources.99999.title.en', 'sources.0.title.other.__proto__',
  'title.other.klingon', '.', '..', 'a.'.repeat(2_000), 'a'.repeat(100_000),
];

/** Whether the field takes the text. Where it does not, an issue stands at that field and at no other. */
function takes(form: Form, field: string, text: string): boolean {
  const read = parseEntry(form.entry, { ...form.right(), [field]: [text] });
  if (read.ok) return true;
  assert.ok(read.issues.length > 0);
  for (const issue of read.issues) assert.ok(concerns(issue.field, field), `${field}: ${JSON.stringify(issue).slice(0, 200)}`);
  return false;
}

/** A group of fields speaks through its first one: a date through its year, a text through its own script. */
function concerns(at: string, field: string): boolean {
  const group = (name: string) => name.replace(/\.[^.]+$/, '');
  return at === field || (at.includes('.') && group(at) === group(field));
}

function entryOf(form: Form, more: FormValues): never {
  const read = parseEntry(form.entry, { ...form.right(), ...more });
  assert.ok(read.ok, JSON.stringify(read).slice(0, 400));
  return read.entry as never;
}

function maybe<T>(record: T | null, fields: (record: T) => FormValues): FormValues | null {
  return record && fields(record);
}
