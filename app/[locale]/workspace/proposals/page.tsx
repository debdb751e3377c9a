import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Pager } from '#components/pager.tsx';
import { ProposalList } from '#components/proposal/list.tsx';
import { decidedProposals, myProposals, proposalsWaiting } from '#office/proposal/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('proposals'))('heading') };
}

const views = ['waiting', 'mine', 'decided'] as const;

/** Three lists of proposals: those that wait for the viewer, his own, and what was decided. */
export default async function ProposalsPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const asked = await searchParams;
  const t = await getTranslations('proposals');
  const [waiting, mine] = await Promise.all([proposalsWaiting(viewer), myProposals(viewer)]);
  const wanted = views.find((view) => view === one(asked.view));
  const view = wanted ?? (waiting.length === 0 && mine.length > 0 ? 'mine' : 'waiting');
  const decided = view === 'decided' ? await decidedProposals(viewer, { page: pageNumber(asked.page) }) : null;
  const shown = { waiting, mine, decided: decided?.lines ?? [] }[view];
  const path = `/${form}/workspace/proposals`;
  const counts = { waiting: waiting.length, mine: mine.length, decided: null };
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <nav className="tabs" aria-label={t('views.label')}>
        {views.map((name) => (
          <a key={name} href={`${path}?view=${name}`} aria-current={name === view ? 'page' : undefined}>{t(`views.${name}`)} {counts[name] === null ? null : <span className="count count-plain">{counts[name]}</span>}</a>
        ))}
      </nav>
      {shown.length === 0 ? <EmptyState icon="git-pull-request-arrow" heading={t(`none.${view}`)}>{t(`noneWhy.${view}`)}</EmptyState> : <ProposalList proposals={shown} form={form} path={path} />}
      {decided ? <Pager page={decided.page} pages={decided.pages} hrefOf={(page) => `${path}?view=decided&page=${page}`} /> : null}
    </>
  );
}
