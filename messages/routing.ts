import { writtenForms, type WrittenForm } from '#messages/local-text.ts';

/** The form a reader gets who asked for none: Cyrillic is the city's own script (law 45/91, 89/2021). */
export const defaultForm: WrittenForm = 'sr-Cyrl';

const languageTags = { 'sr-Cyrl': 'sr-Cyrl-RS', 'sr-Latn': 'sr-Latn-RS', en: 'en' } as const;

/** The `lang` of a page in this form. The region counts: under Russian rules б, г, д and п are drawn otherwise. */
export function htmlLang(form: WrittenForm): (typeof languageTags)[WrittenForm] {
  return languageTags[form];
}

export function isWrittenForm(value: unknown): value is WrittenForm {
  return writtenForms.some((form) => form === value);
}

/** The written form that a browser's Accept-Language asks for (RFC 9110, 12.5.4); Cyrillic where it names none of ours. */
export function preferredForm(acceptLanguage: string | undefined): WrittenForm {
  const asked = (acceptLanguage ?? '')
    .slice(0, 1000)
    .split(',')
    .map(readRange)
    .filter((range) => range.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const range of asked) {
    const form = formOfTag(range.tag);
    if (form) return form;
  }
  return defaultForm;
}

/**
 * The same page in another form: only the first segment of the path changes, so `?query` and `#part`
 * stay. A path without a form gets one.
 */
export function sameAddress(pathname: string, form: WrittenForm): string {
  const [, first = '', rest = ''] = /^\/?([^/?#]*)(.*)$/s.exec(pathname) ?? [];
  if (isWrittenForm(first)) return `/${form}${rest === '/' ? '' : rest.replace(/^\/(?=[?#])/, '')}`;
  const path = `${first}${rest}`;
  return path === '' || /^[?#]/.test(path) ? `/${form}${path}` : `/${form}/${path}`;
}

function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return { tag, weight: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
}

/** Readers of the neighbouring Latin-script languages understand Serbian and expect its Latin form. */
function formOfTag(tag: string): WrittenForm | undefined {
  const [language = '', ...subtags] = tag.split('-');
  if (language === 'en') return 'en';
  if (language === 'sr') return subtags.includes('latn') ? 'sr-Latn' : 'sr-Cyrl';
  if (['hr', 'bs', 'cnr', 'sl', 'sh'].includes(language)) return subtags.includes('cyrl') ? 'sr-Cyrl' : 'sr-Latn';
  return undefined;
}
