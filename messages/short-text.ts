import type { LocalText, Wording, WrittenForm } from './local-text.ts';

/** Whole words of the text, at most `length` characters, with an ellipsis where something is left out. */
export function shortened(text: string, length: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= length) return plain;
  const space = plain.lastIndexOf(' ', length);
  // A word as long as the line is cut within, but never within a character that takes two places.
  const cut = plain.slice(0, space > length / 2 ? space : length).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(/[\s,;:–-]+$/u, '')}…`;
}

/** The same text in each of its forms, cut for a line of a list: a page must not grow with what is written at length. */
export function shortText(text: LocalText | null, length = 280): LocalText | null {
  if (!text) return null;
  const cut = { ...text };
  for (const form of ['sr-Cyrl', 'sr-Latn', 'en'] satisfies WrittenForm[]) {
    const wording: Wording | undefined = text[form];
    if (wording) cut[form] = { ...wording, text: shortened(wording.text, length) };
  }
  return cut;
}
