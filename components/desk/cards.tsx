import { useTranslations } from 'next-intl';
import { actWord } from '#components/agreement/act-word.ts';
import { ButtonLink } from '#components/button.tsx';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';
import type { LastChange } from '#office/audit/read.ts';
import type { Incomplete } from '#office/desk/incomplete.ts';
import type { Noun } from '#office/permission.ts';

type Hrefs = { form: WrittenForm; hrefOf: (noun: Noun, id: string) => string };

/** Records that lack something which the office should know, each with what that is. */
export function IncompleteCard({ records, form, hrefOf }: Hrefs & { records: readonly Incomplete[] }) {
  const t = useTranslations('desk');
  const nouns = useTranslations('vocabulary.noun');
  return (
    <Card heading={t('incomplete')}>
      {records.length === 0 ? <EmptyState icon="circle-check" heading={t('nothingLacks')} /> : (
        <Todo lines={records.map(({ noun, id, code, title, lacks, procedure, way }) => ({
          id, href: hrefOf(noun, id), title: title ? <LocalTextView text={title} form={form} say="elsewhere" /> : code,
          note: `${nouns(noun)} · ${t('lacksList', { what: lacks.map((lack) => t(`lacks.${actWord(lack, { procedure })}`)).join(', ') })}`,
          act: <ButtonLink kind="line" size="small" href={`${hrefOf(noun, id)}/edit`}>{t(way === 'propose' ? 'verbs.propose' : 'verbs.complete')}<span className="hide"> {code}</span></ButtonLink>,
        }))} />
      )}
    </Card>
  );
}

/** One entry of a day of the week. */
export type WeekEntry = { readonly day: string; readonly key: string; readonly href: string; readonly title: LocalText | null; readonly what: 'decide' | 'ends' | 'due' };

/** The week of `today` (an ISO day), Monday to Sunday, with what falls into it. */
export function WeekCard({ days, today, entries, form }: { days: readonly string[]; today: string; entries: readonly WeekEntry[]; form: WrittenForm }) {
  const t = useTranslations('desk');
  return (
    <Card heading={t('thisWeek')} width={12}>
      <ol className="week">
        {days.map((day, place) => {
          const some = entries.filter((one) => one.day === day);
          return (
            <li key={day} className={day === today ? 'today' : undefined} aria-current={day === today ? 'date' : undefined}>
              <b>{t(`weekdays.${place}`)} {writeDay(day, form, 'table').replace(/ ?\d{4}\.?$/, '')}</b>
              <span>
                {some.length === 0 ? <span className="soft">–<span className="hide">{t('nothingThatDay')}</span></span> : some.map(({ key, href, title, what }) => (
                  <span key={key} className="week-entry"><a href={href}><LocalTextView text={title} form={form} say="elsewhere" /></a> <small>{t(`weekKinds.${what}`)}</small></span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

export function LastChanges({ changes, form, today, hrefOf, all }: Hrefs & { changes: readonly LastChange[]; today: string; all: string | null }) {
  const called = useColleagueWords();
  const t = useTranslations('desk');
  const record = useTranslations('record');
  return (
    <Card heading={t('lastChanges')}>
      {changes.length === 0 ? <EmptyState icon="info" heading={t('noChanges')} /> : (
        <Todo lines={changes.map(({ seq, at, actor, actorId, actorKind, action, noun, recordId, title }) => ({
          id: String(seq), href: hrefOf(noun, recordId), title: <LocalTextView text={title} form={form} say="elsewhere" />,
          note: `${record(`acts.${action.split('.')[1] ?? ''}`)} · ${actorKind === 'system' ? actor ?? record('system') : called({ id: actorId, name: actor })}`,
          act: <span className="num soft">{belgradeToday(at) === today ? writeTime(at, form) : writeDay(belgradeToday(at), form, 'table')}</span>,
        }))} />
      )}
      {all ? <p><a href={all}>{t('allChanges')}</a></p> : null}
    </Card>
  );
}

/** Records that this person was given, where his right is of single records. */
export function GivenCard({ records, form, hrefOf }: Hrefs & { records: readonly { noun: Noun; id: string; code: string; title: LocalText | null; revises: boolean }[] }) {
  const t = useTranslations('desk');
  const nouns = useTranslations('vocabulary.noun');
  return (
    <Card heading={t('given')} width={12}>
      <Todo lines={records.map(({ noun, id, code, title, revises }) => ({
        id, href: hrefOf(noun, id), title: title ? <LocalTextView text={title} form={form} say="elsewhere" /> : code, note: `${nouns(noun)} · ${code}`,
        act: <ButtonLink kind="line" size="small" href={revises ? `${hrefOf(noun, id)}/edit` : hrefOf(noun, id)}>{t(revises ? 'verbs.revise' : 'verbs.open')}<span className="hide"> {code}</span></ButtonLink>,
      }))} />
    </Card>
  );
}

/** What a newcomer begins with, in the order in which one leans on the other; `why` says so under each step. */
export function FirstSteps({ steps }: { steps: readonly { key: string; href: string; done: boolean }[] }) {
  const t = useTranslations('desk.steps');
  return (
    <Card heading={t('heading')} width={12}>
      <p>{t('lead')}</p>
      <Todo lines={steps.map(({ key, href, done }) => ({
        id: key, title: t(`${key}.title`), note: t(`${key}.why`),
        act: done ? <span className="soft">{t('done')}</span> : <ButtonLink kind="line" size="small" href={href}>{t(`${key}.act`)}</ButtonLink>,
      }))} />
    </Card>
  );
}
