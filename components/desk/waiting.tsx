import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Card, Todo } from '#components/todo.tsx';
import { writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Waiting, WaitingGroup, WaitingKind } from '#office/desk/desk.ts';

/** An act that settles what waits: its word under `desk.verbs`, and its address. */
export type SettlingAct = { readonly verb: string; readonly href: string };

type LinesProps = {
  lines: readonly Waiting[]; form: WrittenForm;
  /** Where the thing itself stands, and what settles it. */
  hrefOf: (one: Waiting) => string; actsOf: (one: Waiting) => readonly SettlingAct[];
};

/** `allOf`: where all of a kind stand. */
type WaitingProps = Omit<LinesProps, 'lines'> & { groups: readonly WaitingGroup[]; allOf: (kind: WaitingKind) => string };

/** What waits for the person at this desk, the most pressing first: each line has the act that settles it. */
export function WaitingCard({ groups, allOf, ...shared }: WaitingProps) {
  const t = useTranslations('desk');
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <Card heading={t('waiting')} count={total} width={7}>
      {total === 0 ? <EmptyState icon="circle-check" heading={t('nothingWaits')}>{t('nothingWaitsWhy')}</EmptyState> : groups.map(({ kind, lines, total: inAll }) => (
        <div key={kind} className="todo-group">
          <h3>{t(`groups.${kind}`)}{inAll > lines.length ? <a href={allOf(kind)}>{t('allOf', { count: inAll })}</a> : null}</h3>
          <WaitingLines lines={lines} {...shared} />
        </div>
      ))}
    </Card>
  );
}

/** Things of one kind that wait, each with the act that settles it. */
export function WaitingLines({ lines, form, hrefOf, actsOf }: LinesProps) {
  return (
    <Todo lines={lines.map((one) => ({
      id: `${one.kind} ${one.id}`, href: hrefOf(one), title: <Called one={one} form={form} />, note: <Note one={one} form={form} />,
      act: <Acts one={one} form={form} acts={actsOf(one)} />,
    }))} />
  );
}

function Called({ one, form }: { one: Waiting; form: WrittenForm }) {
  const t = useTranslations('desk');
  if (one.title) return <LocalTextView text={one.title} form={form} say="elsewhere" />;
  return one.code || t(one.kind === 'unsent' ? 'unnamedForm' : 'unnamed');
}

function Note({ one, form }: { one: Waiting; form: WrittenForm }) {
  const { noun, days, day, at, who } = one;
  const t = useTranslations('desk');
  const nouns = useTranslations('vocabulary.noun');
  const record = useTranslations('record');
  const told = t(`kinds.${kindNow(one)}`, { days: Math.abs(days ?? 0), day: day ? writeDay(day, form, 'table') : '', time: at ? writeTime(at, form) : '', who: who ?? record('former', { mark: '' }).trim() });
  return noun ? `${nouns(noun)} · ${told}` : told;
}

/** A day that has passed is said otherwise than one that comes, and today otherwise than both. */
function kindNow({ kind, days, byNotice }: Waiting): string {
  if (kind === 'decide') return days !== null && days < 0 ? 'decidePassed' : 'decide';
  if (kind === 'ends') return days !== null && days <= 0 ? 'endsNow' : byNotice ? 'endsByNotice' : 'ends';
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
