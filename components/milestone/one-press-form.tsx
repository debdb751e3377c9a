'use client';
import { useActionState, useId } from 'react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/button.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { useIssueWords } from '#components/form-face.ts';
import { untouched } from '#office/outcome.ts';

type Props = Pick<EntryFormProps, 'action' | 'hidden'> & {
  words: string;
  /** Whose line it is, for whoever hears the buttons one after the other; not needed where it stands alone. */
  of?: string; size?: 'small' | 'full';
};

/** One press, one verb: what was refused is said beside the button, and an act that weighs much asks there for the password. */
export function OnePressForm({ action, hidden = {}, words, of, size = 'small' }: Props) {
  const [state, post, pending] = useActionState(action, untouched);
  const say = useIssueWords();
  const t = useTranslations('fields.any');
  const secret = useId();
  const asks = state.issues.some(({ field }) => field === 'confirmPassword');
  return (
    <form action={post} className={asks ? 'one-press asks' : 'one-press'}>
      {Object.entries(hidden).map(([name, value]) => (value === null || value === undefined ? null : <input key={name} type="hidden" name={name} defaultValue={value} />))}
      {asks ? <><label htmlFor={secret}>{t('confirmPassword')}</label><input id={secret} className="in w-full" type="password" name="confirmPassword" autoComplete="current-password" aria-invalid="true" aria-describedby={`${secret}-why`} data-secret="" /></> : null}
      <button className={buttonClass({ kind: 'line', size })} type="submit" aria-disabled={pending || undefined}>{words}{of ? <span className="hide"> {of}</span> : null}</button>
      {state.issues.length > 0 ? <span className="err" id={`${secret}-why`} role="alert">{state.issues.map(say).join(' ')}</span> : null}
    </form>
  );
}
