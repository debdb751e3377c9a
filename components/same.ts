import type { FormValues } from '#office/outcome.ts';

/** An absent field and an empty one are the same, and so is one that only holds what its control begins with; line ends of a posted textarea do not count. */
export function same(name: string, one: readonly string[] = [], other: readonly string[] = []): boolean {
  const [a, b] = [one, other].map((held) => held.map((text) => text.replaceAll('\r\n', '\n').trim()).filter((text) => text !== '' && text !== beginning(name)));
  return a?.length === b?.length && Boolean(a?.every((text, place) => text === b?.[place]));
}

/** Whether two forms hold the same under these names. */
export function sameAll(names: Iterable<string>, one: FormValues, other: FormValues): boolean {
  return [...names].every((name) => same(name, one[name], other[name]));
}

/**
 * What belongs together: a day and its year, an amount and its currency, a wording and its state. Half of one and half of
 * another would be a value that nobody has entered.
 */
export function unitOf(name: string): string {
  return name.replace(/\.state\.([\w-]+)$/, '.$1').replace(/\.(?:day|month|year|approximate|edtf|amount|currency|scope|certainty|valueDate|qualifier|value)$/, '');
}

/** What a control posts though nobody has chosen it. */
function beginning(name: string): string | null {
  if (/\.state\.[\w-]+$/.test(name)) return 'draft';
  if (/\.origin$/.test(name)) return 'sr-Cyrl';
  if (/\.certainty$/.test(name)) return 'stated';
  return /\.qualifier$/.test(name) ? 'exact' : null;
}
