/**
 * A text without what XML 1.0 (section 2.2) and iCalendar (RFC 5545, section 3.1) have no place for: controls besides tab and
 * line end, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
export function readable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{7E}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]+/gu, '');
}

/** A text as the content of an HTML element. */
export function asHtml(text: string): string {
  return readable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
