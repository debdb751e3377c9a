import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere, recordPage, type RecordPageProps } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { hasAddress } from '#app/registers.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { AddressForm } from '#components/record/address-form.tsx';
import { readdress } from '../actions.ts';

export async function generateMetadata({ params }: RecordPageProps): Promise<Metadata> {
  return titled((await getTranslations('record'))('readdress.heading'), (await params).register, params);
}

export default async function AddressPage({ params }: RecordPageProps) {
  const page = await recordPage(params);
  if (!page || !hasAddress(page.register)) return notThere(params);
  const { viewer, register, record, title, path } = page;
  const t = await getTranslations('record.readdress');
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'readdress', record) ?? (
        <AddressForm
          action={readdress} noun="record" submit={t('submit')} back={path} words={t('what')} values={{ slug: [record.slug] }}
          hidden={{ register, id: record.id, version: record.version, request: randomUUID() }}
        />
      )}
    </>
  );
}
