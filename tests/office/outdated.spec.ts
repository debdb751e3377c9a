import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { organisation, organisationName } from '#db/schema/organisation.ts';
import { local, type LocalText } from '#messages/local-text.ts';
import { organisationEntry } from '#office/organisation/entry.ts';
import { organisationById } from '#office/organisation/read.ts';
import { organisationFields } from '#office/organisation/fields.ts';
import { draft, revise } from '#office/organisation/write.ts';
import { withOutdated } from '#office/outdated.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, parsed, staff } from '../verbs.ts';

useEmptyDatabase();
const both = (sr: string, en: string, state: 'draft' | 'checked' = 'checked') => local({ sr, en, state });
const english = (text: LocalText | null | undefined) => `${text?.en?.text} ${text?.en?.state}`;

describe('a translation that no longer follows its original', () => {
  test('is outdated when the Serbian text changed and it did not', () => {
    assert.equal(english(withOutdated(both('Ниш', 'Nis'), both('Град Ниш', 'Nis'))), 'Nis outdated');
    assert.equal(english(withOutdated(both('Ниш', 'Nis'), both('Ниш', 'Nis'))), 'Nis checked');
    assert.equal(english(withOutdated(both('Ниш', 'Nis'), both('Град Ниш', 'City of Niš'))), 'City of Niš checked');
    assert.equal(english(withOutdated(null, both('Ниш', 'Nis'))), 'Nis checked');
  });

  test('is what somebody says of it in the same change, and no longer outdated once it is written anew', () => {
    const stale = { ...both('Ниш', 'Nis'), en: { text: 'Nis', state: 'outdated' as const } };
    assert.equal(english(withOutdated(stale, both('Град Ниш', 'Nis'))), 'Nis checked');
    assert.equal(english(withOutdated(stale, { ...stale, en: { text: 'Niš', state: 'outdated' as const } })), 'Niš draft');
    assert.equal(english(withOutdated(stale, stale)), 'Nis outdated');
  });

  test('Latin written by hand ages with it; Latin that is the original does not', () => {
    const byHand = local({ sr: 'Мек Донагал', latn: 'McDonagall', state: 'checked' });
    assert.equal(withOutdated(byHand, local({ sr: 'Мекдонагал', latn: 'McDonagall', state: 'checked' }))['sr-Latn']?.state, 'outdated');
    const latin = (name: string) => local({ sr: name, origin: 'sr-Latn', state: 'checked', en: 'x' });
    assert.equal(withOutdated(latin('GTZ'), latin('GIZ'))['sr-Latn']?.state, 'checked');
    assert.equal(withOutdated(latin('GTZ'), latin('GIZ')).en?.state, 'outdated');
  });

  test('is found in lists whose rows came and went', () => {
    const list = withOutdated([both('а', 'a'), both('б', 'b')], [both('в', 'c'), both('бб', 'b'), both('а', 'a')]);
    assert.deepEqual(list.map(english), ['c checked', 'b outdated', 'a checked']);
  });

  test('is told by the record after any save, its parts too', async () => {
    const editor = staff('editor');
    const form = {
      'name.sr-Cyrl': ['Град Лил'], 'name.en': ['City of Lille'], 'name.state.en': ['checked'], kind: ['local_government'],
      'names.rows': ['1'], 'names.0.name.sr-Cyrl': ['Општина Лил'], 'names.0.name.en': ['Lille'], 'names.0.name.state.en': ['checked'],
    };
    const id = accepted(await draft(editor, { entry: parsed(organisationEntry, form) }));
    const stood = await organisationById(editor, id);
    assert.ok(stood);
    const again = { ...organisationFields(stood), 'name.sr-Cyrl': ['Град Лил (Француска)'], 'names.0.name.sr-Cyrl': ['Општина града Лила'] };
    accepted(await revise(editor, { id, version: 1, entry: parsed(organisationEntry, again) }));
    const [row] = await reader().select({ name: organisation.name }).from(organisation).where(eq(organisation.id, id));
    const [part] = await reader().select({ name: organisationName.name }).from(organisationName).where(eq(organisationName.organisationId, id));
    assert.deepEqual([english(row?.name), english(part?.name)], ['City of Lille outdated', 'Lille outdated']);
  });
});
