'use client';
import type { ReactNode } from 'react';
import type { FormValues } from '#office/outcome.ts';
import { Theirs } from '#components/conflict.tsx';
import { useField } from '#components/form-face.ts';
import { Icon } from '#components/icon.tsx';

type FrameProps = { name: string; show?: (values: FormValues) => string; children: ReactNode };

/** A field with one control: label, hint and issues tied to it. */
export function FieldFrame({ name, show, children }: FrameProps) {
  const { label, hint, wrong } = useField(name);
  return (
    <div className={wrong.length > 0 ? 'field field-bad' : 'field'}>
      <label htmlFor={name}>{label}</label>
      <Hint name={name} words={hint} />
      <Wrong name={name} words={wrong} />
      {children}
      <Theirs name={name} show={show} />
    </div>
  );
}

/** A field of several controls. The whole group takes the focus when the error summary points at it. */
export function GroupFrame({ name, show, look = 'plain', children }: FrameProps & { /** `bad` where a part inside has issues of its own. */ look?: 'plain' | 'bad' }) {
  const { label, hint, wrong, control } = useField(name);
  return (
    <fieldset className={wrong.length > 0 || look === 'bad' ? 'field field-bad' : 'field'} id={name} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend>{label}</legend>
      <Hint name={name} words={hint} />
      <Wrong name={name} words={wrong} />
      {children}
      <Theirs name={name} show={show} />
    </fieldset>
  );
}

export function Hint({ name, words }: { name: string; words: string | null }) {
  return words ? <span className="hint" id={`${name}-hint`}>{words}</span> : null;
}

export function Wrong({ name, words }: { name: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div id={`${name}-issue`}>
      {words.map((text) => <p className="err" key={text}><Icon name="octagon-exclamation-point" className="" /><span>{text}</span></p>)}
    </div>
  );
}
