'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'next-intl';
import type { FormState } from '#office/outcome.ts';
import { useIssueWords, useFieldWords } from '#components/form-face.ts';

/** What is wrong, first on the page: takes the focus and links to the fields, in the words that stand at them. */
export function ErrorSummary({ state, fieldsAt = '' }: { state: FormState; fieldsAt?: string }) {
  const t = useTranslations('form');
  const words = useIssueWords();
  const { label } = useFieldWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.issues.length === 0 || state.ended) return;
    for (const { field } of state.issues) unfold(document.getElementById(field));
    box.current?.focus();
  }, [state]);
  if (state.issues.length === 0 || state.conflict || state.ended) return null;
  return (
    <div className="errs" role="alert" tabIndex={-1} ref={box}>
      <h2>{isNotTaken(state) ? t('notSaved') : t('issues', { count: state.issues.length })}</h2>
      <ul>
        {state.issues.map((issue, place) => (
          <li key={`${issue.field} ${issue.rule} ${place}`}>
            {issue.field ? <a href={`${fieldsAt}#${issue.field}`}>{label(groupOf(issue.field))}: {words(issue)}</a> : words(issue)}
          </li>
        ))}
      </ul>
      {state.issues.some(({ rule }) => rule === 'staleAct') ? <p><a href="?">{t('seeNow')}</a></p> : null}
      {isNotTaken(state) ? <p><button className="btn btn-line btn-sm" type="submit">{t('sendAgain')}</button></p> : null}
    </div>
  );
}

/** Nothing is wrong with what was typed; nobody could take it. */
function isNotTaken({ issues }: FormState): boolean {
  return issues.length > 0 && issues.every(({ rule }) => ['unreachable', 'unavailable', 'diskFull', 'fault'].includes(rule));
}

/** The title begins with the fault, so that it is the first thing a screen reader says of the page. */
export function useErrorTitle(state: FormState): void {
  const prefix = useTranslations('form')('errorTitle');
  useEffect(() => {
    const bare = document.title.startsWith(prefix) ? document.title.slice(prefix.length).trimStart() : document.title;
    document.title = state.issues.length > 0 ? `${prefix} ${bare}` : bare;
  }, [state, prefix]);
}

/** No issue hides in a folded part of the form. */
function unfold(field: HTMLElement | null): void {
  for (let part = field?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true;
}

const faces = /(?:\.state)?\.(?:sr-Cyrl|sr-Latn|en|origin|day|month|year|approximate|edtf|amount|currency|scope|certainty|qualifier|value)$/;

/** The field that a part belongs to: `title` for `title.en`, `signedOn` for `signedOn.year`. */
export function groupOf(field: string): string {
  return field.replace(faces, '');
}
