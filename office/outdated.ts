import type { LocalText, Wording } from '#messages/local-text.ts';

/**
 * The values of a change, in which a translation that no longer follows its original says so: the Serbian text is another
 * one, the English (or the Latin written by hand) is not. Whoever sets its state in the same change is believed; a
 * translation that was written anew is no longer outdated.
 */
export function withOutdated<T>(before: unknown, after: T): T {
  if (isLocalText(after)) return (isLocalText(before) ? aged(before, after) : after) as T;
  if (Array.isArray(after)) return after.map((one) => withOutdated(counterpart(before, one), one)) as T;
  if (!isPlain(after)) return after;
  const held = isPlain(before) ? before : {};
  return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, withOutdated(held[key], value)])) as T;
}

function aged(before: LocalText, after: LocalText): LocalText {
  const changed = Boolean(before[before.origin]?.text) && before[before.origin]?.text !== after[after.origin]?.text;
  const text = { ...after };
  for (const form of ['sr-Latn', 'en'] as const) {
    const wording = after[form];
    if (wording && form !== after.origin) text[form] = stateOf(wording, before[form], changed);
  }
  return text;
}

function stateOf(now: Wording, before: Wording | undefined, changed: boolean): Wording {
  if (!before || now.state !== before.state) return now;
  if (now.text !== before.text) return now.state === 'outdated' ? { ...now, state: 'draft' } : now;
  return changed ? { ...now, state: 'outdated' } : now;
}

/** The text of a list that this one was before: rows may have come and gone, but its translation is still the same. */
function counterpart(before: unknown, one: unknown): unknown {
  if (!Array.isArray(before) || !isLocalText(one)) return undefined;
  const texts = before.filter(isLocalText);
  return texts.find((text) => same(text, one)) ?? texts.find((text) => text.en && text.en.text === one.en?.text);
}

function same(one: LocalText, other: LocalText): boolean {
  return one[one.origin]?.text === other[other.origin]?.text && one.en?.text === other.en?.text;
}

function isLocalText(value: unknown): value is LocalText {
  return isPlain(value) && (value.origin === 'sr-Cyrl' || value.origin === 'sr-Latn');
}

/** Not a date, not a piece of SQL. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
