import { useTranslations } from 'next-intl';
import type { Facet } from '#components/facets.tsx';
import { GlyphSheet } from '#components/glyph.tsx';
import type { AskedList } from '#components/list-address.ts';
import { NarrowedList } from '#components/narrowed-list.tsx';
import { lookOf, Rows } from '#components/rows.tsx';
import { signOf } from '#components/standing-signs.ts';
import { verificationGlyphs } from '#components/verification-mark.tsx';
import { genderOf } from '#messages/gender.ts';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { shortened } from '#messages/short-text.ts';
import { countryName } from '#messages/names.ts';
import type { ProjectCounts } from '#office/project/facets.ts';
import { projectStates } from '#office/project/project.ts';
import type { listProjects } from '#office/project/read.ts';
import { ProjectCard } from './card.tsx';

export const projectOrders = ['name', 'changed', 'code'] as const;

type Props = {
  list: Awaited<ReturnType<typeof listProjects>>; counts: ProjectCounts; asked: AskedList; strange: Parameters<typeof NarrowedList>[0]['strange'];
  perPage: Parameters<typeof NarrowedList>[0]['perPage']; form: WrittenForm; /** ISO day. */ today: string;
};

/** The register of projects: facets beside it, a line for each. */
export function ProjectRegister({ list, counts, asked, strange, perPage, form, today }: Props) {
  const t = useTranslations('projects');
  return (
    <NarrowedList
      action={`/${form}/projects`} asked={asked} strange={strange} facets={useFacets(counts, asked, form)} list={list} perPage={perPage}
      words={{ count: t('count', { count: list.total }), search: t('search'), none: t('none'), all: t('all') }}
      order={{ chosen: asked.sort?.[0] ?? 'name', options: projectOrders.map((value) => ({ value, label: t(`orders.${value}`) })) }}
    >
      {lookOf(perPage.chosen) === 'short' ? <GlyphSheet names={[...projectStates.map((state) => signOf('project', state)[0]), ...verificationGlyphs]} /> : null}
      <Rows>{list.lines.map((line) => <ProjectCard key={line.id} project={line} form={form} today={today} look={lookOf(perPage.chosen)} />)}</Rows>
    </NarrowedList>
  );
}

function useFacets(counts: ProjectCounts, asked: AskedList, form: WrittenForm): Facet[] {
  const t = useTranslations('projects.facet');
  const states = useTranslations('states');
  const by = (name: 'standing' | 'country' | 'year' | 'verification', label: (value: string) => string) =>
    withChosen(counts[name], asked[name]).map(({ value, count }) => ({ value, count, label: label(value), chosen: asked[name]?.includes(value) ?? false }));
  const mostFirst = (a: { count: number; label: string }, b: { count: number; label: string }) => b.count - a.count || a.label.localeCompare(b.label, form);
  const first = (order: readonly string[]) => (a: { value: string }, b: { value: string }) => order.indexOf(a.value) - order.indexOf(b.value);
  return [
    { name: 'standing', legend: t('standing'), options: by('standing', (state) => states(`project.${state}`, { gender: genderOf('project') })).toSorted(first(projectStates)) },
    { name: 'party', legend: t('party'), of: counts.partiesInAll, options: counts.party.map(({ value, count, name, acronym }) => ({ value, count, label: partyName(textIn(name, form), textIn(acronym, form)), chosen: asked.party?.includes(value) ?? false })).toSorted(mostFirst) },
    { name: 'country', legend: t('country'), options: by('country', (code) => countryName(code, form)).toSorted(mostFirst) },
    { name: 'year', legend: t('year'), options: by('year', String).toSorted((a, b) => Number(b.value) - Number(a.value)) },
    { name: 'verification', legend: t('verification'), options: by('verification', (state) => states(`verification.${state}`)).toSorted(first(['checked', 'unverified', 'disputed'])) },
  ].filter(({ options }) => options.length > 0);
}

/** What is chosen stands even where nothing has it any more. */
function withChosen(counts: readonly { value: string; count: number }[], chosen: readonly string[] = []) {
  return [...counts, ...chosen.filter((value) => !counts.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))];
}

/** In a narrow column: a long name gives way to its acronym. */
function partyName(name: string, acronym: string): string {
  return shortened(name.length > 40 || !name ? acronym || name : name, 48);
}
