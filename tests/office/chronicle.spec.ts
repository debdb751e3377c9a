import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { reader } from '#db/client.ts';
import { agreement } from '#db/schema/agreement.ts';
import { milestone } from '#db/schema/milestone.ts';
import { actKinds } from '#office/agreement/agreement.ts';
import { change } from '#office/change.ts';
import { byYear, chronicleTypes, narrowed, sum } from '#office/chronicle/chronicle.ts';
import { chronicle, type ChronicleFilter } from '#office/chronicle/read.ts';
import { membershipActKinds } from '#office/membership/membership.ts';
import { milestoneKinds } from '#office/milestone/milestone.ts';
import { projectActKinds } from '#office/project/project.ts';
import { systemViewer, visitor } from '#office/viewer.ts';
import { useEmptyDatabase } from '../fixtures.ts';
import { accepted, staff } from '../verbs.ts';
import { putAgreement, putMembership, putMilestone, putProject, setPublication } from './chronicle-ground.ts';

const today = '2026-03-01';
const told = async (filter: ChronicleFilter = {}, viewer: Parameters<typeof chronicle>[0] = visitor) =>
  (await chronicle(viewer, { perPage: 100, ...filter }, today)).lines.map(({ act, on, noun }) => `${noun} ${act} ${on?.edtf ?? '–'}`);

describe('the types of the chronicle', () => {
  useEmptyDatabase();

  test('every kind of act and milestone has one, or is left out knowingly', async () => {
    const typeOf = async (noun: string, kind: string) => (await reader().execute<{ type: string | null }>(sql`select povelja_chronicle_type(${noun}, ${kind}) as type`)).rows[0]?.type ?? null;
    const kinds = { agreement: actKinds, membership: membershipActKinds, project: projectActKinds, milestone: milestoneKinds };
    const found = new Set<string>();
    for (const [noun, all] of Object.entries(kinds)) {
      for (const kind of all) {
        const type = await typeOf(noun, kind);
        if (noun === 'agreement' && kind === 'archiving') assert.equal(type, null);
        else assert.ok(chronicleTypes.some((known) => known === type), `${noun} ${kind}: ${type}`);
        if (type) found.add(type);
      }
    }
    assert.deepEqual([...found].toSorted(), chronicleTypes.toSorted(), 'a type that nothing stands under');
  });
});

describe('what the chronicle tells', () => {
  useEmptyDatabase();

  test('acts of every record, what is to come on top with the nearest first, then the latest, the undated last', async () => {
    await putAgreement([['signature', '2018-06-12'], ['signature', '2018-06-12'], ['council_decision', '2018-05'], ['archiving', '2020'], ['consent_given', null]]);
    await putProject([['running', '2009'], ['closed', '2031-05']], { start: '2008', end: '2010' });
    await putMembership([['joined', '2003']]);
    await putMilestone({ agreementId: await putAgreement([]) }, { kind: 'report_due', planned: '2027-01-31' });
    assert.deepEqual(await told(), [
      'milestone report_due 2027-01-31', 'project closed 2031-05', 'agreement signature 2018-06-12', 'agreement council_decision 2018-05', 'project running 2009',
      'membership joined 2003', 'agreement consent_given –',
    ]);
  });

  test('an act of an agreement says under which procedure it stands, by which it is named', async () => {
    const id = await putAgreement([['council_decision', '1999-05']], { procedure: 'donor' });
    const of = async () => (await chronicle(visitor, { perPage: 100, years: [1999] }, today)).lines.map(({ of: record, procedure }) => [record?.id, procedure]);
    assert.deepEqual(await of(), [[id, 'donor']]);
  });

  test('a project\'s own dates stand where no act tells of them, and a plan gives way to what was', async () => {
    const before = await told({ types: ['project'] });
    await putProject([], { start: '2012', end: '2014-06', reallyStarted: '2012-09' });
    assert.deepEqual((await told({ types: ['project'] })).filter((one) => !before.includes(one)), ['project finish 2014-06', 'project start 2012-09']);
  });

  test('a milestone that tells the same as an act stands alone: same record, type and time', async () => {
    const id = await putAgreement([['signature', '2015-04'], ['consent_given', '2015-03']]);
    const same = await putMilestone({ agreementId: id }, { actual: '2015-04', done: 'done' });
    const of2015 = () => told({ years: [2015] });
    assert.deepEqual(await of2015(), ['milestone agreement_signed 2015-04', 'agreement consent_given 2015-03']);
    await setPublication('milestone', same, 'withdrawn');
    assert.deepEqual(await of2015(), ['agreement signature 2015-04', 'agreement consent_given 2015-03'], 'the act stands for itself again');
    await setPublication('milestone', same, 'published');
    const other = await putAgreement([['signature', '2015-01']]);
    accepted(await change(systemViewer, { action: 'milestone.revise', table: milestone, id: same }, (pen) => pen.revise(milestone, { agreementId: other })));
    assert.deepEqual((await of2015()).length, 4, 'another record\'s milestone hides nothing of this one');
  });

  test('a milestone hides nothing but the same event, reached at the same time', async () => {
    const signed = await putAgreement([['signature', '2024-05-10'], ['consent_request', '2024-04'], ['consent_given', '2024-04'], ['council_decision', '2024-03-03']]);
    await putMilestone({ agreementId: signed }, { planned: '2024-05-10' });
    await putMilestone({ agreementId: signed }, { kind: 'consent_given', actual: '2024-04', done: 'done' });
    await putMilestone({ agreementId: signed }, { kind: 'renewal_decision', actual: '2024-03-03', done: 'done' });
    const project = await putProject([['closed', '2024']]);
    await putMilestone({ projectId: project }, { kind: 'project_event', actual: '2024', done: 'done' });
    const { id } = await putMembership([['joined', '2024-02'], ['ended', '2024-02']]);
    await putMilestone({ membershipId: id }, { kind: 'network_accession', actual: '2024-02', done: 'done' });
    assert.deepEqual((await told({ years: [2024] })).toSorted(), [
      'agreement consent_request 2024-04', 'agreement council_decision 2024-03-03', 'agreement signature 2024-05-10', 'membership ended 2024-02',
      'milestone agreement_signed 2024-05-10', 'milestone consent_given 2024-04', 'milestone network_accession 2024-02', 'milestone project_event 2024', 'milestone renewal_decision 2024-03-03',
      'project closed 2024',
    ]);
  });

  test('an undated milestone hides the undated act of its own event alone', async () => {
    const id = await putAgreement([['text_agreed', null], ['signature', null], ['authorisation_to_sign', null]]);
    const before = await told({ undated: true });
    await putMilestone({ agreementId: id }, { done: 'done' });
    await putMilestone({ agreementId: id }, { kind: 'renewal_decision', done: 'done' });
    const after = await told({ undated: true });
    assert.deepEqual([before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one)).toSorted()], [['agreement signature –'], ['milestone agreement_signed –', 'milestone renewal_decision –']]);
  });

  test('what was reached on a day that nobody knows is not told under the day for which it was planned', async () => {
    const id = await putAgreement([]);
    const visit = await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2027-05-15', done: 'done' });
    const line = (await chronicle(visitor, { undated: true }, today)).lines.find((one) => one.milestone?.id === visit);
    assert.deepEqual([line?.on, line?.ahead, line?.state], [null, false, 'done']);
    assert.deepEqual((await told()).filter((one) => one.includes('2027-05-15')), []);
  });

  test('memberships of other cities are theirs, and an end known to the year has come when that is over', async () => {
    await putMembership([['joined', '1971']], { of: 'other' });
    assert.deepEqual(await told({ years: [1971] }), await told());
    const { id } = await putMembership([['joined', '1972'], ['withdrawal_decided', '2026-02'], ['ended', '2026']]);
    const line = async (day: string) => (await chronicle(visitor, { types: ['membership'], perPage: 100 }, day)).lines.find(({ act, of }) => act === 'ended' && of?.id === id);
    assert.deepEqual([(await line('2026-03-01'))?.ahead, (await line('2026-12-30'))?.ahead, (await line('2026-12-31'))?.ahead], [true, true, false]);
  });

  test('a planned start gives way to an end, a real one stays', async () => {
    const before = await told();
    for (const end of ['rejected', 'cancelled', 'closed'] as const) {
      await putProject([[end, '1973']], { start: '2028-09', end: '2029' });
      await putProject([[end, '1973']], { reallyStarted: '1974' });
    }
    const fresh = (await told()).filter((one) => !before.includes(one)).toSorted();
    assert.deepEqual(fresh, ['cancelled 1973', 'closed 1973', 'rejected 1973', 'start 1974'].flatMap((one) => Array.from({ length: one.startsWith('start') ? 3 : 2 }, () => `project ${one}`)));
  });

  test('a milestone that nobody reached stays ahead though its date has passed; a plan that passed does not', async () => {
    const id = await putAgreement([]);
    await putMilestone({ agreementId: id }, { kind: 'fee_due', planned: '2026-02' });
    await putProject([], { end: '2020-02' });
    const list = await told();
    assert.ok(list.indexOf('milestone fee_due 2026-02') >= 0 && list.indexOf('milestone fee_due 2026-02') < list.indexOf('agreement signature 2018-06-12'));
    const [line] = (await chronicle(visitor, { years: [2020] }, today)).lines;
    assert.deepEqual([line?.state, line?.ahead], ['planned', false]);
  });
});

describe('who is told', () => {
  useEmptyDatabase();
  const editor = staff('editor');

  test('nothing of a draft, of a withdrawn record, of a network or a milestone that is not public; staff by their rule', async () => {
    const hidden = await putAgreement([['signature', '2011']], { publication: 'draft' });
    await putMembership([['joined', '2012']], { network: 'draft' });
    await putMembership([['joined', '2013']], { publication: 'withdrawn' });
    await putProject([['running', '2014']], { publication: 'draft' });
    const seen = await putAgreement([['signature', '2015']]);
    await putMilestone({ agreementId: seen }, { kind: 'visit', planned: '2030', isPublic: false });
    await putMilestone({ agreementId: seen }, { kind: 'visit', planned: '2031', publication: 'draft' });
    await putMilestone({ agreementId: hidden }, { kind: 'visit', planned: '2032' });
    assert.deepEqual(await told(), ['agreement signature 2015']);
    assert.equal((await chronicle(visitor, {}, today)).total, 1);
    assert.equal((await told({}, editor)).length, 8);
    assert.deepEqual(await told({}, staff('contributor')), ['milestone visit 2030', 'milestone visit 2032', 'agreement signature 2015'], 'what is published, also for the office alone');
  });

  test('a record that is published or withdrawn takes its milestones and acts along at once', async () => {
    const id = await putAgreement([['signature', '2016']], { publication: 'draft' });
    await putMilestone({ agreementId: id }, { kind: 'visit', planned: '2033' });
    assert.deepEqual(await told({ years: [2016, 2033] }), await told({}), 'years in which nothing stands are passed over');
    await setPublication('agreement', id, 'published');
    assert.deepEqual(await told({ years: [2016, 2033] }), ['milestone visit 2033', 'agreement signature 2016']);
    await setPublication('agreement', id, 'withdrawn');
    assert.deepEqual((await told()).filter((one) => /2016|2033/.test(one)), []);
    const { networkId } = await putMembership([['joined', '1999']]);
    assert.equal((await told({ years: [1999] })).length, 1);
    await setPublication('organisation', networkId, 'withdrawn');
    assert.deepEqual((await told()).filter((one) => one.includes('1999')), []);
  });

  test('even where an entry claimed to be shown, its record is asked', async () => {
    const id = await putAgreement([['signature', '1987']], { publication: 'draft' });
    accepted(await change(systemViewer, { action: 'agreement.revise', table: agreement, id }, async (pen) => {
      await pen.revise(agreement, {});
      await pen.db.execute(sql`update chronicle_entry set shown = true where record_id = ${id}`);
    }));
    assert.deepEqual((await told()).filter((one) => one.includes('1987')), []);
  });
});

describe('pages and counts', () => {
  useEmptyDatabase();

  test('every page once over is the whole list, each entry once, and the counts agree with it', async () => {
    for (let year = 1990; year < 2035; year += 1) {
      const id = await putAgreement([['signature', `${year}-0${1 + (year % 9)}-11`], ['council_decision', `${year}`], ['text_agreed', year % 5 ? `${year}-02` : null]]);
      if (year % 4 === 0) await putMilestone({ agreementId: id }, { kind: 'report_due', planned: `${year}-11` });
    }
    for (const choice of [{}, { types: ['signature' as const] }, { years: [1991, 2030] }, { undated: true }, { types: ['preparation' as const], years: [1992], undated: true }]) {
      const whole = await chronicle(visitor, { ...choice, perPage: 1_000 }, today);
      const pages = [];
      for (let page = 1; page <= Math.ceil(whole.total / 7); page += 1) pages.push(...(await chronicle(visitor, { ...choice, page, perPage: 7 }, today)).lines);
      assert.deepEqual(pages.map(({ id }) => id), whole.lines.map(({ id }) => id), JSON.stringify(choice));
      assert.equal(new Set(pages.map(({ id }) => id)).size, whole.total);
      assert.equal(sum(narrowed(whole.counted, choice)), whole.lines.length);
      const inYears = Map.groupBy(whole.lines.filter(({ on }) => on), ({ on }) => Number(on?.earliest?.slice(0, 4)));
      assert.deepEqual(byYear(narrowed(whole.counted, choice)).map(({ year, count }) => [year, count]), [...inYears].map(([year, held]) => [year, held.length]).toSorted((a, b) => (b[0] as number) - (a[0] as number)));
      const past = whole.lines.filter(({ ahead, on }) => !ahead && on).map(({ on }) => on?.earliest ?? '');
      assert.deepEqual(past, past.toSorted().toReversed());
    }
    const last = await chronicle(visitor, { page: 9_999 }, today);
    assert.equal(last.page, last.pages);
  });

  test('words narrow the list and its counts alike, in either script', async () => {
    await putAgreement([['signature', '2001-05-05']], { title: 'Ђачка размена' });
    for (const q of ['ђачка', 'djacka', 'ĐAČKA']) {
      const list = await chronicle(visitor, { q }, today);
      assert.deepEqual([list.total, sum(list.counted), list.lines.length], [1, 1, 1], q);
    }
    assert.equal((await chronicle(visitor, { q: `%' or 1=1 --` }, today)).total, 0);
  });
});
