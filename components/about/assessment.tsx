import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';

type Verdict = 'fulfilled' | 'partly' | 'not';
type Line = { readonly demand: string; readonly verdict: Verdict; readonly proof: string; readonly values: Readonly<Record<string, string | number>> };

const signs = { fulfilled: ['in-force', 'live'], partly: ['consent-requested', 'wait'], not: ['terminated', 'harm'] } as const;

/** Each demand with its verdict and what proves it. `statement` is the ISO day of the accessibility statement. */
export function Assessment({ demands, form, statement }: { demands: readonly Line[]; form: WrittenForm; statement: string }) {
  const t = useTranslations('self-assessment');
  const forms = useTranslations('site.forms');
  const proof = ({ proof: key, values }: Line) => t(`proof.${key}` as Parameters<typeof t>[0], {
    ...values,
    ...(key === 'script' ? { forms: (['sr-Cyrl', 'sr-Latn', 'en'] as const).map((one) => forms(one)).join(', ') } : {}),
    ...(key === 'accessibility' ? { day: writeDay(statement, form, 'sentence') } : {}),
    ...(typeof values.day === 'string' ? { day: writeDay(values.day, form) } : {}),
  });
  return (
    <table className="table fold">
      <caption className="hide">{t('demands.heading')}</caption>
      <thead><tr>{(['demand', 'verdict', 'proof'] as const).map((head) => <th key={head} scope="col">{t(`demands.${head}`)}</th>)}</tr></thead>
      <tbody>
        {demands.map((line) => {
          const [glyph, tone] = signs[line.verdict];
          return (
            <tr key={line.demand}>
              <th scope="row">{t(`demand.${line.demand}` as Parameters<typeof t>[0])}</th>
              <td><span className="cell-label">{t('demands.verdict')}</span><span><span className={`state t-${tone}`}><Glyph name={glyph} />{t(`verdict.${line.verdict}`)}</span></span></td>
              <td><span className="cell-label">{t('demands.proof')}</span><span>{proof(line)}</span></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
