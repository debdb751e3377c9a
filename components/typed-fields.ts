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

/** The same as it is kept while it is not sent: with the text named with which it was gone on, in whose place it comes. */
export function keptFieldsOf(form: HTMLFormElement): FormValues {
  const resumed = new FormData(form).get('resumed');
  return typeof resumed === 'string' && resumed ? { ...fieldsOf(form), resumed: [resumed] } : fieldsOf(form);
}

/** The form as it is sent by script. The radios of a conflict stay here, since their texts stand in the fields already. */
export function dataOf(form: HTMLFormElement, submitter: HTMLElement | null): FormData {
  const data = new FormData(form, submitter instanceof HTMLButtonElement ? submitter : null);
  for (const name of [...data.keys()]) if (name.startsWith('pick.') || name.startsWith('$ACTION')) data.delete(name);
  return data;
}

/**
 * Whether something was typed into the form before its scripts took hold of it: a field does not hold what it was drawn with. What
 * a browser fills in again on the way back was typed, and perhaps sent, before: it does not count.
 */
export function wasTypedEarly(form: HTMLFormElement): boolean {
  const [visit] = performance.getEntriesByType('navigation');
  if (visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward') return false;
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement) return [...field.options].some((option, at, all) => option.selected !== (all.some((one) => one.defaultSelected) ? option.defaultSelected : at === 0));
    if (!(field instanceof HTMLInputElement) || field.type === 'hidden' || field.type === 'file' || unkept.test(field.name)) return false;
    return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  });
}

/** About how many bytes a form weighs when it is sent. */
export function weightOf(data: FormData): number {
  const words = new TextEncoder();
  return [...data].reduce((sum, [name, held]) => sum + 150 + name.length + (typeof held === 'string' ? words.encode(held).length : held.size), 0);
}

const unkept = /^\$ACTION|password|secondCode|^(?:draft|holder|resumed|again)$|^pick\./i;
