'use client';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { Icon } from '#components/icon.tsx';

type Props = Omit<EntryFormProps, 'children' | 'beside'> & {
  /** Fields that both sides changed: each may stay as the record has it now. */
  disputed: readonly { unit: string; label: string }[];
  words: { return: string; reject: string; keep: string; keepWhat: string };
};

/** Approve, return or reject; the last two need a word to the author. */
export function VerdictForm({ disputed, words, submit, ...form }: Props) {
  return (
    <EntryForm {...form} keepAs="nothing" submit={<><Icon name="check" />{submit}</>} beside={(
      <>
        <button className="btn btn-line" type="submit" name="verdict" value="return"><Icon name="undo-2" />{words.return}</button>
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
