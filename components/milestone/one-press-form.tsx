'use client';
import { useActionState } from 'react';
import { buttonClass } from '#components/button.tsx';
import type { EntryFormProps } from '#components/form.tsx';
import { useIssueWords } from '#components/form-face.ts';
import { untouched } from '#office/outcome.ts';

type Props = Pick<EntryFormProps, 'action' | 'hidden'> & {
  words: string;
  /** Whose line it is, for whoever hears the buttons one after the other; not needed where it stands alone. */
  of?: string; size?: 'small' | 'full';
};

/** One press, one verb: what was refused is said beside the button. */
export function OnePressForm({ action, hidden = {}, words, of, size = 'small' }: Props) {
  const [state, post, pending] = useActionState(action, untouched);
  const say = useIssueWords();
  return (
    <form action={post} className="one-press">
      {Object.entries(hidden).map(([name, value]) => (value === null || value === undefined ? null : <input key={name} type="hidden" name={name} defaultValue={value} />))}
      <button className={buttonClass({ kind: 'line', size })} type="submit" aria-disabled={pending || undefined}>{words}{of ? <span className="hide"> {of}</span> : null}</button>
      {state.issues.length > 0 ? <span className="err" role="alert">{state.issues.map(say).join(' ')}</span> : null}
    </form>
  );
}
