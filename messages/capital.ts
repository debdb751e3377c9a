/** The word with a capital at its beginning, as a heading or a sentence begins. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('sr') + word.slice(1);
}

/** The label as it stands within a sentence: names in it and abbreviations keep their capitals. */
export function uncapital(label: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(label) ? label.charAt(0).toLocaleLowerCase('sr') + label.slice(1) : label;
}
