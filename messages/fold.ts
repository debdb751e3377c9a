// The same steps as db/search.sql's povelja_fold, in the same order; tests/messages/fold.spec.ts pins
// the two together, so change both or neither.

const toAscii: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c',
  џ: 'dz', ш: 's', đ: 'dj', ς: 'σ',
};

/**
 * Text as search sees it: one script, one case, no diacritics; Ђ, Đ, Dj and dj are one. For comparing only,
 * never for showing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[а-шђјљњћџđς]/g, (letter) => toAscii[letter] ?? letter);
}
