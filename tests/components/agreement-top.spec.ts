import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { agreementById } from '#office/agreement/read.ts';
import { recordOldAct } from '#office/agreement/record-act.ts';
import { draft, publish } from '#office/agreement/write.ts';
import type { FormValues } from '#office/outcome.ts';
import { visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { ground, oldAct, parsed, publisher, today, wholeFields } from '../office/agreement-ground.ts';
import { accepted } from '../verbs.ts';
import { draw } from './drawing.ts';

useEmptyDatabase();

const tacit: FormValues = {
  'validFrom.year': ['2024'], 'validFrom.month': ['3'], 'validFrom.day': ['1'], termMonths: ['36'], renewal: ['tacit'], renewalMonths: ['36'], noticeMonths: ['3'],
};

async function drafted(more: FormValues = {}): Promise<string> {
  const { city, other } = await ground();
  return accepted(await draft(publisher, { entry: parsed({ ...wholeFields(city, other), ...more }) }));
}

async function signed(id: string, kinds: readonly string[] = ['signature', 'entry_into_force']): Promise<string> {
  for (const kind of kinds) accepted(await recordOldAct(publisher, { id, today, entry: oldAct({ kind: [kind], 'on.year': ['2024'], 'on.month': ['3'], 'on.day': ['1'] }) }));
  accepted(await publish(publisher, { id }));
  return id;
}

/** The bare words of the answer and the notices over the text. */
async function top(id: string): Promise<string> {
  const { AgreementAnswer } = await import('#components/agreement/answer.tsx');
  const { AgreementNotices } = await import('#components/agreement/notices.tsx');
  const agreement = await agreementById(visitor, id, today);
  assert.ok(agreement);
  const html = draw(createElement('div', null, createElement(AgreementAnswer, { agreement, form: 'en' }), createElement(AgreementNotices, { agreement, form: 'en', today, correctedOn: null })), 'en');
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('the top of an agreement', () => {
  test('says since when it holds, when it renews itself and until when notice may be given', async () => {
    const words = await top(await signed(await drafted(tacit)));
    assert.match(words, /In force,? from 1 March 2024 to 28 February 2027/);
    assert.match(words, /It renews by itself on 1 March 2027 for another 36 months, unless a party gives notice by 28 November 2026\./);
  });

  test('names what amends it, and the amendment names it, once the public may see both', async () => {
    const main = await signed(await drafted(tacit));
    const annex = await drafted({ type: ['annex'], 'title.en': ['Annex on tourism'], 'links.0.kind': ['annex_to'], 'links.0.otherId': [main] });
    assert.doesNotMatch(await top(main), /Annex on tourism/);
    accepted(await publish(publisher, { id: annex }));
    assert.match(await top(main), /Read this text together with Annex: Annex on tourism/);
    assert.match(await top(annex), /Read this with the main text Annex to: Agreement with Primergrad/);
  });

  test('one that ended leads to the act that ended it, and to the one that came after', async () => {
    const old = await signed(await drafted(), ['signature', 'termination']);
    const successor = await drafted({ 'title.en': ['The new agreement'], 'links.0.kind': ['replaces'], 'links.0.otherId': [old] });
    accepted(await publish(publisher, { id: successor }));
    assert.match(await top(old), /Terminated\. .*See the act .*Another agreement replaces it The new agreement/);
    assert.match(await top(successor), /It replaces an earlier agreement Agreement with Primergrad/);
  });
});
