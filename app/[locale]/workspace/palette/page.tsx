import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { paletteFor } from '#app/palette/answer.ts';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { PaletteList } from '#components/desk/palette-list.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { EmptyState } from '#components/empty-state.tsx';
import { Icon } from '#components/icon.tsx';
import { belgradeToday } from '#messages/dates.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('palette'))('heading') };
}

/** The palette as a page of its own, for whoever has no scripts or came by its link. */
export default async function PalettePage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const t = await getTranslations('palette');
  const q = one((await searchParams).q) ?? '';
  const groups = await paletteFor(viewer, { q, visited: [], form, today: belgradeToday(new Date()) });
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <div className="palette">
        <search>
          <form className="find palette-find" action={`/${form}/workspace/palette`}>
            <label className="hide" htmlFor="palette-page-q">{t('label')}</label>
            <input id="palette-page-q" type="search" name="q" defaultValue={q} autoComplete="off" maxLength={200} />
            <button type="submit"><Icon name="search" />{t('search')}</button>
          </form>
        </search>
        {groups.length > 0 ? <PaletteList groups={groups} /> : <EmptyState icon="search" heading={t('nothing')}>{t('nothingHow')}</EmptyState>}
      </div>
    </>
  );
}
