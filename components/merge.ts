import type { FormValues } from '#office/outcome.ts';

/**
 * Three versions of a form made one: as it was opened, as typed here, as saved by somebody else meanwhile.
 * What was not touched here takes the other's value; what was typed here stays.
 */
export function merged(opened: FormValues, typed: FormValues, theirs: FormValues): FormValues {
  const names = new Set([...Object.keys(typed), ...Object.keys(theirs)]);
  return Object.fromEntries([...names].map((name) => {
    const mine = typed[name] ?? [];
    return [name, same(mine, opened[name]) && name in theirs ? theirs[name] ?? [] : mine];
  }));
}

/** The fields as a posted form was opened with them, which it carries as JSON; null where it carries none that can be read. */
export function openedIn(typed: FormValues | null): FormValues | null {
  try {
    const held: unknown = JSON.parse(typed?.opened?.[0] ?? 'null');
    return isForm(held) ? held : null;
  } catch {
    return null;
  }
}

/** Whether a field, or any field under its name, stands otherwise in the record than it was typed. */
export function differs(name: string, typed: FormValues, theirs: FormValues): boolean {
  return partsOf(name, typed, theirs).some((part) => !same(typed[part], theirs[part]));
}

/** The names of the form at and under one name. */
export function partsOf(name: string, ...forms: FormValues[]): string[] {
  const names = new Set(forms.flatMap((form) => Object.keys(form)));
  return [...names].filter((part) => part === name || part.startsWith(`${name}.`));
}

/** An absent field and an empty one are the same; line ends of a posted textarea do not count. */
function same(one: readonly string[] = [], other: readonly string[] = []): boolean {
  const [a, b] = [one, other].map((held) => held.map((text) => text.replaceAll('\r\n', '\n').trim()).filter(Boolean));
  return a?.length === b?.length && Boolean(a?.every((text, place) => text === b?.[place]));
}

function isForm(held: unknown): held is FormValues {
  return typeof held === 'object' && held !== null && Object.values(held).every((texts) => Array.isArray(texts) && texts.every((text) => typeof text === 'string'));
}
