'use client';
import { useActionState } from 'react';
import { useTranslations } from 'next-intl';
import { useIssueWords } from '#components/form-face.ts';
import { useChosen } from '#components/table/chosen.ts';
import type { BulkVerb } from '#office/bulk/bulk.ts';
import { untouched, type FormState } from '#office/outcome.ts';

type Props = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** The id of the form, to which the boxes of the rows belong. */
  id: string;
  register: string;
  /** The query of the table as it is shown, for „all that match“. */
  query: string;
  /** The ids of the rows of this page. */
  shown: readonly string[];
  total: number;
  verbs: readonly BulkVerb[];
};

/**
 * The bar over a table: how many are chosen, and what can be done to them. Without a script it sends the boxes of the page; with
 * one the choice is kept from page to page of the same register until it is used or taken back.
 */
export function BulkBar({ action, id, register, query, shown, total, verbs }: Props) {
  const [state, post, pending] = useActionState(action, untouched);
  const { chosen, elsewhere, choosePage, clear } = useChosen(register, id, shown);
  const t = useTranslations('form.bulk');
  const words = useIssueWords();
  return (
    <form className="bulk" id={id} action={post} noValidate aria-label={t('label')}>
      <input type="hidden" name="register" value={register} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="elsewhere" value={elsewhere.join(',')} />
      <b aria-live="polite">{chosen === null ? t('choose') : t('chosen', { count: chosen.size, elsewhere: elsewhere.length })}</b>
      {chosen === null ? null : <button className="btn btn-sm" type="button" onClick={choosePage}>{t('page')}</button>}
      {chosen?.size ? <button className="btn btn-sm" type="button" onClick={clear}>{t('clear')}</button> : null}
      <label className="filter-tick"><input className="box" type="checkbox" name="all" value="1" />{t('all', { count: total })}</label>
      <span className="bulk-verbs">
        {verbs.map((verb) => <button className="btn btn-sm" type="submit" name="verb" value={verb} key={verb} aria-disabled={pending || undefined}>{t(`verbs.${verb}`)}</button>)}
      </span>
      {state.issues.length ? <p role="alert" className="bulk-issue">{state.issues.map(words).join(' ')}</p> : null}
    </form>
  );
}
