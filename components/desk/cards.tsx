import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { LastChange } from '#office/audit/read.ts';
import type { Completeness } from '#office/desk/completeness.ts';
import type { Waiting } from '#office/desk/waiting.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import type { Noun } from '#office/permission.ts';

type Hrefs = { form: WrittenForm; hrefOf: (noun: Noun, id: string) => string };

/** What waits for the person at this desk: each line has the one act that settles it. */
export function WaitingCard({ waiting, form, hrefOf }: Hrefs & { waiting: readonly Waiting[] }) {
  const t = useTranslations('desk');
  const nouns = useTranslations('vocabulary.noun');
  const steps = { ownDraft: 'edit', toPublish: 'publish', overdue: '', decide: '', ends: '' } as const;
  return (
    <Card heading={t('waiting')} count={waiting.length} width={7}>
      {waiting.length === 0 ? <EmptyState icon="circle-check" heading={t('nothingWaits')}>{t('nothingWaitsWhy')}</EmptyState> : (
        <Todo lines={waiting.map(({ kind, noun, id, code, title, days, day }) => ({
          id: `${kind} ${id}`, href: hrefOf(noun, id), title: title ? <LocalTextView text={title} form={form} say="elsewhere" /> : code,
          note: `${nouns(noun)} · ${t(`kinds.${kind}`, { days: days ?? 0, day: day ? writeDay(day, form, 'table') : '' })}`,
          act: <ButtonLink kind="line" size="small" href={`${hrefOf(noun, id)}${steps[kind] && `/${steps[kind]}`}`}>{t(`verbs.${kind}`)}<span className="hide"> {code}</span></ButtonLink>,
        }))} />
      )}
    </Card>
  );
}

/** How complete the register is: a bar with its figure, each leading to where the gap is closed. */
export function Completenesses({ figures, hrefOf }: { figures: readonly Completeness[]; hrefOf: (noun: Noun | null) => string }) {
  const t = useTranslations('desk');
  return (
    <Card heading={t('complete')} width={5}>
      <ul className="todo todo-meter">
        {figures.map(({ what, noun, known, all }) => (
          <li key={what}>
            <div>
              {noun ? <a href={hrefOf(noun)}>{t(`known.${what}`)}</a> : t(`known.${what}`)}
              <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className="meter-bg" width="100" height="8" />
                <rect className="meter-on" width={all === 0 ? 0 : (known / all) * 100} height="8" />
              </svg>
            </div>
            <span className="num soft">{t('of', { known, all })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Deadlines({ milestones, form, hrefOf }: Hrefs & { milestones: readonly MilestoneLine[] }) {
  const t = useTranslations('desk');
  return (
    <Card heading={t('deadlines')}>
      {milestones.length === 0 ? <EmptyState icon="calendar-clock" heading={t('noDeadlines')}>{t('noDeadlinesWhy')}</EmptyState> : (
        <Todo lines={milestones.map(({ id, title, planned }) => ({
          id, href: hrefOf('milestone', id), title: <LocalTextView text={title} form={form} say="elsewhere" />, act: <FuzzyDateView edtf={planned?.edtf} form={form} look="table" />,
        }))} />
      )}
    </Card>
  );
}

export function LastChanges({ changes, form, today, hrefOf }: Hrefs & { changes: readonly LastChange[]; today: string }) {
  const t = useTranslations('desk');
  const record = useTranslations('record');
  return (
    <Card heading={t('lastChanges')}>
      <Todo lines={changes.map(({ seq, at, actor, actorKind, action, noun, recordId, title }) => ({
        id: String(seq), href: hrefOf(noun, recordId), title: <LocalTextView text={title} form={form} say="elsewhere" />,
        note: `${record(`acts.${action.split('.')[1] ?? ''}`)} · ${actor ?? record(actorKind === 'system' ? 'system' : 'erased')}`,
        act: <span className="num soft">{belgradeToday(at) === today ? writeTime(at, form) : writeDay(belgradeToday(at), form, 'table')}</span>,
      }))} />
    </Card>
  );
}
