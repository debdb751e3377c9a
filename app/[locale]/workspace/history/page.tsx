import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listQuery } from '#app/asked-list.ts';
import { folderOf } from '#app/registers.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { NotUnderstood } from '#components/not-understood.tsx';
import { OfficeHistory } from '#components/record/office-history.tsx';
import { OfficeHistoryFilter } from '#components/record/office-history-filter.tsx';
import { authors, officeHistory } from '#office/audit/office-history.ts';
import { nouns } from '#office/permission.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('officeHistory'))('heading') };
}

/** What was done in the office: by whom, to what, when, as far as the reader may see the records. */
export default async function OfficeHistoryPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('officeHistory');
  const query = await searchParams;
  const asked = listQuery();
  const people = await authors(viewer);
  const chosen = {
    who: asked.chosen('who', query.who, [...people.map(({ id }) => id), 'system']).at(0),
    noun: asked.chosen('noun', query.noun, nouns).at(0),
    from: asked.day('from', query.from),
    to: asked.day('to', query.to),
  };
  const { changes, next } = await officeHistory(viewer, { ...chosen, before: asked.number('before', query.before, 1, Number.MAX_SAFE_INTEGER), limit: 50 });
  const here = `/${form}/workspace/history`;
  const older = new URLSearchParams(Object.entries({ ...chosen, before: next ? String(next) : undefined }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <NotUnderstood strange={asked.strange} />
      <OfficeHistoryFilter action={here} people={people} {...chosen} />
      {changes.length === 0 ? <EmptyState icon="rotate-ccw-clock" heading={t('none')}><a href={here}>{t('all')}</a></EmptyState> : null}
      <OfficeHistory changes={changes} form={form} hrefOf={(noun, id, seq) => `/${form}/workspace/${folderOf(noun)}/${id}/history/${seq}`} />
      {next ? <p><a href={`${here}?${older}`} rel="next">{t('older')}</a></p> : null}
    </>
  );
}
