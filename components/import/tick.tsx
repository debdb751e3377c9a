'use client';
import { useField } from '#components/form-face.ts';

/** One box with its words and its hint. */
export function Tick({ name }: { name: string }) {
  const { control, value, label, hint } = useField(name);
  return (
    <div className="field">
      <label className="radio"><input {...control} key={value} type="checkbox" value="on" defaultChecked={value !== ''} />{label}</label>
      {hint ? <span className="hint" id={`${name}-hint`}>{hint}</span> : null}
    </div>
  );
}
