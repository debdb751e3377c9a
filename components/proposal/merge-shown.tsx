import { useTranslations } from 'next-intl';
import type { MergeChoice } from '#components/record/merge-choices.ts';
import { MergeMoves, type Moves } from '#components/record/merge-moves.tsx';

type Named = { readonly title: string; readonly code: string; readonly href: string };
type Props = { kept: Named; double: Named; choices: readonly MergeChoice[]; /** Fields that the double’s text fills. */ taken: readonly string[]; moves: Moves; reason: string };

/** A merge that was proposed: both records side by side, which text of each field stays, and what moves. */
export function MergeShown({ kept, double, choices, taken, moves, reason }: Props) {
  const t = useTranslations('merge');
  const none = <span className="unknown">{t('nothing')}</span>;
  const stays = <strong className="stays">{t('stays')}</strong>;
  return (
    <section className="sec" aria-label={t('caption')}>
      <p className="prose">{t('what', { kept: kept.code, double: double.code })}</p>
      <MergeMoves moves={moves} />
      <p className="prose">{t('why')} {reason}</p>
      {choices.length === 0 ? <p>{t('same')}</p> : (
        <div className="diff">
          <div className="diff-row">
            <span>{t('field')}</span>
            <span>{t('kept')}: <a href={kept.href}>{kept.title}</a> <span className="code soft">{kept.code}</span></span>
            <span>{t('double')}: <a href={double.href}>{double.title}</a> <span className="code soft">{double.code}</span></span>
          </div>
          {choices.map((choice) => (
            <div className="diff-row" key={choice.field}>
              <h2>{choice.label}</h2>
              <div>{choice.kept ?? none} {taken.includes(choice.field) ? null : stays}</div>
              <div>{choice.double ?? none} {taken.includes(choice.field) ? stays : null}</div>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
