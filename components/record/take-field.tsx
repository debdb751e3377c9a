'use client';
import { useField, useFormFace } from '#components/form-face.ts';

type Props = { field: string; text: string; /** What a tick means, for whoever does not see the column. */ word: string; /** Ticked from the start. */ offered: 'taken' | 'left' };

/** Takes one text of the double in the place of the kept record's. */
export function TakeField({ field, text, word, offered }: Props) {
  const { held, drawnFrom } = useField('take');
  const { cameBack } = useFormFace();
  return (
    <label className="radio">
      <input key={drawnFrom} type="checkbox" name="take" value={field} defaultChecked={cameBack ? held.includes(field) : offered === 'taken'} />
      <span>{text}<span className="hide"> – {word}</span></span>
    </label>
  );
}
