import assert from 'node:assert/strict';
import { test } from 'node:test';
import { local } from '#messages/local-text.ts';
import { dutyEntry } from '#office/obligation/entry.ts';
import { yearlyFee } from '#office/obligation/fields.ts';
import { parsed } from '../verbs.ts';

const said = (network: Parameters<typeof yearlyFee>[0], today = '2026-11-22') => {
  const { text, due, recurrence, kind } = parsed(dutyEntry, yearlyFee(network, today));
  return { sr: text['sr-Cyrl']?.text, en: text.en?.text, due: due?.edtf, recurrence, kind };
};

test('the yearly fee of a network is proposed in the script of each language, for the next end of March', () => {
  assert.deepEqual(said(local({ sr: 'Европски градови против дрога', en: 'European Cities Against Drugs' })), { sr: 'Годишња чланарина: Европски градови против дрога', en: 'Yearly membership fee: European Cities Against Drugs', due: '2027-03-31', recurrence: 'FREQ=YEARLY', kind: 'fee_due' });
  assert.equal(said(null, '2026-03-31').due, '2026-03-31');
});

test('a network without an English name goes by its Serbian one in Latin letters, one of Latin letters by its own', () => {
  assert.equal(said(local({ sr: 'Мрежа здравих градова' })).en, 'Yearly membership fee: Mreža zdravih gradova');
  const latin = said(local({ sr: 'Eurocities', origin: 'sr-Latn' }));
  assert.deepEqual([latin.sr, latin.en], ['Годишња чланарина: Eurocities', 'Yearly membership fee: Eurocities']);
  assert.deepEqual([said(null).sr, said(null).en], ['Годишња чланарина', 'Yearly membership fee']);
});
