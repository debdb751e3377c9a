import { useTranslations } from 'next-intl';
import type { Noun } from '#office/permission.ts';

/** Under which repeated group of the form the rows of a table stand. */
const groups: Record<string, string> = {
  organisation_name: 'names', contact: 'contacts', membership_act: 'acts', representative: 'representatives', obligation: 'obligations', programme_partner: 'partners',
  project_partner: 'partners', project_act: 'acts', agreement_party: 'parties', agreement_act: 'acts', agreement_link: 'links',
  agreement_project: 'projects', agreement_network: 'networks', milestone_act: 'acts', milestone_dependency: 'dependsOn', document_link: 'links', document_file: 'files',
};

/** The table in which the rows of a group of the noun's form stand. */
export function tableOf(noun: Noun, group: string): string {
  const tables = Object.keys(groups).filter((table) => groups[table] === group);
  return tables.find((table) => table.startsWith(`${noun}_`)) ?? tables[0] ?? noun;
}

/** The label of a field as the noun's form calls it. */
export function useFieldLabel(noun: Noun): (table: string, field: string) => string {
  const t = useTranslations('fields');
  const find = (key: string) => {
    const place = [`${noun}.${key}`, `any.${key}`].find((one) => t.has(one));
    return place ? t(place) : null;
  };
  return (table, field) => {
    const group = groups[table];
    if (!group) return find(field) ?? field;
    const parts = [find(group) ?? group, find(`${group}_${field}`) ?? find(field)].filter(Boolean);
    return parts.join(': ');
  };
}
