import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement as h, Fragment } from 'react';
import { entriesOf } from '#app/feeds/dates.ts';
import { fieldWords } from '#components/record/value-words.ts';
import { writtenForms, type WrittenForm } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';
import { procedures, type Procedure } from '#office/agreement/agreement.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';
import { standingOn } from '#office/agreement/standing.ts';
import type { DatedLine } from '#office/chronicle/dates.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { anAct, situation, them, us } from '../office/agreement-facts.ts';
import { draw } from './drawing.ts';

const { ActList } = await import('#components/agreement/act-list.tsx');
const { ActsByParty } = await import('#components/agreement/acts-by-party.tsx');
const { Alarms } = await import('#components/agreement/alarms.tsx');
const { NextStep } = await import('#components/agreement/next-step.tsx');
const { ChronicleList } = await import('#components/chronicle/list.tsx');
const { IncompleteCard } = await import('#components/desk/cards.tsx');

const today = '2026-11-21';
const assembly = /скупштин|skupštin|assembly|assemblies/i;
const body = /надлежног органа|nadležnog organa|competent body/i;
const text = (said: string) => ({ origin: 'sr-Cyrl', 'sr-Cyrl': { text: said, state: 'checked' }, en: { text: 'Town', state: 'checked' } });

/** Every place that names a decision, of an agreement that has one and of one that lacks it, each with what it says. */
function places(procedure: Procedure | null, form: WrittenForm): [place: string, said: string][] {
  const decided = recordOf(procedure, [anAct('council_decision', '2024-04-01', 'us')]);
  const lacking = recordOf(procedure, [anAct('signature', '2024-05-01', 'us')]);
  const line = {
    id: 'e', noun: 'agreement', act: 'council_decision', type: 'decision', on: parseFuzzyDate('2024-04-01'), day: '2024-04-01', state: 'done', ahead: false, number: null, procedure, milestone: null,
    of: { noun: 'agreement', id: 'x', code: 'NI-X-001', slug: 'x', name: text('Споразум'), kind: null }, version: 1, changedAt: new Date(0),
  } as unknown as DatedLine;
  const hidden = (html: string) => html.replace(/<[^>]*>/g, ' ');
  const shown = Object.entries({
    list: h(ActList, { agreement: decided, form }), gaps: h(ActList, { agreement: lacking, form }), byParty: h(ActsByParty, { agreement: decided, form, readBy: 'public' }),
    alarms: h(Alarms, { agreement: lacking, decision: null, form, today }),
    next: h(NextStep, { agreement: decided, path: '/x', form, may: ['recordAct'], onwards: [{ kind: 'council_decision', unmet: [], open: true }], others: [], annex: 'not possible' }),
    unmet: h(NextStep, { agreement: decided, path: '/x', form, may: ['recordAct'], onwards: [{ kind: 'council_decision', unmet: [{ rule: 'actTwice' }], open: false }], others: [], annex: 'not possible' }),
    chronicle: h(ChronicleList, { lines: [line], form, today }),
    desk: h(IncompleteCard, { records: [{ noun: 'agreement', id: 'x', code: 'X', title: null, lacks: ['council_decision'], procedure, way: 'act' }], form, hrefOf: () => '/x' }),
  }).map(([place, drawn]): [string, string] => [place, hidden(draw(h(Fragment, {}, drawn), form))]);
  return [...shown, ['calendar', entriesOf({ lines: [line], calledOff: [] }, form)[0]?.title ?? '']];
}

function recordOf(procedure: Procedure | null, acts: ReturnType<typeof anAct>[]): AgreementRecord {
  const at = situation({ acts, terms: { procedure } });
  const told = acts.map((one) => ({ number: null, session: null, gazette: null, body: null, note: null, areas: [], budgetLine: null, documentId: null, ...one }));
  return {
    id: 'x', procedure, standing: standingOn(at, today), acts: told, actsInTurn: told, verification: 'checked', type: 'cooperation_agreement',
    parties: [{ ...us, organisation: { name: text('Град Ниш'), isSelf: true } }, { ...them, organisation: { name: text('Град Примерград'), isSelf: false } }],
  } as unknown as AgreementRecord;
}

describe('whose decision it was is said by the procedure', () => {
  for (const form of writtenForms) {
    for (const procedure of procedures) {
      const [said, unsaid] = procedure === 'foreign_city' || procedure === 'domestic_intermunicipal' ? [assembly, body] : [body, assembly];
      test(`${procedure} in ${form}`, () => {
        for (const [place, told] of places(procedure, form)) {
          assert.match(told, said, place);
          assert.doesNotMatch(told, unsaid, place);
        }
      });
    }

    test(`where nobody knows the procedure, in the ledger and in the standing, no assembly is named in ${form}`, () => {
      for (const [place, told] of places(null, form)) assert.doesNotMatch(told, assembly, place);
      const standing = words(form, 'states.standing')('council_decided');
      for (const told of [fieldWords('agreement_act', 'kind', 'council_decision', form) ?? '', standing]) assert.doesNotMatch(told, assembly);
    });
  }
});
