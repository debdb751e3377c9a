import { toLatin } from '#messages/latin.ts';

/** One part of the glossary: its heading as docs/words.md has it, and its words in three forms. */
export type GlossaryPart = { readonly key: string; readonly words: readonly { readonly en: string; readonly cyrillic: string; readonly latin: string }[] };

/** The tables of docs/words.md that hold words of the office; the words of the code are no help to an office. */
export function glossaryIn(markdown: string): GlossaryPart[] {
  return markdown.split(/^## /m).slice(1).flatMap((part): GlossaryPart[] => {
    const [heading = '', ...lines] = part.split('\n');
    const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| English')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    const words = rows.flatMap(([en = '', cyrillic = '']) => (cyrillic && /[А-ШЂЈЉЊЋЏа-шђјљњћџ]/.test(cyrillic) ? [{ en, cyrillic, latin: toLatin(cyrillic) }] : []));
    return words.length > 0 && !/^Words of the code/.test(heading) ? [{ key: keyOf(heading), words }] : [];
  });
}

function keyOf(heading: string): string {
  return heading.trim().toLowerCase().replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '');
}
