import type { HrefOf } from '#components/milestone/desk-reference.tsx';
import { PlanLines } from '#components/milestone/plan-lines.tsx';
import { PlanTabs } from '#components/milestone/plan-tabs.tsx';
import { TimelineView } from '#components/milestone/timeline-view.tsx';
import { DutyList } from '#components/obligation/duty-list.tsx';
import { local, type WrittenForm } from '#messages/local-text.ts';
import { parseFuzzyDate } from '#office/fuzzy-date.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { Duty } from '#office/obligation/read.ts';

const today = '2026-11-22';
const hrefOf: HrefOf = (noun, id) => `#${noun}-${id}`;
const owners = new Map([['a', 'Милица Јовановић']]);

type Sketch = { title: string; planned?: string; actual?: string; acts?: [MilestoneLine['acts'][number]['kind'], string?][]; progress?: number; ownerId?: string; obligationId?: string };

/** Milestones of every state, with dates as exact and as vague as they come. */
export const lines: readonly MilestoneLine[] = ([
  { title: 'Усаглашен нацрт уговора о партнерству', planned: '2026-03-12', actual: '2026-04-02', acts: [['done']], ownerId: 'a' },
  { title: 'Потписан уговор о партнерству са свим општинама округа и са Регионалном агенцијом', planned: '2026-10-20', ownerId: 'a' },
  { title: 'Набављена опрема за мерење потрошње енергије', planned: '2026-09', acts: [['started']], progress: 40 },
  { title: 'Средњорочни извештај донатору', planned: '2026-12-15', acts: [['postponed', '2026-07-01']] },
  { title: 'Посета делегације', planned: '2026-06-10', acts: [['cancelled']] },
  { title: 'Обука општинских служби', planned: '2026-08-15', acts: [['done']] },
  { title: 'Завршна конференција у Нишу', planned: '2026', obligationId: 'd', ownerId: 'b' },
] satisfies Sketch[]).map(line);

function line({ title, planned, actual, acts = [], progress = 0, ownerId, obligationId }: Sketch, place: number): MilestoneLine {
  const id = `m${place}`;
  return {
    id, code: `NI-PRK-0${place + 10}`, slug: id, title: local({ sr: title }), kind: 'project_event', planned: planned ? parseFuzzyDate(planned) : null, actual: actual ? parseFuzzyDate(actual) : null,
    progress, isPublic: true, publication: 'published', verification: 'unverified', verifiedOn: null, version: 1, changedAt: new Date(0),
    agreementId: null, membershipId: null, projectId: 'p', programmeId: null, ownerId: ownerId ?? null, deputyId: null, createdBy: null, obligationId: obligationId ?? null, occurrence: null, decides: null, decidesAbout: null,
    acts: acts.map(([kind, before], at) => ({ id: `${id}${at}`, position: at, milestoneId: id, kind, on: null, plannedBefore: before ? parseFuzzyDate(before) : null, note: null })),
    belongsTo: [{ noun: 'project', id: 'p', code: 'NI-PRO-002', slug: 'transpower', name: local({ sr: 'TRANSPOWER', origin: 'sr-Latn' }), kind: null }],
  };
}

const duty: Duty = {
  id: 'd', position: 0, agreementId: null, membershipId: 'x', text: local({ sr: 'Годишња чланарина: Европски градови против дрога' }), organisationId: null, due: parseFuzzyDate('2024-02-29'),
  recurrence: 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20301231', state: 'open', evidence: null, settledOn: null, ownerId: null, deputyId: null, kind: 'fee_due', isPublic: false,
};
const settled: Duty = { ...duty, id: 'e', recurrence: null, state: 'waived', settledOn: '2026-11-20', evidence: local({ sr: 'Допис мреже, бр. 12' }), text: local({ sr: 'Извештај о раду' }) };

/** The plan of the workspace: a stretch of it drawn and in words, lines that wait, and duties. */
export function PlanShowcase({ form }: { form: WrittenForm }) {
  const zooms = (['year', 'quarter', 'month'] as const).map((zoom) => ({ zoom, href: `?zoom=${zoom}`, current: zoom === 'year' }));
  return (
    <div className="desk-body">
      <main className="desk-main">
        <h1>План</h1>
        <PlanTabs path="#" current="timeline" counts={{ week: 2, overdue: 1, unowned: 12 }} />
        <TimelineView
          timeline={{ lines: [...lines], total: lines.length, page: 1, pages: 1, ties: [{ from: 'm0', to: 'm1' }, { from: 'm1', to: 'm3' }, { from: 'm2', to: 'm3' }], undated: { lines: [line({ title: 'Оцена трајних резултата' }, 8)], total: 30 } }}
          drawn={{ from: '2026-01-01', to: '2026-12-31' }} zoom={{ shown: '2026.', zooms, before: '?at=2025-01-01', after: '?at=2027-01-01', now: null }}
          form={form} today={today} path="#" hrefOf={hrefOf} owners={owners} pageHref={(page) => `?page=${page}`}
        />
        <PlanLines lines={lines.slice(1, 4)} form={form} today={today} path="#" hrefOf={hrefOf} owners={owners} may={() => true} takeOver={() => <form><button className="btn btn-line btn-sm" type="submit">Преузми</button></form>} />
        <DutyList duties={[duty, settled]} coming={lines.filter(({ obligationId }) => obligationId)} form={form} today={today} path="#" milestones="#" earlier={new Map([['d', { count: 3, last: '2026-08-29', from: '2026-11-29' }]])} may={{ enter: true, settle: true }} newMilestone="#" />
      </main>
    </div>
  );
}
