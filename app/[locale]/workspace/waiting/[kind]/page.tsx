import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { recordOf, settlingActs } from '#app/settling.ts';
import { formOfPage, pageNumber, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { WaitingLines } from '#components/desk/waiting.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Pager } from '#components/pager.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { waitingKinds, type WaitingKind } from '#office/desk/desk.ts';
import { waitingOf } from '#office/desk/waiting.ts';

type Props = PageProps<{ kind: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('desk.groups'))(kindIn((await params).kind)) };
}

const perPage = 25;

/** All of one kind that wait for this person; the desk shows the most pressing. */
export default async function WaitingPage({ params, searchParams }: Props) {
  const form = await formOfPage(params);
  const kind = kindIn((await params).kind);
  const t = await getTranslations('desk');
  const group = await waitingOf(await staff(), belgradeToday(new Date()), kind);
  const path = `/${form}/workspace`;
  const lines = group?.lines ?? [];
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const page = Math.min(pages, pageNumber((await searchParams).page));
  return (
    <>
      <Breadcrumb steps={[{ href: path, label: (await getTranslations('frame.workspace'))('myDesk') }]} here={t(`groups.${kind}`)} />
      <DeskHead title={t(`groups.${kind}`)} lead={group ? t(group.total > lines.length ? 'waitingMost' : 'waitingAll', { count: group.total, shown: lines.length }) : undefined} />
      {group
        ? <WaitingLines lines={lines.slice((page - 1) * perPage, page * perPage)} form={form} hrefOf={(one) => recordOf(path, one)} actsOf={(one) => settlingActs(path, one)} />
        : <EmptyState icon="circle-check" heading={t('nothingHere')} />}
      <Pager page={page} pages={pages} hrefOf={(number) => `${path}/waiting/${kind}?page=${number}`} />
    </>
  );
}

function kindIn(word: string): WaitingKind {
  return waitingKinds.find((kind) => kind === word) ?? notFound();
}
