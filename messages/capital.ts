/** The word with a capital at its beginning, as a heading or a sentence begins. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('sr') + word.slice(1);
}
