'use client';
import { use, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { dateFault, readTypedDate } from '#messages/typed-date.ts';
import type { FormValues } from '#office/outcome.ts';
import { NeedsContext, useFormFace, useIssueWords, useFieldWords, useWrittenForm } from '#components/form-face.ts';
import { Hint, Wrong } from '#components/fields/frame.tsx';
import { typeInto } from '#components/fields/type-into.ts';
import { Theirs } from '#components/conflict.tsx';
import { partsOf } from '#components/merge.ts';
import { shownDate, type TypedDate } from '#components/shown-date.ts';

/**
 * A date as exact as the act says: year alone, month and year, or the day; all blank means not known, where that may be. It says how it will be
 * shown; a whole date pasted or typed into one box is taken apart.
 */
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
  const words = useIssueWords();
  const say = useTranslations('values');
  const show = useShownDate();
  const needed = use(NeedsContext).includes(name);
  const boxes = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(() => typedDate(name, values));
  const [unknown, setUnknown] = useState(Boolean(values[`${name}.unknown`]?.[0]));
  const whole = values[`${name}.edtf`]?.[0];
  const blank = !typed.day.trim() && !typed.month.trim() && !typed.year.trim();
  const read = inOneBox(typed);
  const fault = read ? null : dateFault(typed);
  const shown = show(read ?? typed);
  const described = [`${name}-hint`, wrong && `${name}-issue`, `${name}-shown`].filter(Boolean).join(' ');
  const put = (parts: TypedDate) => {
    for (const part of ['day', 'month', 'year'] as const) {
      const box = boxes.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${name}.${part}`)}"]`);
      if (box) typeInto(box, parts[part]);
    }
    const tick = boxes.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(`${name}.approximate`)}"]`);
    if (tick && tick.checked !== parts.approximate) tick.click();
  };
  const taken = (text: string): boolean => {
    const parts = readTypedDate(text);
    if (parts && (parts.month || parts.approximate)) put(parts);
    return parts !== null && (parts.month !== '' || parts.approximate);
  };
  return (
    <>
      <div className="inline" ref={boxes}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <label className="small" key={part}>
            {t(part)}
            <br />
            <input
              type="text" className={part === 'year' ? 'in w-8' : 'in w-4'} id={`${name}.${part}`} name={`${name}.${part}`} inputMode="numeric" autoComplete="off"
              defaultValue={typed[part]} aria-invalid={wrong} aria-describedby={described}
              onChange={(event) => {
                setTyped((before) => ({ ...before, [part]: event.target.value }));
                if (event.target.value.trim()) setUnknown(false);
              }}
              onPaste={(event) => { if (taken(event.clipboardData.getData('text'))) event.preventDefault(); }}
              onBlur={() => { if (read) put(read); }}
            />
          </label>
        ))}
        <label className="radio">
          <input type="checkbox" name={`${name}.approximate`} value="on" defaultChecked={typed.approximate} onChange={(event) => setTyped((before) => ({ ...before, approximate: event.target.checked }))} />
          {t('approximate')}
        </label>
        {needed ? null : <label className="radio">
          <input type="checkbox" name={`${name}.unknown`} value="on" checked={unknown} onChange={(event) => {
            setUnknown(event.target.checked);
            if (event.target.checked) put({ day: '', month: '', year: '', approximate: false });
          }} />
          {t('unknown')}
        </label>}
      </div>
      {whole ? <input type="hidden" name={`${name}.edtf`} defaultValue={whole} /> : null}
      <span className={fault ? 'warn' : 'hint'} id={`${name}-shown`} aria-live="polite">
        {fault ? words({ field: name, ...fault }) : shown ? say('willShow', { date: shown }) : whole && blank && !unknown ? t('interval', { date: whole }) : blank && !needed ? t('willShowUnknown') : null}
      </span>
    </>
  );
}

/** What the one box that holds anything says, where that is a date by itself. */
function inOneBox({ day, month, year, approximate }: TypedDate): TypedDate | null {
  const [one, another] = [day, month, year].filter((part) => part.trim());
  if (one === undefined || another !== undefined || /^\s*\d*\.?\s*$/.test(one)) return null;
  const parts = readTypedDate(one);
  return parts && { ...parts, approximate: parts.approximate || approximate };
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
