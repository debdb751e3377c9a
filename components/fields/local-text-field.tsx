'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { toLatin } from '#messages/latin.ts';
import type { FormValues } from '#office/outcome.ts';
import { useField, useFormFace, useWrittenForm } from '#components/form-face.ts';
import { Face, TextStateMark } from '#components/fields/face.tsx';
import { GroupFrame } from '#components/fields/frame.tsx';
import { Icon } from '#components/icon.tsx';
import { partsOf } from '#components/merge.ts';

type LocalTextFieldProps = {
  name: string;
  /** Lines of the box; one line where not given. */
  rows?: number;
  /** The most characters of each face, where that is worth telling. */
  max?: number;
};

/** Three faces of one text: Cyrillic is written, Latin is derived and shown, English has its state. */
export function LocalTextField({ name, rows, max }: LocalTextFieldProps) {
  const { values, issues } = useFormFace();
  const drawnFrom = partsOf(name, values).map((part) => values[part]?.join('\n')).join('\u0000');
  const wrong = issues.some((issue) => issue.field.startsWith(`${name}.`));
  return (
    <GroupFrame name={name} show={textsOf(name)} look={wrong ? 'bad' : 'plain'}>
      <Faces key={drawnFrom} name={name} rows={rows} max={max} />
    </GroupFrame>
  );
}

/** Only the texts, without their states, for the two versions of a conflict. */
function textsOf(name: string): (values: FormValues) => string {
  const faces = ['sr-Cyrl', 'sr-Latn', 'en'].map((face) => `${name}.${face}`);
  return (values) => faces.flatMap((face) => values[face] ?? []).filter(Boolean).join('\n\n');
}

function Faces({ name, rows, max }: LocalTextFieldProps) {
  const t = useTranslations('form.text');
  const { values } = useFormFace();
  const held = (part: string) => values[`${name}.${part}`]?.[0] ?? '';
  const origin = held('origin') || 'sr-Cyrl';
  const [cyrillic, setCyrillic] = useState(held('sr-Cyrl'));
  const [latin, setLatin] = useState(held('sr-Latn'));
  const others = partsOf(`${name}.other`, values);
  const box = { rows, max };
  return (
    <div className="faces">
      <Face {...box} name={`${name}.sr-Cyrl`} lang="sr-Cyrl" word={t('cyrillic')} note={t(origin === 'sr-Latn' ? 'suggestion' : 'original')} text={cyrillic} onWrite={setCyrillic}>
        {(['sr-Cyrl', 'sr-Latn'] as const).map((face) => (
          <input key={face} type="hidden" name={`${name}.state.${face}`} defaultValue={held(`state.${face}`) || 'draft'} />
        ))}
      </Face>
      <div className="face">
        <div className="face-name">{t('latin')} <small>{t('derived')}</small></div>
        <div>
          <output htmlFor={`${name}.sr-Cyrl`} lang="sr-Latn">{toLatin(cyrillic)}</output>
          <span className="tr"><Icon name="book-a" className="" />{latin ? t('exception', { text: latin }) : t('noExceptions')}</span>
          <details open={held('sr-Latn') !== '' || origin === 'sr-Latn'}>
            <summary>{t('override')}</summary>
            <Face {...box} name={`${name}.sr-Latn`} lang="sr-Latn" word={t('ownLatin')} text={latin} onWrite={setLatin} />
            <Origin name={`${name}.origin`} value={origin} />
          </details>
        </div>
      </div>
      <English {...box} name={name} original={origin === 'sr-Latn' ? latin : cyrillic} stood={origin === 'sr-Latn' ? held('sr-Latn') : held('sr-Cyrl')} />
      {others.map((part) => <OtherFace key={part} name={part} {...box} />)}
    </div>
  );
}

/** English with its state. Where the Serbian is another one than it was and the English is not, saving marks it outdated (office/outdated.ts). */
function English({ name, rows, max, original, stood }: LocalTextFieldProps & { original: string; stood: string }) {
  const t = useTranslations('form.text');
  const states = useTranslations('states.text');
  const text = useField(`${name}.en`);
  const { value, control } = useField(`${name}.state.en`);
  const [english, setEnglish] = useState(text.value);
  const [state, setState] = useState(value || 'draft');
  const ages = english !== '' && english === text.value && stood !== '' && original !== stood && state === (value || 'draft');
  const shown = english === '' ? 'missing' : ages ? 'outdated' : state === 'checked' || state === 'outdated' ? state : 'draft';
  return (
    <Face name={`${name}.en`} lang="en" word={t('english')} note={<TextStateMark state={shown} />} rows={rows} max={max} text={english} onWrite={setEnglish}>
      <span className="tr tr-no" aria-live="polite">{ages ? t('willAge') : null}</span>
      <label className="tr">
        {t('stateOfEnglish')}
        <select className="in" key={value} name={control.name} defaultValue={value || 'draft'} onChange={(event) => setState(event.target.value)}>
          {(['draft', 'checked', 'outdated'] as const).map((one) => <option key={one} value={one}>{states(one)}</option>)}
        </select>
      </label>
    </Face>
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
function OtherFace({ name, ...box }: LocalTextFieldProps) {
  const tag = name.split('.').at(-1) ?? '';
  const form = useWrittenForm();
  const { value } = useField(name);
  const [text, setText] = useState(value);
  const language = new Intl.DisplayNames(form === 'en' ? 'en-GB' : `${form}-RS`, { type: 'language' }).of(tag) ?? tag;
  return <Face name={name} lang={tag} word={language} {...box} text={text} onWrite={setText} />;
}
