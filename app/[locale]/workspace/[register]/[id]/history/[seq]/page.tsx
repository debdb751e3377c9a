import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { RecordHistory } from '#components/record/history.tsx';
import { PublishForm } from '#components/record/publish-form.tsx';
import { StoodSheet } from '#components/record/stood-sheet.tsx';
import { fieldsOf, recordAsOf } from '#office/audit/as-of.ts';
import { historyOf } from '#office/audit/read.ts';
import { wayOf } from '#office/permission.ts';
import { restore } from '../actions.ts';

type Props = PageProps<{ register: string; id: string; seq: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('record'))('pastPage.version'), (await params).register, params);
}

/** One change of a record, and the record as it stood after it; from here its text can be brought back. */
export default async function VersionPage({ params }: Props) {
  const page = await recordPage(params as RecordPageProps['params']);
  const seq = Number((await params).seq);
  if (!page || !Number.isSafeInteger(seq) || seq < 1) return notThere(params);
  const { form, viewer, record, register, title, path } = page;
  const [past] = await historyOf(viewer, record.noun, record.id, { upTo: seq, limit: 1 });
  const stood = past?.seq === seq ? await recordAsOf(viewer, record.noun, record.id, { seq }) : null;
  if (!past || !stood) return notThere(params);
  const t = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('pastPage.version')} lead={<><a href={path}>{title}</a> · <a href={`${path}/history`}>{t('history')}</a></>} />
      <RecordHistory past={[past]} noun={record.noun} form={form} />
      <section className="sec">
        <h2>{t('pastPage.stoodAfter')}</h2>
        <StoodSheet groups={await fieldsOf(viewer, record.noun, stood)} noun={record.noun} form={form} />
      </section>
      {wayOf(viewer, `${record.noun}.revise`, record.noun, record, page.office) ? (
        <section className="sec">
          <h2>{t('pastPage.restore')}</h2>
          <PublishForm action={restore} noun="record" keepAs="nothing" submit={t('pastPage.restoreSubmit')} words={t('pastPage.restoreWhat')} back={path}
            hidden={{ register, seq, id: record.id, version: record.version, request: randomUUID() }} />
        </section>
      ) : null}
    </>
  );
}
