import { useTranslations } from 'next-intl';
import type { Noun } from '#office/permission.ts';
import type { SaidLine } from '#office/proposal/said.ts';

/** What a field of an entry is called: as the noun's form calls it, with its group and the number of its row. */
export function useSaidLabel(noun: Noun): (line: Pick<SaidLine, 'group' | 'field' | 'row'>) => string {
  const t = useTranslations('fields');
  const find = (...keys: string[]) => {
    const place = keys.flatMap((key) => [`${noun}.${key}`, `any.${key}`]).find((one) => t.has(one));
    return place ? t(place) : null;
  };
  return ({ group, field, row }) => {
    if (!group) return find(field, `acts_${field}`, `parties_${field}`) ?? field;
    return [`${find(group) ?? group} ${row ?? ''}`.trim(), find(`${group}_${field}`, field)].filter(Boolean).join(': ');
  };
}
