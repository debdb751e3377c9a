import { useTranslations } from 'next-intl';
import { markOf } from '#office/person/person.ts';

/** A colleague as the register knows him: `name` null where it was erased. */
export type Colleague = { readonly id: string | null; readonly name: string | null };

/** What a colleague is called; somebody whose name was erased is a former one, with the signs by which he is told from others. */
export function useColleagueWords(): (colleague: Colleague) => string {
  const t = useTranslations('record');
  return ({ id, name }) => name ?? t('former', { mark: id ? markOf(id) : '' }).trim();
}
