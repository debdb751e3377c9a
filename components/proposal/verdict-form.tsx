'use client';
import { useTranslations } from 'next-intl';
import { TextArea } from '#components/fields/text-field.tsx';
import { EntryForm, type EntryFormProps } from '#components/form.tsx';
import { Icon } from '#components/icon.tsx';

type Props = Omit<EntryFormProps, 'children' | 'noun' | 'beside'> & {
  noun: string;
  /** Fields that both sides changed: each may stay as the record has it now. */
  disputed: readonly { unit: string; label: string }[];
  /** Whether the viewer may approve, or only return and reject. */
  may: 'approve' | 'send back';
};

/** Approve, return or reject; the last two need a word to the author. */
export function VerdictForm({ noun, disputed, may, submit, ...form }: Props) {
  const t = useTranslations('proposals.verdict');
  const back = (
    <>
      <button className="btn btn-line" type="submit" name="verdict" value="return"><Icon name="undo-2" />{t('return')}</button>
      <button className="btn btn-harm" type="submit" name="verdict" value="reject">{t('reject')}</button>
    </>
  );
  return (
    <EntryForm {...form} noun={noun} submit={may === 'approve' ? <><Icon name="check" />{submit}</> : t('return')} hidden={may === 'approve' ? form.hidden : { ...form.hidden, verdict: 'return' }}
      beside={may === 'approve' ? back : <button className="btn btn-harm" type="submit" name="verdict" value="reject">{t('reject')}</button>} keepAs="nothing">
      {disputed.length > 0 ? (
        <fieldset className="field">
          <legend>{t('keep')}</legend>
          <p className="hint">{t('keepWhat')}</p>
          {disputed.map(({ unit, label }) => <label className="radio" key={unit}><input type="checkbox" name="keep" value={unit} />{label}</label>)}
        </fieldset>
      ) : null}
      <TextArea name="message" rows={3} />
    </EntryForm>
  );
}
