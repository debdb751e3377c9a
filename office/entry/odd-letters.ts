import type { WrittenForm } from '#messages/local-text.ts';
import { mend, oddities } from '#messages/oddity.ts';
import type { FormValues, Warning } from '#office/outcome.ts';

/** A warning for every odd word of the localised texts of a form, but not of those that stood so when it was opened. */
export function oddLetters(fields: FormValues, opened: FormValues | null): Warning[] {
  return Object.entries(fields).flatMap(([field, [text = '']]) => {
    const face = faceOf(field);
    if (!face || text === opened?.[field]?.[0]) return [];
    return oddities(text, face).map(({ rule, text: word, letters }) => ({ field, rule, values: { word: word.slice(0, 60), letters } }));
  });
}

/** The form with one text put right. */
export function withMended(values: FormValues, field: string): FormValues {
  const face = faceOf(field);
  const text = values[field]?.[0];
  return face && text !== undefined ? { ...values, [field]: [mend(text, face)] } : values;
}

/** The written form that a field of a localised text is typed in; a name that exists in Latin only has none to be wrong in. */
function faceOf(field: string): WrittenForm | null {
  const face = /\.(sr-Cyrl|sr-Latn|en)$/.exec(field)?.[1];
  return face && !/\.state\.[^.]+$/.test(field) ? face as WrittenForm : null;
}
