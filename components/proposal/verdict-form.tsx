'use client';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { Icon } from '#components/icon.tsx';

type Props = Omit<EntryFormProps, 'children' | 'beside' | 'submit'> & {
  /** Fields that both sides changed: each may stay as the record has it now. */
  disputed: readonly { unit: string; label: string }[];
  words: { approve: string; return: string; reject: string; keep: string; keepWhat: string };
  /** It cannot be approved as it was made. */
  barred: boolean;
};

/** Approve, return or reject; the last two need a word to the author. */
export function VerdictForm({ disputed, words, barred, hidden, ...form }: Props) {
  const back = <><Icon name="undo-2" />{words.return}</>;
  return (
    <EntryForm key={barred ? 'barred' : 'free'} {...form} hidden={barred ? { ...hidden, verdict: 'return' } : hidden} keepAs="nothing" submit={barred ? back : <><Icon name="check" />{words.approve}</>} beside={(
      <>
        {barred ? null : <button className="btn btn-line" type="submit" name="verdict" value="return">{back}</button>}
        <button className="btn btn-harm" type="submit" name="verdict" value="reject">{words.reject}</button>
      </>
    )}>
      {disputed.length > 0 ? (
        <fieldset className="field">
          <legend>{words.keep}</legend>
          <p className="hint">{words.keepWhat}</p>
          {disputed.map(({ unit, label }) => <label className="radio" key={unit}><input type="checkbox" name="keep" value={unit} />{label}</label>)}
        </fieldset>
      ) : null}
      <TextArea name="message" rows={3} />
    </EntryForm>
  );
}
