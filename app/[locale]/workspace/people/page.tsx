import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { scopeTitles } from '#app/scope-titles.ts';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { PeopleTable } from '#components/person/people-table.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { stateOf } from '#office/person/person.ts';
import { listPeople, type PersonRecord } from '#office/person/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('heading') };
}

const views = ['active', 'invited', 'soon', 'noFactor', 'closed', 'former', 'all'] as const;

/** Who has or had access, by how their accounts stand. */
export default async function PeoplePage({ params, searchParams }: PageProps) {
  const viewer = await admin();
  if (!viewer) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const today = belgradeToday(new Date());
  const asked = one((await searchParams).view);
  const view = views.find((name) => name === asked) ?? 'active';
  const everybody = await listPeople(viewer);
  const people = everybody.filter((person) => belongs(view, person, today));
  const path = `/${form}/workspace/people`;
  return (
    <>
      <DeskHead
        title={t('heading')} lead={<>{t('lead')} <a href={`/${form}/workspace/rights`}>{t('toRights')}</a></>}
        acts={<ButtonLink href={`${path}/new`} icon="plus">{t('invite')}</ButtonLink>}
      />
      <nav className="tabs" aria-label={t('views.label')}>
        {views.map((name) => (
          <a key={name} href={name === 'active' ? path : `${path}?view=${name}`} aria-current={name === view ? 'page' : undefined}>
            {t(`views.${name}`)} <span className="count">{everybody.filter((person) => belongs(name, person, today)).length}</span>
          </a>
        ))}
      </nav>
      {people.length === 0
        ? <EmptyState heading={t('nobody')}>{t('nobodyWhat')}</EmptyState>
        : <section className="card"><PeopleTable people={people} titles={await scopeTitles(viewer, people.flatMap(({ grants }) => grants))} form={form} path={path} today={today} /></section>}
    </>
  );
}

/** Whether somebody stands in this list; the lists overlap, since an account may end soon and lack a second factor. */
function belongs(view: (typeof views)[number], person: PersonRecord, today: string): boolean {
  const state = stateOf(person, today);
  const opens = state === 'active' || state === 'soon';
  switch (view) {
    case 'active': return opens;
    case 'noFactor': return opens && !person.secondFactorSince;
    case 'closed': return state === 'deactivated' || state === 'expired';
    case 'all': return true;
    default: return state === view;
  }
}
