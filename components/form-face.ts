'use client';
import { createContext, use } from 'react';
import { useLocale, useMessages, useTranslations } from 'next-intl';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { FormValues, Issue } from '#office/outcome.ts';
import type { Dispute } from '#components/drawn-form.ts';
import { dayInSentence } from '#components/shown-date.ts';

/** What every field of a form is drawn from. */
export type FormFace = {
  /** The noun whose labels the fields take: `fields.<noun>.…`. */
  noun: string;
  values: FormValues;
  issues: readonly Issue[];
  /** What stands in the record now, where somebody else saved it first. */
  theirs: FormValues | null;
  /** What is told of that, besides the fields in which the two differ. */
  dispute?: Dispute | null;
  take: (values: FormValues) => void;
  /** What stands in the fields at this moment, as far as scripts can tell. */
  read?: () => FormValues | null;
  /** The form was posted and came back, so its rows are counted by what was posted. */
  cameBack: boolean;
};

export const FaceContext = createContext<FormFace | null>(null);

export function useFormFace(): FormFace {
  const face = use(FaceContext);
  if (!face) throw new Error('A field stands outside an EntryForm.');
  return face;
}

/** Fields without which this form is refused, though elsewhere they may stay empty. */
export const NeedsContext = createContext<readonly string[]>([]);

export function useWrittenForm(): WrittenForm {
  const locale = useLocale();
  return isWrittenForm(locale) ? locale : defaultForm;
}

/**
 * The words of a field by its name on the form: `parties.0.role` is looked up as the noun's `parties_role`, then as
 * anybody's, then as anybody's `role`. What a field must hold here and need not elsewhere has a hint of its own.
 */
export function useFieldWords(): { label: (name: string) => string; hint: (name: string) => string | null } {
  const t = useTranslations('fields');
  const spoken = placesIn(useMessages().fields);
  const { noun } = useFormFace();
  const needs = use(NeedsContext);
  const find = (name: string, suffix: string): string | null => {
    // What a picker carries beside its field goes by the field's own words.
    const parts = name.replace(/^(?:seek\.[a-z]+|was)\./, '').split('.').filter((part) => !/^\d+$/.test(part));
    const key = parts.join('_') + suffix;
    const places = [`${noun}.${key}`, `any.${key}`, ...(suffix ? [] : [`any.${parts.at(-1)}`])];
    const found = places.find((place) => spoken.has(place));
    return found ? t(found) : null;
  };
  return { label: (name) => find(name, '') ?? `[${name}]`, hint: (name) => (needs.includes(name) ? find(name, '_needed_hint') : null) ?? find(name, '_hint') };
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** Each place of the catalogue at which a word stands. Most fields have no hint, and `t.has` throws an error within itself for each of them. */
function placesIn(fields: Readonly<Record<string, object>>): ReadonlySet<string> {
  const before = known.get(fields);
  if (before) return before;
  const places = new Set(Object.entries(fields).flatMap(([noun, words]) => Object.keys(words).map((key) => `${noun}.${key}`)));
  known.set(fields, places);
  return places;
}

/** The words for an issue; days among its values are written out. */
export function useIssueWords(): (issue: Issue) => string {
  const t = useTranslations('issues');
  const values = useTranslations('values');
  const form = useWrittenForm();
  const written = (value: string | number): string | number =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? dayInSentence(value, form, (month) => values('monthOf', { month })) : value;
  return ({ rule, values: held = {} }) =>
    t.has(rule) ? t(rule, Object.fromEntries(Object.entries(held).map(([name, value]) => [name, written(value)]))) : t('malformed');
}

/** One field as it stands: its first value, all of them, and the words of its issues. */
export function useField(name: string) {
  const { values, issues } = useFormFace();
  const { label, hint } = useFieldWords();
  const words = useIssueWords();
  const held = values[name] ?? [];
  const wrong = issues.filter((issue) => issue.field === name).map(words);
  const said = hint(name);
  const describedBy = [said && `${name}-hint`, wrong.length > 0 && `${name}-issue`].filter(Boolean).join(' ') || undefined;
  return {
    held, value: held[0] ?? '', label: label(name), hint: said, wrong,
    /** What every control of the field takes. A new value from the server or a conflict draws it anew. */
    control: { id: name, name, 'aria-describedby': describedBy, 'aria-invalid': wrong.length > 0 || undefined },
    drawnFrom: held.join('\n'),
  };
}
