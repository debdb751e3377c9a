import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Waiting, WaitingGroup, WaitingKind } from '#office/desk/desk.ts';

/** An act that settles what waits: its word under `desk.verbs`, and its address. */
export type SettlingAct = { readonly verb: string; readonly href: string };

type WaitingProps = {
  groups: readonly WaitingGroup[]; form: WrittenForm;
  /** Where the thing itself stands, what settles it, and where all of its kind stand (null where no list holds them). */
  hrefOf: (one: Waiting) => string; actsOf: (one: Waiting) => readonly SettlingAct[]; allOf: (kind: WaitingKind) => string | null;
};

/** What waits for the person at this desk, the most pressing first: each line has the act that settles it. */
export function WaitingCard({ groups, form, hrefOf, actsOf, allOf }: WaitingProps) {
  const t = useTranslations('desk');
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <Card heading={t('waiting')} count={total} width={7}>
      {total === 0 ? <EmptyState icon="circle-check" heading={t('nothingWaits')}>{t('nothingWaitsWhy')}</EmptyState> : groups.map(({ kind, lines, total: inAll }) => (
        <div key={kind} className="todo-group">
          <h3>{t(`groups.${kind}`)}{inAll > lines.length ? <All href={allOf(kind)} words={t('allOf', { count: inAll })} /> : null}</h3>
          <Todo lines={lines.map((one) => ({
            id: `${kind} ${one.id}`, href: hrefOf(one), title: <Called one={one} form={form} />, note: <Note one={one} form={form} />,
            act: <Acts one={one} form={form} acts={actsOf(one)} />,
          }))} />
        </div>
      ))}
    </Card>
  );
}

/** How many there are besides those that are shown; the way to them, where one list holds them all. */
function All({ href, words }: { href: string | null; words: string }) {
  return href ? <a href={href}>{words}</a> : <span className="soft">{words}</span>;
}

function Called({ one, form }: { one: Waiting; form: WrittenForm }) {
  const t = useTranslations('desk');
  if (one.title) return <LocalTextView text={one.title} form={form} say="elsewhere" />;
  return one.code || t(one.kind === 'unsent' ? 'unnamedForm' : 'unnamed');
}

function Note({ one: { kind, noun, days, day, who }, form }: { one: Waiting; form: WrittenForm }) {
  const t = useTranslations('desk');
  const nouns = useTranslations('vocabulary.noun');
  const record = useTranslations('record');
  const told = t(`kinds.${kindNow(kind, days)}`, { days: Math.abs(days ?? 0), day: day ? writeDay(day, form, 'table') : '', who: who ?? record('former', { mark: '' }).trim() });
  return noun ? `${nouns(noun)} · ${told}` : told;
}

/** A day that has passed is said otherwise than one that comes, and today otherwise than both. */
function kindNow(kind: WaitingKind, days: number | null): string {
  if (kind === 'decide') return days !== null && days < 0 ? 'decidePassed' : 'decide';
  if (kind === 'ends') return days !== null && days <= 0 ? 'endsNow' : 'ends';
  return kind;
}

function Acts({ one, form, acts }: { one: Waiting; form: WrittenForm; acts: readonly SettlingAct[] }) {
  const t = useTranslations('desk');
  return (
    <div className="btns">
      {acts.map(({ verb, href }) => (
        <ButtonLink key={verb} kind="line" size="small" href={href}>{t(`verbs.${verb}`)}<span className="hide">: <Called one={one} form={form} /></span></ButtonLink>
      ))}
    </div>
  );
}
