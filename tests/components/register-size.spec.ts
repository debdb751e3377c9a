import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { local } from '#messages/local-text.ts';
import { agreementTypes, procedures, standings } from '#office/agreement/agreement.ts';
import type { AgreementList } from '#office/agreement/list.ts';
import { standingOn } from '#office/agreement/standing.ts';
import { cooperationFields } from '#office/vocabulary.ts';
import { anAct, facts } from '../office/agreement-facts.ts';
import { draw } from './drawing.ts';

const { AgreementRegister } = await import('#components/agreement/register.tsx');

/** What a page carries besides its list: head, header, footer, linked data, the years drawn. */
const frame = 13_000;
const title = local({ sr: 'Споразум о прекограничној сарадњи града и суседа '.repeat(6).slice(0, 300), en: 'x'.repeat(300) });
const standing = standingOn(facts({ acts: [anAct('signature', '2018-06-12'), anAct('entry_into_force', '2018-06-12')], terms: { termMonths: 240, renewal: 'tacit', renewalMonths: 12, noticeMonths: 3 } }), '2026-11-22');

for (const [chosen, count] of [[25, 25], [50, 50], [100, 100]] as const) {
  test(`a page of ${count} agreements with every facet full stays under 100 KB`, () => {
    const each = (values: readonly string[]) => values.map((value) => ({ value, count: 12_345 }));
    const parties = [true, false, false, false].map((isSelf, place) => ({ id: `p${place}`, organisation: { isSelf, name: title, acronym: null } }));
    const list = {
      total: 100_000, page: 500, pages: 1_000, partiesInAll: 5_000, undated: 321, unknown: { party: [], year: [] },
      lines: Array.from({ length: count }, (_, place) => ({
        id: `a${place}`, code: 'NI-SAR-12345', slug: 'sporazum-o-prekogranicnoj-saradnji-grada-i-suseda-12345', title, summary: local({ sr: 'Сажетак. '.repeat(100) }), type: 'cooperation_agreement', parties, standing, verification: 'unverified',
      })),
      counts: {
        type: each(agreementTypes), standing: each(standings), procedure: each(procedures), verification: each(['unverified', 'checked', 'disputed']), field: each(cooperationFields),
        country: each(['RS', 'DE', 'FR', 'IT', 'BG', 'US', 'AT', 'HU', 'RO', 'HR', 'SE', 'TR', 'GR', 'ES', 'ME', 'BA', 'SI', 'MK', 'CZ', 'PL', 'CH', 'NL', 'BE', 'GB', 'CN', 'JP', 'RU', 'UA', 'NO', 'DK', 'FI', 'PT']),
        year: each(Array.from({ length: 60 }, (_, back) => String(2026 - back))), party: Array.from({ length: 40 }, (_, place) => ({ value: `organizacija-${place}`, count: 123, name: title, acronym: null })),
      },
    } as unknown as AgreementList;
    const html = draw(createElement(AgreementRegister, { list, asked: {}, strange: [], form: 'sr-Cyrl', action: '/sr-Cyrl/agreements', perPage: { chosen, choices: [25, 50, 100] }, of: 'agreements' }));
    assert.ok(html.includes('NI-SAR-12345'));
    assert.ok(Buffer.byteLength(html) < 100_000 - frame, `${Buffer.byteLength(html)} bytes`);
  });
}
