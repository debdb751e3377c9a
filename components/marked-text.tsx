import { htmlLang } from '#messages/routing.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** A text of the register in which what was asked for is marked; another language than the page's is said to machines. */
export function MarkedText({ text: { lang, segments }, form }: { text: { lang: string; segments: readonly { text: string; marked: boolean }[] }; form: WrittenForm }) {
  const pieces = segments.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text));
  return lang === htmlLang(form) ? pieces : <span lang={lang}>{pieces}</span>;
}
