import { getTranslations } from 'next-intl/server';

/**
 * The choices of a form, and those records that stand in it already though the viewer may not see them: they are
 * offered without a name, unless it is in `names`, so that saving does not lose them.
 */
export async function withUnseen(choices: readonly { id: string; label: string }[], held: readonly (string | null | undefined)[], names: ReadonlyMap<string, string> = new Map()) {
  const unseen = [...new Set(held)].filter((id): id is string => Boolean(id) && !choices.some((choice) => choice.id === id));
  if (unseen.length === 0) return [...choices];
  const label = (await getTranslations('record'))('unseen');
  return [...choices, ...unseen.map((id) => ({ id, label: names.get(id) ?? label }))];
}
