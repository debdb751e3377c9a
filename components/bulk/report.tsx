import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { useFieldLabel } from '#components/record/field-label.ts';
import { issueWords } from '#messages/issue.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { BulkResult, Reason } from '#office/bulk/bulk.ts';
import type { Noun } from '#office/permission.ts';

/** One record of a run: what it is called, where it stands, and what came of it; `title` null where the viewer may not see it any more. */
export type ReportLine = { readonly id: string; readonly title: string | null; readonly code: string | null; readonly href: string; readonly result: BulkResult | null };

/** What came of an act on many records: those that were refused first, each with all its reasons. */
export function BulkReport({ lines, noun, form }: { lines: readonly ReportLine[]; noun: Noun; form: WrittenForm }) {
  const t = useTranslations('record.bulk');
  const refused = lines.filter(({ result }) => result?.reasons);
  const rest = lines.filter(({ result }) => !result?.reasons);
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
              <td data-label={t('outcome')}>{result === null ? t('waits') : <Result result={result} noun={noun} form={form} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Result({ result: { reasons }, noun, form }: { result: BulkResult; noun: Noun; form: WrittenForm }) {
  const t = useTranslations('record.bulk');
  const say = useReasonWords(noun, form);
  if (!reasons) return <span className="bulk-done"><Icon name="circle-check" />{t('done')}</span>;
  const [first, ...others] = new Set(reasons.map(say));
  return <div className="bulk-refused"><Icon name="triangle-exclamation-point" />{others.length ? <ul className="list">{[first, ...others].map((words) => <li key={words}>{words}</li>)}</ul> : first}</div>;
}

function useReasonWords(noun: Noun, form: WrittenForm): (reason: Reason) => string {
  const issues = useTranslations('issues');
  const label = useFieldLabel(noun);
  return ({ rule, field, values }) => {
    const words = issues.has(rule as never) ? issueWords({ rule, values }, form) : issues('malformed');
    const [named] = field?.split('.') ?? [];
    return named ? `${label(noun, named)}: ${words}` : words;
  };
}
