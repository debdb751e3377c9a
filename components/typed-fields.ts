import type { FormValues } from '#office/outcome.ts';

/** What stands in a form now: every field with its values in order, without files, passwords and what is Next's own. */
export function fieldsOf(form: HTMLFormElement): FormValues {
  const values: Record<string, string[]> = {};
  for (const [name, held] of new FormData(form)) {
    if (typeof held !== 'string' || unkept.test(name)) continue;
    (values[name] ??= []).push(held);
  }
  return values;
}

/** The form as it is sent by script. The radios of a conflict stay here, since their texts stand in the fields already. */
export function dataOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData(form, submitter instanceof HTMLButtonElement ? submitter : null);
  for (const name of [...data.keys()]) if (name.startsWith('pick.') || name.startsWith('$ACTION')) data.delete(name);
  return data;
}

/** About how many bytes a form weighs when it is sent. */
export function weightOf(data: FormData): number {
  const words = new TextEncoder();
  return [...data].reduce((sum, [name, held]) => sum + 150 + name.length + (typeof held === 'string' ? words.encode(held).length : held.size), 0);
}

const unkept = /^\$ACTION|password|secondCode|^(?:draft|holder|again)$|^pick\./i;
