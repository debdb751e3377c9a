'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { toLatin } from '#messages/latin.ts';
import type { FormValues } from '#office/outcome.ts';
import { useField, useFormFace, useIssueWords, useWrittenForm } from '#components/form-face.ts';
import { GroupFrame, Wrong } from '#components/fields/frame.tsx';
import { partsOf } from '#components/merge.ts';

type LocalTextFieldProps = { name: string; /** Lines of the box; one line where not given. */ rows?: number };

/** Three faces of one text: Cyrillic is written, Latin is derived and shown, English has its state. */
export function LocalTextField({ name, rows }: LocalTextFieldProps) {
  const { values, issues } = useFormFace();
  const drawnFrom = partsOf(name, values).map((part) => values[part]?.join('\n')).join('\u0000');
  const wrong = issues.some((issue) => issue.field.startsWith(`${name}.`));
  return (
    <GroupFrame name={name} show={textsOf(name)} look={wrong ? 'bad' : 'plain'}>
      <Faces key={drawnFrom} name={name} rows={rows} />
    </GroupFrame>
  );
}

/** Only the texts, without their states, for the two versions of a conflict. */
function textsOf(name: string): (values: FormValues) => string {
  const faces = ['sr-Cyrl', 'sr-Latn', 'en'].map((face) => `${name}.${face}`);
  return (values) => faces.flatMap((face) => values[face] ?? []).filter(Boolean).join(' · ');
}

function Faces({ name, rows }: LocalTextFieldProps) {
  const t = useTranslations('form.text');
  const { values } = useFormFace();
  const written = values[`${name}.sr-Cyrl`]?.[0] ?? '';
  const override = values[`${name}.sr-Latn`]?.[0] ?? '';
  const origin = values[`${name}.origin`]?.[0] ?? 'sr-Cyrl';
  const [cyrillic, setCyrillic] = useState(written);
  const others = partsOf(`${name}.other`, values);
  return (
    <div className="faces">
      <Face name={`${name}.sr-Cyrl`} lang="sr-Cyrl" word={t('cyrillic')} note={t(origin === 'sr-Latn' ? 'suggestion' : 'original')} rows={rows} onWrite={setCyrillic}>
        {(['sr-Cyrl', 'sr-Latn'] as const).map((face) => (
          <input key={face} type="hidden" name={`${name}.state.${face}`} defaultValue={values[`${name}.state.${face}`]?.[0] ?? 'draft'} />
        ))}
      </Face>
      <div className="face">
        <div className="face-name">{t('latin')} <small>{t('derived')}</small></div>
        <div>
          <output htmlFor={`${name}.sr-Cyrl`} lang="sr-Latn">{toLatin(cyrillic)}</output>
          <details open={override !== '' || origin === 'sr-Latn'}>
            <summary>{t('override')}</summary>
            <Face name={`${name}.sr-Latn`} lang="sr-Latn" word={t('ownLatin')} rows={rows} />
            <Origin name={`${name}.origin`} value={origin} />
          </details>
        </div>
      </div>
      <Face name={`${name}.en`} lang="en" word={t('english')} rows={rows}>
        <EnglishState name={`${name}.state.en`} />
      </Face>
      {others.map((part) => <OtherFace key={part} name={part} rows={rows} />)}
    </div>
  );
}

type FaceProps = {
  name: string;
  lang: string;
  word: string;
  note?: string;
  rows?: number;
  onWrite?: (text: string) => void;
  children?: ReactNode;
};

function Face({ name, lang, word, note, rows, onWrite, children }: FaceProps) {
  const { values, issues } = useFormFace();
  const { control } = useField(name);
  const words = useIssueWords();
  const wrong = issues.filter((issue) => issue.field === name).map(words);
  const box = { className: 'in', lang, ...control, defaultValue: values[name]?.[0] ?? '', onChange: onWrite && ((event: { target: { value: string } }) => onWrite(event.target.value)) };
  return (
    <div className="face">
      <label className="face-name" htmlFor={name}>{word} {note ? <small>{note}</small> : null}</label>
      <div>
        <Wrong name={name} words={wrong} />
        {rows ? <textarea rows={rows} {...box} /> : <input type="text" {...box} />}
        {children}
      </div>
    </div>
  );
}

function EnglishState({ name }: { name: string }) {
  const t = useTranslations('states.text');
  const { value } = useField(name);
  const word = useTranslations('form.text')('stateOfEnglish');
  return (
    <label className="tr">
      {word}
      <select className="in" key={value} name={name} defaultValue={value || 'draft'}>
        {(['draft', 'checked', 'outdated'] as const).map((state) => <option key={state} value={state}>{t(state)}</option>)}
      </select>
    </label>
  );
}

function Origin({ name, value }: { name: string; value: string }) {
  const t = useTranslations('form.text');
  return (
    <label className="tr">
      {t('origin')}
      <select className="in" key={value} name={name} defaultValue={value}>
        <option value="sr-Cyrl">{t('originCyrillic')}</option>
        <option value="sr-Latn">{t('originLatin')}</option>
      </select>
    </label>
  );
}

/** The name in another original language, carried along and open to correction. */
function OtherFace({ name, rows }: { name: string; rows?: number }) {
  const tag = name.split('.').at(-1) ?? '';
  const form = useWrittenForm();
  const language = new Intl.DisplayNames(form === 'en' ? 'en-GB' : `${form}-RS`, { type: 'language' }).of(tag) ?? tag;
  return <Face name={name} lang={tag} word={language} rows={rows} />;
}
