import { useTranslations } from 'next-intl';
import { SubmitButton } from '#components/button.tsx';
import { Icon } from '#components/icon.tsx';
import { issueWords } from '#messages/issue.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { writeNumber } from '#messages/numbers.ts';
import { most, type ImportNoun } from '#office/import/import.ts';
import type { Issue } from '#office/outcome.ts';

type Props = {
  /** Where the form is posted, whole and as multipart: a route that counts as it streams. */
  to: string;
  form: WrittenForm; nouns: readonly ImportNoun[]; chosen: string | undefined; request: string;
  /** Megabytes. */
  limit: number;
  issue: Issue | null;
};

/** Brings a table. The browser posts it by itself, with or without scripts. */
export function BringForm({ to, form, nouns, chosen, request, limit, issue }: Props) {
  const t = useTranslations('import.new');
  const noun = useTranslations('import.nouns');
  const say = useTranslations('form');
  const wrong = issue && issueWords(issue, form);
  const at = (field: string) => (issue?.field === field && wrong ? <p className="err" id={`${field}-issue`}><Icon name="octagon-exclamation-point" className="" /><span>{wrong}</span></p> : null);
  return (
    <form action={to} method="post" encType="multipart/form-data">
      <input type="hidden" name="request" value={request} />
      {issue && wrong ? <div className="errs" role="alert"><h2>{say('issues', { count: 1 })}</h2><ul><li><a href={`#${issue.field}`}>{wrong}</a></li></ul></div> : null}
      <div className={issue?.field === 'noun' ? 'field field-bad' : 'field'}>
        <label htmlFor="noun">{t('noun')}</label>
        {at('noun')}
        <select className="in" id="noun" name="noun" key={chosen} defaultValue={chosen ?? ''} aria-invalid={issue?.field === 'noun' || undefined} aria-describedby={issue?.field === 'noun' ? 'noun-issue' : undefined}>
          <option value="">{say('choose')}</option>
          {nouns.map((one) => <option key={one} value={one}>{noun(one)}</option>)}
        </select>
      </div>
      <div className={issue?.field === 'files' ? 'field field-bad' : 'field'}>
        <label htmlFor="files">{t('file')}</label>
        <span className="hint" id="files-hint">{t('hint', { limit, rows: writeNumber(most.rows, form), columns: writeNumber(most.columns, form) })}</span>
        {at('files')}
        <input className="in" type="file" id="files" name="files" accept=".csv,.tsv,.txt,.xlsx" aria-invalid={issue?.field === 'files' || undefined} aria-describedby={issue?.field === 'files' ? 'files-issue files-hint' : 'files-hint'} />
      </div>
      <div className="stay"><div className="btns"><SubmitButton>{t('submit')}</SubmitButton></div></div>
    </form>
  );
}
