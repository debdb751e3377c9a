import { useTranslations } from 'next-intl';
import type { MergeChoice } from '#components/record/merge-choices.ts';
import { MergeMoves, type Moves } from '#components/record/merge-moves.tsx';

type Named = { readonly title: string; readonly code: string; readonly href: string };
type Props = { kept: Named; double: Named; choices: readonly MergeChoice[]; /** Fields that the double’s text fills. */ taken: readonly string[]; moves: Moves; reason: string };

/** A merge that was proposed: both records side by side, which text of each field stays, and what moves. */
export function MergeShown({ kept, double, choices, taken, moves, reason }: Props) {
  const t = useTranslations('merge');
  return (
    <section className="sec merge-shown" aria-label={t('caption')}>
      <p className="prose">{t('what', { kept: kept.code, double: double.code })}</p>
      <MergeMoves moves={moves} />
      <p className="prose">{t('why')} {reason}</p>
      {choices.length === 0 ? <p>{t('same')}</p> : (
        <div className="diff">
          <div className="diff-row diff-key">
            <span>{t('field')}</span>
            <span>{t('kept')}: <a href={kept.href}>{kept.title}</a> <span className="code soft">{kept.code}</span></span>
            <span>{t('double')}: <a href={double.href}>{double.title}</a> <span className="code soft">{double.code}</span></span>
          </div>
          {choices.map((choice) => (
            <div className="diff-row" key={choice.field}>
              <h2>{choice.label}</h2>
              <Side code={kept.code} text={choice.kept} word={taken.includes(choice.field) ? null : t('stays')} nothing={t('nothing')} />
              <Side code={double.code} text={choice.double} word={taken.includes(choice.field) ? t('stays') : null} nothing={t('nothing')} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

/** What one of the two says; `word` where this is the text that stays. */
function Side({ code, text, word, nothing }: { code: string; text: string | undefined; word: string | null; nothing: string }) {
  return <div className={word ? 'is' : undefined}><small className="diff-of">{code} </small>{text ?? <span className="unknown">{nothing}</span>}{word ? <> <strong>{word}</strong></> : null}</div>;
}
