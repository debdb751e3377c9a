'use client';
import { useTranslations } from 'next-intl';

/** A text in which the words are marked that another has not. */
export function Told({ words, against }: { words: string; against: string }) {
  const t = useTranslations('form.conflict');
  if (!words) return <span className="unknown">{t('empty')}</span>;
  return <span>{ownWords(words, against).map(({ text, own }, place) => (own ? <ins key={place}>{text}</ins> : text))}</span>;
}

/** The words of one text in runs: `own` are those that the other has not in this order. Very long texts are told as they are. */
export function ownWords(text: string, other: string): { text: string; own: boolean }[] {
  const [mine, theirs] = [text, other].map((one) => one.split(/(?<=\s)/)) as [string[], string[]];
  if (mine.length * theirs.length > 250_000) return [{ text, own: false }];
  const common = lengths(mine, theirs);
  const runs: { text: string; own: boolean }[] = [];
  const say = (word: string, own: boolean): void => {
    const last = runs.at(-1);
    if (last?.own === own) last.text += word;
    else runs.push({ text: word, own });
  };
  let there = 0;
  mine.forEach((word, here) => {
    while (there < theirs.length && !alike(word, theirs[there]) && at(common, here, there + 1) > at(common, here + 1, there)) there += 1;
    const shared = there < theirs.length && alike(word, theirs[there]);
    say(word, !shared);
    if (shared) there += 1;
  });
  return runs;
}

/** How many words the rests of two texts have in common in one order, for every pair of beginnings. */
function lengths(mine: readonly string[], theirs: readonly string[]): number[][] {
  const table = Array.from({ length: mine.length + 1 }, () => Array.from({ length: theirs.length + 1 }, () => 0));
  for (let here = mine.length - 1; here >= 0; here -= 1) {
    const row = table[here] ?? [];
    for (let there = theirs.length - 1; there >= 0; there -= 1) {
      row[there] = alike(mine[here] ?? '', theirs[there]) ? at(table, here + 1, there + 1) + 1 : Math.max(at(table, here + 1, there), at(table, here, there + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], here: number, there: number): number {
  return table[here]?.[there] ?? 0;
}

function alike(one: string, other: string | undefined): boolean {
  return one.trim() === other?.trim();
}
