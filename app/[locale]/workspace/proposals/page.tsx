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
  const filter = { page: pageNumber(asked.page) };
  const [waiting, mine] = await Promise.all([proposalsWaiting(viewer, filter), myProposals(viewer, filter)]);
  const wanted = views.find((view) => view === one(asked.view));
  const view = wanted ?? (waiting.total === 0 && mine.total > 0 ? 'mine' : 'waiting');
  const shown = view === 'decided' ? await decidedProposals(viewer, filter) : { waiting, mine }[view];
  const path = `/${form}/workspace/proposals`;
  const counts = { waiting: waiting.total, mine: mine.total, decided: null };
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <nav className="tabs" aria-label={t('views.label')}>
        {views.map((name) => (
          <a key={name} href={`${path}?view=${name}`} aria-current={name === view ? 'page' : undefined}>{t(`views.${name}`)} {counts[name] === null ? null : <span className="count count-plain">{counts[name]}</span>}</a>
        ))}
      </nav>
      {shown.lines.length === 0 ? <EmptyState icon="git-pull-request-arrow" heading={t(`none.${view}`)}>{t(`noneWhy.${view}`)}</EmptyState> : <ProposalList proposals={shown.lines} form={form} path={path} />}
      <Pager page={shown.page} pages={shown.pages} hrefOf={(page) => `${path}?view=${view}&page=${page}`} />
    </>
  );
}
