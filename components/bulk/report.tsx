import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { useFieldLabel } from '#components/record/field-label.ts';
import type { BulkResult } from '#office/bulk/bulk.ts';
import type { Noun } from '#office/permission.ts';

/** One record of a run: what it is called, where it stands, and what came of it; `title` null where the viewer may not see it any more. */
export type ReportLine = { readonly id: string; readonly title: string | null; readonly code: string | null; readonly href: string; readonly result: BulkResult | null };

/** What came of an act on many records: those that were refused first, each with its reason. */
export function BulkReport({ lines, noun }: { lines: readonly ReportLine[]; noun: Noun }) {
  const t = useTranslations('record.bulk');
  const refused = lines.filter(({ result }) => result?.rule);
  const rest = lines.filter(({ result }) => !result?.rule);
  return (
    <section className="scroll" aria-label={t('report')} tabIndex={0}>
      <table className="grid listed">
        <caption className="hide">{t('report')}</caption>
        <thead><tr><th scope="col">{t('record')}</th><th scope="col">{t('code')}</th><th scope="col">{t('outcome')}</th></tr></thead>
        <tbody>
          {[...refused, ...rest].map(({ id, title, code, href, result }) => (
            <tr key={id}>
              <th scope="row">{title === null ? <span className="unknown">{t('unseen')}</span> : <a href={href}>{title}</a>}</th>
              <td className="code" data-label={t('code')}>{code}</td>
              <td data-label={t('outcome')}>{result === null ? t('waits') : <Result result={result} noun={noun} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Result({ result: { rule, field, values }, noun }: { result: BulkResult; noun: Noun }) {
  const t = useTranslations('record.bulk');
  const issues = useTranslations('issues');
  const label = useFieldLabel(noun);
  if (!rule) return <span className="bulk-done"><Icon name="circle-check" />{t('done')}</span>;
  const words = issues.has(rule as never) ? issues(rule as never, values as never) : issues('malformed');
  const [named] = field?.split('.') ?? [];
  return <span className="bulk-refused"><Icon name="triangle-exclamation-point" />{named ? `${label(noun, named)}: ${words}` : words}</span>;
}
