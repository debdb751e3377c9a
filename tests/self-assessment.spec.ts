import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assess, sumUp, type Asked } from '#app/self-assessment.ts';
import { writtenForms } from '#messages/local-text.ts';
import { words } from '#messages/words.ts';

const best: Asked = {
  forms: writtenForms, records: { total: 9, checked: 9 }, titles: { titled: 4, translated: 4 }, last: '2026-11-22', withdrawn: 1,
  contact: { email: 'a@b.example', phone: '+381 18 000 000', address: 'Улица 1', dataProtection: 'c@b.example' },
  pages: ['/search', '/contact', '/privacy', '/accessibility', '/open-data'], machines: ['/feed.atom', '/milestones.ics', '/sitemap.xml', '/records.csv'], origin: 'https://povelja.example', terms: true,
};
const verdictOf = (asked: Partial<Asked>, demand: string) => assess({ ...best, ...asked }).find((one) => one.demand === demand)?.verdict;

describe('the self-assessment', () => {
  test('is never better than what a program can ask: a test with people stays open', () => {
    const open = assess(best).filter(({ verdict }) => verdict !== 'fulfilled').map(({ demand, verdict }) => [demand, verdict]);
    assert.deepEqual(open, [['accessibility', 'partly']]);
    assert.deepEqual(sumUp(assess(best)), { all: 13, fulfilled: 12, partly: 1, not: 0 });
  });

  for (const [demand, asked, verdict] of [
    ['script', { forms: ['sr-Cyrl', 'en'] }, 'partly'],
    ['language', { forms: ['sr-Cyrl', 'sr-Latn'] }, 'not'],
    ['language', { titles: { titled: 4, translated: 3 } }, 'partly'],
    ['accuracy', { records: { total: 9, checked: 0 } }, 'not'],
    ['accuracy', { records: { total: 9, checked: 1 } }, 'partly'],
    ['accuracy', { records: { total: 0, checked: 0 } }, 'not'],
    ['update', { last: null }, 'not'],
    ['contact', { contact: { ...best.contact, phone: null } }, 'partly'],
    ['contact', { contact: { email: null, phone: null, address: null, dataProtection: 'c@b.example' } }, 'not'],
    ['search', { pages: best.pages.filter((path) => path !== '/search') }, 'not'],
    ['siteMap', { machines: ['/feed.atom'] }, 'partly'],
    ['accessibility', { pages: [] }, 'not'],
    ['privacy', { contact: { ...best.contact, dataProtection: null } }, 'partly'],
    ['security', { origin: 'http://127.0.0.1:3000' }, 'not'],
    ['formats', { machines: ['/feed.atom', '/sitemap.xml'] }, 'partly'],
    ['formats', { machines: [] }, 'not'],
    ['licence', { pages: [] }, 'not'],
    ['licence', { terms: false }, 'partly'],
  ] as const satisfies [string, Partial<Asked>, string][]) {
    test(`${demand} is ${verdict} with ${JSON.stringify(asked)}`, () => assert.equal(verdictOf(asked, demand), verdict));
  }

  test('has words for every demand, verdict and proof, in each form', () => {
    const worst: Asked = { ...best, last: null, pages: [], machines: [], terms: false };
    for (const form of writtenForms) {
      const say = words(form, 'self-assessment');
      for (const { demand, verdict, proof, values } of [...assess(best), ...assess(worst)]) {
        assert.ok(say(`demand.${demand}`).length > 3 && say(`verdict.${verdict}`).length > 3);
        assert.ok(say(`proof.${proof}`, { day: '', ...values }).length > 10, proof);
      }
    }
  });
});
