/**
 * Whether the text holds characters that no reader can see and that may make it read otherwise than it looks:
 * controls (line ends and tabs apart), overrides of direction, blanks without width, lone surrogates.
 */
export function hasControlCharacters(text: string): boolean {
  return !text.isWellFormed() || /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u.test(text.replace(/[\n\r\t]/g, ''));
}
