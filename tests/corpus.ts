/**
 * What people, programs and attackers put into fields. `lost` says that no field may take it: nobody could see what it
 * holds. `warned` says that a localised text may, after a second look (office/entry/odd-letters.ts), and no other field.
 */
export type Nasty = { readonly name: string; readonly text: string; readonly lost?: true; readonly warned?: true };

/** An element that no page of the site has; where it stands in the tree of a page, a text was taken for markup. */
export const intruder = 'x-intruder';

export const corpus: readonly Nasty[] = [
  { name: 'SQL', text: `'); drop table organisation; --` },
  { name: 'SQL with a comment', text: `1' or '1'='1' /* ; */ union select null, password_hash from credential -- ` },
  { name: 'a script', text: `<script>window.intruder=1</script><${intruder}>` },
  { name: 'an end of what surrounds it', text: `"'></textarea></title></script></style>--><${intruder} onload=window.intruder=1>` },
  { name: 'a picture that fails', text: `<img src=x onerror="window.intruder=1"><svg/onload=window.intruder=1><${intruder}>` },
  { name: 'markup already escaped', text: `&lt;${intruder}&gt; &#x3c;${intruder}&#x3e; &amp;lt;` },
  { name: 'templates', text: '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% raw %} [[7*7]] {count, plural, one {#}}' },
  { name: 'the placeholders of our own words', text: '{title} {name} <b>{count}</b> \'{\' {0} {missing' },
  { name: 'paths', text: String.raw`../../../../etc/passwd ..\..\windows %2e%2e%2f file:///etc/passwd` },
  { name: 'a command', text: '$(id) `id` | id ; id && id > x' },
  { name: 'a formula', text: '=HYPERLINK("http://evil.example","x") +1 -1 @SUM(A1)' },
  { name: 'JSON', text: '{"$ref":"#"} {"__proto__":{"admin":true}} [null]' },
  { name: 'what React calls by a dollar sign', text: '$F1 $K1 $@2 $undefined $$' },
  { name: 'wildcards', text: '100% _ \\ \\% \\_ %00 %0d%0a' },
  { name: 'a header', text: 'x\r\nSet-Cookie: intruder=1\r\n\r\n<html>' },
  { name: 'line ends', text: 'one\r\ntwo\nthree\rfour' },
  { name: 'a tab', text: 'one\ttwo' },
  { name: 'NUL', text: 'a\0b', lost: true },
  { name: 'a bell and an escape', text: 'a\u0007b\u001b[31mc', lost: true },
  { name: 'a control of the second set', text: 'a\u0085b\u009bc', lost: true },
  { name: 'an override of direction', text: 'invoice\u202Efdp.exe', lost: true },
  { name: 'an isolate of direction', text: 'a\u2067b\u2069c', lost: true },
  { name: 'a mark of direction', text: 'a\u200Fb', warned: true },
  { name: 'an Arabic mark of direction', text: 'a\u061Cb', warned: true },
  { name: 'a blank without width', text: 'a\u200Bb', warned: true },
  { name: 'a joiner of words', text: 'a\u2060b', warned: true },
  { name: 'a byte order mark inside', text: 'a\uFEFFb', warned: true },
  { name: 'half a surrogate', text: 'a\uD83Db', lost: true },
  { name: 'the other half', text: 'a\uDE00b', lost: true },
  { name: 'Hebrew and Arabic', text: 'שלום עולם مرحبا بالعالم' },
  { name: 'emoji with joiners', text: '👩‍👩‍👧‍👦 🇷🇸 👍🏽 ❤️' },
  { name: 'a letter composed and decomposed', text: 'é e\u0301 š s\u030C ђ Й И\u0306' },
  { name: 'Hangul in pieces', text: '\u1112\u1161\u11AB' },
  { name: 'marks without measure', text: `Z${'\u0336\u0489'.repeat(40)}` },
  { name: 'ligatures and other widths', text: 'ﬁﬂ ＡＢＣ １２３ ℵ Ⅷ ǌ ǈ' },
  { name: 'Cyrillic that looks Latin', text: 'pаypаl sосе' },
  { name: 'noncharacters', text: 'a\uFFFEb\uFFFF' },
  { name: 'the replacement character', text: 'a\uFFFDb' },
  { name: 'the far planes', text: '𝕏𐍈𠀀' },
  { name: 'blanks of all kinds', text: '\u00a0\u2003 x \u3000' },
  { name: 'nothing but blanks', text: ' \u00a0\t\n ' },
  { name: 'null', text: 'null' },
  { name: 'numbers', text: '1e309 -0 NaN Infinity 0x10 007' },
  { name: 'one very long word', text: 'a'.repeat(20_000) },
  { name: 'a megabyte', text: 'ш'.repeat(1_048_576) },
];

/** What a field keeps of a text that it takes: NFC, one kind of line end, no blanks around it. */
export function kept(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').trim();
}
