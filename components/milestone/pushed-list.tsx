import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { FuzzyDateView } from '#components/fuzzy-date-view.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import type { FuzzyDate } from '#db/columns.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { shifted } from '#office/milestone/milestone.ts';
import type { MilestoneLine } from '#office/milestone/read.ts';
import { OnePressForm } from './one-press-form.tsx';

type Props = {
  lines: readonly MilestoneLine[]; form: WrittenForm; path: string; action: EntryFormProps['action']; request: () => string;
  /** The new date of what they wait for, by how many days it was put off, and its id. */
  after: FuzzyDate | null; by: number | null; of: string;
  may: (line: MilestoneLine) => boolean;
};

/** What waits for a postponed milestone: those that now fall before it say so, each with the days by which it may be put off too, once. */
export function PushedList({ lines, form, path, action, request, after, by, of, may }: Props) {
  const t = useTranslations('milestones.plan.pushed');
  return (
    <>
      <p className="prose">{t('what')} {after ? <>{t('newDate')} <FuzzyDateView edtf={after.edtf} form={form} look="sentence" /></> : null}</p>
      <ul className="plan-lines">
        {lines.map((line) => {
          const isPushed = Boolean(after?.latest && line.planned?.earliest && line.planned.earliest <= after.latest);
          const isMoved = by !== null && wasMovedBy(line, by);
          const to = by && !isMoved ? shifted(line.planned, by) : null;
          return (
            <li key={line.id}>
              <div className="plan-when"><FuzzyDateView edtf={line.planned?.edtf} form={form} look="table" /></div>
              <div className="plan-what">
                <a href={`${path}/${line.id}`}><LocalTextView text={line.title} form={form} say="elsewhere" /></a>
                <small><span className="code">{line.code}</span> · {t(line.planned === null ? 'undated' : isPushed ? 'before' : 'after')}{isMoved ? <> · {t('moved')}</> : null}</small>
              </div>
              <div className="plan-acts">
                {may(line) && to && by ? <OnePressForm action={action} words={t('shift', { count: by })} of={textIn(line.title, form)} hidden={{ id: line.id, version: line.version, request: request(), of, by }} /> : null}
                {may(line) ? <ButtonLink kind="line" size="small" href={`${path}/${line.id}/postpone`}>{t('other')}<span className="hide"> {textIn(line.title, form)}</span></ButtonLink> : null}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The last that was done with it put it off by just so many days. */
function wasMovedBy({ planned, acts }: MilestoneLine, by: number): boolean {
  const last = acts.at(-1);
  return last?.kind === 'postponed' && planned !== null && shifted(last.plannedBefore, by)?.edtf === planned.edtf;
}
