import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local, writtenForms } from '#messages/local-text.ts';
import { parseCount, qualifiers, writeCount, type Count } from '#office/count.ts';

const unit = local({ sr: 'локалних власти', en: 'local authorities' });

test('a count says how exact it is, in every form', () => {
  const written = qualifiers.map((qualifier) =>
    writtenForms.map((form) => writeCount({ qualifier, value: 1000, unit, asOf: null }, form)));
  assert.deepEqual(written, [
    ['1.000 локалних власти', '1.000 lokalnih vlasti', '1,000 local authorities'],
    ['преко 1.000 локалних власти', 'preko 1.000 lokalnih vlasti', 'over 1,000 local authorities'],
    ['око 1.000 локалних власти', 'oko 1.000 lokalnih vlasti', 'about 1,000 local authorities'],
    ['мање од 1.000 локалних власти', 'manje od 1.000 lokalnih vlasti', 'under 1,000 local authorities'],
  ]);
});

test('it says as of when, and may lack its unit', () => {
  const count: Count = { qualifier: 'exact', value: 52, unit: null, asOf: { edtf: '2007-05', earliest: '2007-05-01', latest: '2007-05-31' } };
  assert.deepEqual(writtenForms.map((form) => writeCount(count, form)),
    ['52 (стање: мај 2007.)', '52 (stanje: maj 2007.)', '52 (as of May 2007)']);
});

test('digits are read with either mark for thousands', () => {
  for (const typed of ['1000', '1.000', '1,000', '1 000']) assert.equal(parseCount(typed), 1000, typed);
  assert.equal(parseCount('0'), 0);
  for (const typed of ['', '-1', '1.5', '1,00', 'много', '1e3', '9999999999']) assert.equal(parseCount(typed), null, typed);
});
