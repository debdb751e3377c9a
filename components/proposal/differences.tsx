import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Is, Was } from '#components/difference.tsx';
import { tableOf } from '#components/record/field-label.ts';
import { fieldWords } from '#components/record/value-words.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Noun } from '#office/permission.ts';
import type { SaidLine } from '#office/proposal/said.ts';
import { useSaidLabel } from './said-label.ts';

type Props = {
  noun: Noun; form: WrittenForm;
  changed: readonly SaidLine[]; unchanged: readonly SaidLine[];
  /** Whether anything stood before: an act adds to what stands. */
  adds: 'to what stands' | 'nothing';
  /** Against what they stand: the record of today, or that of the day of the proposal. */
  against: 'now' | 'then';
  /** What was said about a field. */
  said: (line: SaidLine) => ReactNode;
};

/** Field by field: what stands now, struck where it goes, and what was proposed, underlined where it comes. */
export function Differences({ noun, form, changed, unchanged, adds, against, said }: Props) {
  const t = useTranslations('proposals.difference');
  const label = useSaidLabel(noun);
  const faces = useTranslations('proposals.faces');
  const value = (line: SaidLine, held: unknown) => (line.face ? held as string | null ?? undefined : fieldWords(line.group ? tableOf(noun, line.group) : noun, line.field, held, form));
  return (
    <section className="diff" aria-label={t('label')}>
      {changed.map((line) => {
        const sides = { was: value(line, line.before), is: value(line, line.after) };
        const lang = (side: string | undefined) => (side ? line.face ?? undefined : undefined);
        return (
          <div className={adds === 'nothing' ? 'diff-row' : 'diff-row diff-one'} key={keyOf(line)}>
            <h3>{label(line)}{line.face ? <small>{faces(`${line.face}.${line.how ?? 'written'}`)}</small> : null}</h3>
            {adds === 'nothing' ? <div className="was"><small>{t(against)}</small><span lang={lang(sides.was)}>{sides.was ? <Was {...sides} /> : <span className="unknown">{t('nothing')}</span>}</span></div> : null}
            <div className="is"><small>{t('proposed')}</small><span lang={lang(sides.is)}>{sides.is ? <Is {...sides} /> : <span className="unknown">{t('nothing')}</span>}</span>{said(line)}</div>
          </div>
        );
      })}
      {unchanged.length > 0 ? (
        <div className="diff-row diff-one">
          <h3>{t('unchanged')}<small>{t('fields', { count: unchanged.length })}</small></h3>
          <details>
            <summary>{t('showUnchanged')}</summary>
            <dl className="sheet">
              {unchanged.map((line) => <div key={keyOf(line)}><dt>{label(line)}</dt><dd lang={line.face ?? undefined}>{value(line, line.after)}</dd></div>)}
            </dl>
          </details>
        </div>
      ) : null}
    </section>
  );
}

function keyOf({ group, field, row, face }: SaidLine): string {
  return [group, row, field, face].join(' ');
}
