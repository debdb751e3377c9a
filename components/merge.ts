import type { FormValues } from '#office/outcome.ts';
import { mergedRows, rowsOf, type RowsTold } from '#components/merge-rows.ts';
import { same, sameAll, unitOf } from '#components/same.ts';

/** Three versions of a form made one. */
export type Merged = {
  /** What the form holds now. */
  readonly values: FormValues;
  /** What the other saved, with its rows numbered like the form's, and what was typed here where he changed nothing: a field that differs is in dispute. */
  readonly theirs: FormValues;
  /** What the form counts as opened with from now on. */
  readonly base: FormValues;
  /** What became of each list that repeats, where its rows do not show it themselves. */
  readonly lists: Readonly<Record<string, RowsTold>>;
  /** Fields that the other changed and that were not touched here: his value stands in them. */
  readonly taken: readonly string[];
};

/**
 * A form as it was opened, as typed here, as saved by somebody else meanwhile, made one. What was not touched here takes the
 * other's value; what was typed here stays; lists are merged row by row.
 */
export function merge(opened: FormValues, typed: FormValues, theirs: FormValues): Merged {
  const lists = listsOf(opened, typed, theirs);
  const plain = (form: FormValues) => only(form, (name) => !lists.some((list) => name.startsWith(`${list}.`)));
  const whole = mergedFields(plain(opened), plain(typed), plain(theirs));
  const told: Record<string, RowsTold> = {};
  const [values, shown, base, taken] = [{ ...whole.values }, { ...whole.seen }, { ...plain(theirs) }, [...whole.taken]];
  for (const list of lists) {
    const merged = mergedRows(rowsOf(opened, list), rowsOf(typed, list), rowsOf(theirs, list));
    told[list] = merged.told;
    for (const form of [values, shown, base]) form[`${list}.rows`] = [String(merged.rows.length)];
    merged.rows.forEach((row, place) => {
      const name = `${list}.${place}`;
      const fields = row.theirs ? mergedFields(row.opened, row.mine, row.theirs) : { values: row.mine, seen: row.mine, taken: [] };
      Object.assign(values, under(name, fields.values));
      Object.assign(shown, under(name, fields.seen));
      Object.assign(base, row.theirs ? under(name, row.theirs) : {});
      taken.push(...fields.taken.map((part) => name + part));
    });
  }
  return { values, theirs: shown, base, lists: told, taken };
}

/** The fields as a posted form was opened with them, which it carries as JSON; null where it carries none that can be read. */
export function openedIn(typed: FormValues | null): FormValues | null {
  try {
    const held: unknown = JSON.parse(typed?.opened?.[0] ?? 'null');
    return isForm(held) ? held : null;
  } catch {
    return null;
  }
}

/** Whether a field, or any field under its name, stands otherwise in the record than it was typed. */
export function differs(name: string, typed: FormValues, theirs: FormValues): boolean {
  return !sameAll(partsOf(name, typed, theirs), typed, theirs);
}

/** The names of the form at and under one name. */
export function partsOf(name: string, ...forms: FormValues[]): string[] {
  const names = new Set(forms.flatMap((form) => Object.keys(form)));
  return [...names].filter((part) => part === name || part.startsWith(`${name}.`));
}

/**
 * The fields of a form by the first part of their names, those in which two forms differ. The words of a picker are its field's where
 * they are others than those that it was drawn with (`was.…`, the id and the words). `carried` are names that this form carries unseen, besides what any may.
 */
export function changedFields(one: FormValues, other: FormValues, carried: readonly string[] = []): string[] {
  const unseen = /^(?:id|version|request|opened|draft|holder|resumed|pick|register|anyway|again|mend|propose|proposal|proposalReason|corrects|correctionNote|correctionNoteEn|going|known|was|seek)(?:\.|$)|\.rows$/;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !unseen.test(name) && !same(name, one[name], other[name]));
  return [...new Set([...names, ...soughtAnew(other)].map((name) => name.split('.', 1)[0] ?? name))].filter((name) => !carried.includes(name));
}

function soughtAnew(typed: FormValues): string[] {
  return Object.keys(typed).flatMap((name) => {
    const [, field] = /^seek\.[a-z]+\.(.+)$/.exec(name) ?? [];
    if (field === undefined) return [];
    return `${typed[field]?.[0] ?? ''} ${typed[name]?.[0] ?? ''}`.trim() === (typed[`was.${field}`]?.[0] ?? '').trim() ? [] : [field];
  });
}

/** A form that was posted without scripts says by `pick.<field>` where the other's text is to stand; it carries that text itself. */
export function withPicks(typed: FormValues): FormValues {
  const picked = Object.keys(typed).filter((name) => name.startsWith('pick.'));
  if (picked.length === 0) return typed;
  const theirs = openedIn(typed) ?? {};
  const chosen = picked.filter((name) => typed[name]?.[0] === 'theirs').map((name) => name.slice('pick.'.length));
  const isChosen = (name: string) => chosen.some((field) => name === field || name.startsWith(`${field}.`));
  return { ...only(typed, (name) => !name.startsWith('pick.') && !isChosen(name)), ...only(theirs, isChosen) };
}

function mergedFields(opened: FormValues, typed: FormValues, theirs: FormValues): { values: FormValues; seen: FormValues; taken: string[] } {
  const units = Map.groupBy(new Set([...Object.keys(typed), ...Object.keys(theirs), ...Object.keys(opened)]), unitOf);
  const taken: string[] = [];
  const values = [...units].flatMap(([unit, names]) => {
    // A name that only was posted, as the request's, is nobody's field.
    const ours = !sameAll(names, typed, opened) || !names.some((name) => name in theirs || name in opened);
    if (!ours && !sameAll(names, opened, theirs)) taken.push(unit);
    return names.map((name) => [name, (ours ? typed : theirs)[name] ?? []] as const);
  });
  const merged = Object.fromEntries(values);
  // A text stands beside the other's whole, in all its languages, once he has changed one of them.
  const moved = new Set([...units].filter(([, names]) => !sameAll(names, opened, theirs)).map(([unit]) => fieldOf(unit)));
  return { values: merged, seen: { ...only(merged, (name) => !moved.has(fieldOf(name))), ...only(theirs, (name) => moved.has(fieldOf(name))) }, taken };
}

/** The first part of a name; of a row's part („.role.sr-Cyrl“) the first after its dot. */
function fieldOf(name: string): string {
  return /^\.?[^.]*/.exec(name)?.[0] ?? name;
}

function listsOf(...forms: FormValues[]): string[] {
  return [...new Set(forms.flatMap((form) => Object.keys(form)))].flatMap((name) => (name.endsWith('.rows') ? [name.slice(0, -'.rows'.length)] : []));
}

function under(name: string, row: FormValues): FormValues {
  return Object.fromEntries(Object.entries(row).map(([part, held]) => [name + part, held]));
}

function only(form: FormValues, wanted: (name: string) => boolean): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => wanted(name)));
}

function isForm(held: unknown): held is FormValues {
  return typeof held === 'object' && held !== null && Object.values(held).every((texts) => Array.isArray(texts) && texts.every((text) => typeof text === 'string'));
}
