'use client';
import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';
import { useField, useFormFace, useIssueWords } from '#components/form-face.ts';
import { Wrong } from '#components/fields/frame.tsx';
import { OddLetters } from '#components/fields/odd-letters.tsx';
import { Icon } from '#components/icon.tsx';

type FaceProps = {
  name: string;
  lang: string;
  word: string;
  /** What stands under the word: where the text comes from, or its state. */
  note?: ReactNode;
  rows?: number;
  /** The most characters that are taken; said once little is left. */
  max?: number;
  /** The text as it stands in the box now. */
  text: string;
  onWrite: (text: string) => void;
  children?: ReactNode;
};

/** One face of a text in its box, which grows with what is written; odd letters and the end of the room are told while typing. */
export function Face({ name, lang, word, note, rows, max, text, onWrite, children }: FaceProps) {
  const { values, issues } = useFormFace();
  const { control } = useField(name);
  const words = useIssueWords();
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const wrong = issues.filter((issue) => issue.field === name).map(words);
  const face = /\.(sr-Cyrl|sr-Latn|en)$/.exec(name)?.[1] as WrittenForm | undefined;
  const described = [control['aria-describedby'], wrong.length > 0 && `${name}-issue`, face && `${name}-odd`].filter(Boolean).join(' ') || undefined;
  const box = {
    ref, className: 'in', lang, ...control, 'aria-describedby': described, 'aria-invalid': wrong.length > 0 || undefined, defaultValue: values[name]?.[0] ?? '',
    onChange: (event: { target: { value: string } }) => onWrite(event.target.value),
  };
  return (
    <div className="face">
      <label className="face-name" htmlFor={name}>{word} {note ? <small>{note}</small> : null}</label>
      <div>
        <Wrong name={name} words={wrong} />
        {rows ? <textarea rows={rows} {...box} /> : <input type="text" {...box} />}
        {max ? <Room text={text} max={max} /> : null}
        {face ? <OddLetters name={name} text={text} face={face} box={ref} /> : null}
        {children}
      </div>
    </div>
  );
}

/** How many characters are left, once a fifth of the room is; how many are too many, in the same quiet voice. */
function Room({ text, max }: { text: string; max: number }) {
  const t = useTranslations('form.text');
  const left = max - text.normalize('NFC').trim().length;
  const near = left < Math.min(max / 5, 200);
  return <span className={left < 0 ? 'tr tr-no' : 'tr'} aria-live="polite">{near ? left < 0 ? t('over', { over: -left, max }) : t('count', { left, max }) : null}</span>;
}

const looks = {
  missing: ['tr tr-no', 'pencil'], draft: ['tr tr-no', 'pencil'], outdated: ['tr tr-no', 'rotate-ccw-clock'], checked: ['tr tr-ok', 'check'],
} as const;

/** The state of one wording, with its sign. */
export function TextStateMark({ state }: { state: keyof typeof looks }) {
  const t = useTranslations('states.text');
  const [look, icon] = looks[state];
  return <span className={look}><Icon name={icon} className="" />{t(state)}</span>;
}
