import { useTranslations } from 'next-intl';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { dateOf, isOpen, milestoneState } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';

type Props = { milestones: readonly MilestoneLine[]; form: WrittenForm; path: string };

/** What a milestone waits for, or what waits for it, each with its date and state. */
export function TiedMilestones({ milestones, form, path }: Props) {
  const states = useTranslations('states.milestone');
  return (
    <ul className="list">
      {milestones.map((one) => (
        <li key={one.id}>
          <a href={`${path}/${one.id}`}><LocalTextView text={one.title} form={form} say="elsewhere" /></a>
          <span className="src"><span className="code">{one.code}</span> · <FuzzyDateView edtf={dateOf(one)?.edtf} form={form} look="table" /> · {states(milestoneState(one))}</span>
        </li>
      ))}
    </ul>
  );
}

/** What must be done before and is not; nothing where all is done. */
export function OpenFirst({ milestones, form, path }: Props) {
  const t = useTranslations('milestones.plan');
  const open = milestones.filter((one) => isOpen(milestoneState(one)));
  if (open.length === 0) return null;
  return <Notice tone="wait" weight="solid" icon="triangle-exclamation-point" heading={t('openFirst', { count: open.length })}><TiedMilestones milestones={open} form={form} path={path} /></Notice>;
}

/** What waits for a milestone that is put off; nothing where nothing does. */
export function WaitingForIt({ milestones, form, path }: Props) {
  const t = useTranslations('milestones.plan');
  const open = milestones.filter((one) => isOpen(milestoneState(one)));
  if (open.length === 0) return null;
  return <Notice tone="way" heading={t('waitingForIt', { count: open.length })}><p>{t('notMovedUnasked')}</p><TiedMilestones milestones={open} form={form} path={path} /></Notice>;
}

/** On the page of a milestone: what it waits for and what waits for it. */
export function Ties({ before, after, form, path }: { before: readonly MilestoneLine[]; after: readonly MilestoneLine[] } & Omit<Props, 'milestones'>) {
  const t = useTranslations('milestones.plan');
  return (
    <>
      {before.length > 0 ? <section className="sec"><h2>{t('waitsForThese')}</h2><TiedMilestones milestones={before} form={form} path={path} /></section> : null}
      {after.length > 0 ? <section className="sec"><h2>{t('theseWait')}</h2><TiedMilestones milestones={after} form={form} path={path} /></section> : null}
    </>
  );
}
