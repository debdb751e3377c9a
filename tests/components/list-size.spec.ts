import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createElement } from 'react';
import { local } from '#messages/local-text.ts';
import { chronicleTypes, type Counted } from '#office/chronicle/chronicle.ts';
import type { ChronicleLine } from '#office/chronicle/lines.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import { organisationKinds } from '#office/organisation/organisation.ts';
import { projectStates } from '#office/project/project.ts';
import { draw } from './drawing.ts';

const { ChronicleRegister } = await import('#components/chronicle/register.tsx');
const { ProjectRegister } = await import('#components/project/register.tsx');
const { OrganisationRegister } = await import('#components/organisation/register.tsx');

/** What a page carries besides its list: head, header, footer, linked data. */
const frame = 12_000;
const most = 100_000 - frame;
const title = local({ sr: 'Споразум о прекограничној сарадњи града и суседа '.repeat(6).slice(0, 300), en: 'x'.repeat(300) });
const hundred = Array.from({ length: 100 }, (_, place) => place);
const perPage = { chosen: 100, choices: [25, 50, 100] };
const paged = { total: 100_000, page: 500, pages: 1_000 };
const shared = { strange: [], form: 'sr-Cyrl', perPage, asked: { 'per-page': ['100'] } } as const;

describe('the longest pages of lists stay under 100 KB', () => {
  test('the milestones: a hundred of them over seventy years', () => {
    const counted: Counted[] = hundred.slice(0, 70).flatMap((back) => chronicleTypes.map((type) => ({ type, year: 2026 - back, ahead: false, count: 12 })));
    const lines: ChronicleLine[] = hundred.map((place) => ({
      id: `e${place}`, noun: 'agreement', act: 'signature', type: 'signature', on: parseFuzzyDate('2018-06-12'), day: '2018-06-12', state: 'done', ahead: false, number: '06-1234/2018-01', procedure: 'foreign_city', milestone: null,
      of: { noun: 'agreement', id: `a${place}`, code: 'NI-SAR-12345', slug: 'sporazum-o-prekogranicnoj-saradnji-grada-i-suseda', name: title, kind: null },
    }));
    const html = draw(createElement(ChronicleRegister, {
      list: { ...paged, lines, counted, years: [] }, asked: { types: [], years: [], undated: false, perPage: 100 }, strange: [], perPageChoices: perPage.choices, form: 'sr-Cyrl', today: '2026-03-01',
    }));
    assert.ok(Buffer.byteLength(html) < most, `${Buffer.byteLength(html)} bytes`);
    assert.ok(html.includes('NI-SAR-12345'));
  });

  test('the projects and the partners', () => {
    const count = (values: readonly string[]) => values.map((value) => ({ value, count: 3 }));
    const record = (place: number) => ({
      id: `p${place}`, code: 'NI-PRO-12345', slug: 'projekat-prekogranicne-saradnje-grada-i-suseda', title, acronym: null, summary: local({ sr: 'Сажетак пројекта. '.repeat(100) }),
      ourRole: 'partner', plannedStart: null, plannedEnd: null, actualStart: null, actualEnd: null, programmeId: null, publication: 'published' as const, verification: 'unverified' as const,
      verifiedOn: null, changedAt: new Date(0), acts: [], programme: { noun: 'programme' as const, id: 'x', code: 'NI-PGM-001', slug: 'x', name: title, kind: null },
    });
    const projects = draw(createElement(ProjectRegister, {
      ...shared, today: '2026-03-01', list: { ...paged, lines: hundred.map(record) },
      counts: {
        standing: count(projectStates), country: count(['RS', 'DE', 'FR', 'IT', 'BG', 'US', 'AT', 'HU', 'RO', 'HR']), year: count(hundred.slice(0, 60).map((back) => String(2026 - back))),
        verification: count(['checked', 'unverified', 'disputed']), party: hundred.slice(0, 40).map((place) => ({ value: `org-${place}`, count: 3, name: title, acronym: null })), partiesInAll: 5_000,
      },
    }));
    assert.ok(Buffer.byteLength(projects) < most, `projects: ${Buffer.byteLength(projects)} bytes`);
    const partners = draw(createElement(OrganisationRegister, {
      ...shared, counts: organisationKinds.map((type) => ({ type, country: 'RS', verification: 'unverified' as const, count: 3 })),
      list: { ...paged, lines: hundred.map((place) => ({
        id: `o${place}`, code: 'NI-ORG-12345', slug: 'organizacija-za-prekogranicnu-saradnju', name: title, acronym: title, kind: 'ngo', country: 'RS', place: title, level: null,
        publication: 'published' as const, verification: 'unverified' as const, changedAt: new Date(0), ties: 12,
      })) },
    }));
    assert.ok(Buffer.byteLength(partners) < most, `partners: ${Buffer.byteLength(partners)} bytes`);
  });
});
