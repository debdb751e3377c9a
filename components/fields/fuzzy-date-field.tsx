'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { FormValues } from '#office/outcome.ts';
import { useFormFace, useIssueWords, useFieldWords, useWrittenForm } from '#components/form-face.ts';
import { Hint, Wrong } from '#components/fields/frame.tsx';
import { Theirs } from '#components/conflict.tsx';
import { partsOf } from '#components/merge.ts';
import { shownDate, type TypedDate } from '#components/shown-date.ts';

/** A date as exact as the act says: year alone, month and year, or the day; all blank means not known. */
export function FuzzyDateField({ name }: { name: string }) {
  const { issues, values } = useFormFace();
  const { label, hint } = useFieldWords();
  const t = useTranslations('form.date');
  const words = useIssueWords();
  const show = useShownDate();
  const wrong = [...new Set(issues.filter((issue) => issue.field === name || issue.field.startsWith(`${name}.`)).map(words))];
  const said = hint(name) ?? t('hint');
  const drawnFrom = partsOf(name, values).map((part) => values[part]?.join('')).join(' ');
  return (
    <fieldset className={wrong.length > 0 ? 'field field-bad' : 'field'} id={name} tabIndex={-1}>
      <legend>{label(name)}</legend>
      <Hint name={name} words={said} />
      <Wrong name={name} words={wrong} />
      <DateInputs key={drawnFrom} name={name} wrong={wrong.length > 0 ? true : undefined} />
      <Theirs name={name} show={(form) => show(typedDate(name, form)) ?? (form[`${name}.year`]?.[0] ?? '')} />
    </fieldset>
  );
}

function DateInputs({ name, wrong }: { name: string; wrong: true | undefined }) {
  const { values } = useFormFace();
  const t = useTranslations('form.date');
  const say = useTranslations('values');
  const show = useShownDate();
  const [typed, setTyped] = useState(() => typedDate(name, values));
  const shown = show(typed);
  const whole = values[`${name}.edtf`]?.[0];
  const described = [`${name}-hint`, wrong && `${name}-issue`].filter(Boolean).join(' ');
  return (
    <>
      <div className="inline">
        {(['day', 'month', 'year'] as const).map((part) => (
          <label className="small" key={part}>
            {t(part)}
            <br />
            <input
              className={part === 'year' ? 'in w-8' : 'in w-4'} id={`${name}.${part}`} name={`${name}.${part}`} inputMode="numeric" autoComplete="off"
              defaultValue={typed[part]} aria-invalid={wrong} aria-describedby={described}
              onChange={(event) => setTyped((before) => ({ ...before, [part]: event.target.value }))}
            />
          </label>
        ))}
        <label className="radio">
          <input type="checkbox" name={`${name}.approximate`} value="on" defaultChecked={typed.approximate} onChange={(event) => setTyped((before) => ({ ...before, approximate: event.target.checked }))} />
          {t('approximate')}
        </label>
      </div>
      {whole ? <input type="hidden" name={`${name}.edtf`} defaultValue={whole} /> : null}
      <span className="hint" aria-live="polite">{shown ? say('willShow', { date: shown }) : whole ? t('keptAsIs', { edtf: whole }) : null}</span>
    </>
  );
}

function useShownDate(): (typed: TypedDate) => string | null {
  const form = useWrittenForm();
  const say = useTranslations('values');
  return (typed) => shownDate(typed, form, { monthOf: (month) => say('monthOf', { month }), about: (date) => say('date.about', { date }) });
}

function typedDate(name: string, values: FormValues): TypedDate {
  const part = (key: string) => values[`${name}.${key}`]?.[0] ?? '';
  return { day: part('day'), month: part('month'), year: part('year'), approximate: part('approximate') !== '' };
}
