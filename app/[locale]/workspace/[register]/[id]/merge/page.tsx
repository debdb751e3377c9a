import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { doubleIn } from '#app/merging.ts';
import { notThere, recordPage, type RecordPage, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { one } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { DoubleSearch } from '#components/record/double-search.tsx';
import { MergeForm } from '#components/record/merge-form.tsx';
import { mergeChoices } from '#components/record/merge-choices.ts';
import { textIn } from '#messages/local-text.ts';
import { doublesOf, pairOf } from '#office/double/read.ts';
import { recordHead } from '#office/record.ts';
import { merge } from './actions.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('merge'))('heading'), (await params).register, params);
}

/** First which record is the double, then both side by side. */
export default async function MergePage({ params, searchParams }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page) return notThere(params);
  const { record, title, path } = page;
  const t = await getTranslations('merge');
  const query = await searchParams;
  const way = await wayTo(page, { verb: 'merge', version: record.version }, searchParams);
  // One's own proposal, opened again, names its double, until another is looked for.
  const doubleId = one(query.with) ?? (query.q === undefined ? doubleIn(way.face.values)?.id : undefined);
  return (
    <>
      <DeskHead title={t(way.proposes ? 'headingProposed' : 'heading')} lead={<a href={path}>{title}</a>} />
      {way.refusal ?? (doubleId ? <SideBySide page={page} doubleId={doubleId} way={way} proposal={one(query.proposal)} /> : <Search page={page} q={one(query.q)} proposal={one(query.proposal)} />)}
    </>
  );
}

type Way = Awaited<ReturnType<typeof wayTo>>;

/** `proposal`: one's own that is amended, which goes along. */
async function Search({ page: { form, viewer, record, title, path }, q, proposal }: { page: RecordPage; q: string | undefined; proposal: string | undefined }) {
  const carried: Record<string, string> = proposal ? { proposal } : {};
  const found = await doublesOf(viewer, record.noun, record.id, q ?? title);
  return <DoubleSearch action={`${path}/merge`} q={q ?? title} form={form} found={found} carried={carried} hrefOf={(id) => `${path}/merge?${String(new URLSearchParams({ with: id, ...carried }))}`} />;
}

async function SideBySide({ page, doubleId, way, proposal }: { page: RecordPage; doubleId: string; way: Way; proposal: string | undefined }) {
  const { form, viewer, register, record, title, path } = page;
  const [pair, double] = await Promise.all([pairOf(viewer, record.noun, record.id, doubleId), recordHead(viewer, record.noun, doubleId)]);
  if (!pair || !double) return <Search page={page} q={undefined} proposal={proposal} />;
  const t = await getTranslations('merge');
  const fields = await getTranslations('fields');
  const label = (field: string) => {
    const place = [`${record.noun}.${field}`, `any.${field}`].find((key) => fields.has(key));
    return place ? fields(place) : field;
  };
  const doubleTitle = textIn(double.title, form) || double.code;
  const { values, hidden } = way.face;
  const proposed = doubleIn(values);
  return (
    <>
      {way.told}
      <MergeForm
        action={merge} noun="merge" kind={way.proposes ? 'main' : 'harm'} submit={way.proposes ? way.face.submit : t('submit', { code: double.code })} back={proposal ? `${path}/merge?${String(new URLSearchParams({ q: title, proposal }))}` : `${path}/merge`} keepAs={doubleId}
        values={values} hidden={{ ...hidden, register, doubleId, doubleVersion: pair.doubleVersion }}
        kept={{ title, code: record.code }} double={{ title: doubleTitle, code: double.code, href: `/${form}/workspace/${register}/${double.id}` }}
        choices={mergeChoices(pair.fields, form, label)} taken={proposed?.id === doubleId ? proposed.take : null} moves={pair} alone={!way.proposes}
      />
    </>
  );
}
