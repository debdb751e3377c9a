'use client';
import { useActionState, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { untouched, type FormState, type FormValues } from '#office/outcome.ts';
import { ConflictNotice } from '#components/conflict.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { FaceContext } from '#components/form-face.ts';
import { merged, openedIn } from '#components/merge.ts';

export type EntryFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** Whose labels the fields take: `fields.<noun>.…`. */
  noun: string;
  values?: FormValues;
  /** What the form carries unseen: the record's id, the version it was opened with, the one-time request id. */
  hidden?: Readonly<Record<string, string | number | null | undefined>>;
  submit: ReactNode;
  /** `harm` for what takes something from the public. */
  kind?: 'main' | 'harm';
  /** The page on which the fields stand that an issue names, where that is another one. */
  fieldsAt?: string;
  /** Draws what is told once when the act is done, in the place of the form. */
  whenTold?: (told: string) => ReactNode;
  /** Further buttons and links beside the main one. */
  beside?: ReactNode;
  children: ReactNode;
};

const nothing: FormValues = {};

/** A form of the workspace. It is posted by the browser itself where there are no scripts, and comes back with all that was typed. */
export function EntryForm({ action, noun, values = nothing, hidden = {}, submit, kind = 'main', fieldsAt, whenTold, beside, children }: EntryFormProps) {
  const [state, post, pending] = useActionState(action, untouched);
  const [taken, setTaken] = useState<{ from: FormState; values: FormValues }>({ from: state, values: {} });
  const t = useTranslations('form');
  const typed = state.values;
  const theirs = state.conflict?.stored ?? null;
  const opened = openedIn(typed) ?? values;
  const answered = theirs && typed ? merged(opened, typed, theirs) : typed ?? values;
  const own = taken.from === state ? taken.values : nothing;
  const face = {
    noun, issues: state.issues, theirs, cameBack: typed !== null,
    values: { ...answered, ...own },
    take: (more: FormValues) => setTaken({ from: state, values: { ...own, ...more } }),
  };
  useErrorTitle(state);
  const version = state.conflict?.version ?? typed?.version?.[0] ?? hidden.version;
  // The fields as they were opened go along, since without scripts nobody else remembers what was not touched.
  const carried = version === null || version === undefined ? hidden : { ...hidden, version, opened: JSON.stringify(theirs ?? opened) };
  if (state.told && whenTold) return whenTold(state.told);
  return (
    <FaceContext value={face}>
      <form action={post} noValidate>
        {/* Enter in a field presses the first submit button of a form: this one, not „Додај још“. */}
        <button className="hide" type="submit" tabIndex={-1} aria-hidden="true" />
        {Object.entries(carried).map(([name, value]) =>
          value === null || value === undefined ? null : <input key={`${name}=${value}`} type="hidden" name={name} defaultValue={value} />)}
        <ErrorSummary state={state} fieldsAt={fieldsAt} />
        {theirs && typed ? <ConflictNotice state={state} typed={typed} /> : null}
        {children}
        <div className="stay">
          <div className="btns">
            <button className={kind === 'harm' ? 'btn btn-harm' : 'btn'} type="submit" aria-disabled={pending || undefined}>
              {pending ? t('saving') : submit}
            </button>
            {beside}
          </div>
        </div>
      </form>
    </FaceContext>
  );
}

/** The title begins with the fault, so that it is the first thing a screen reader says of the page. */
function useErrorTitle(state: FormState): void {
  const t = useTranslations('form');
  const prefix = t('errorTitle');
  useEffect(() => {
    const bare = document.title.startsWith(prefix) ? document.title.slice(prefix.length).trimStart() : document.title;
    document.title = state.issues.length > 0 ? `${prefix} ${bare}` : bare;
  }, [state, prefix]);
}
