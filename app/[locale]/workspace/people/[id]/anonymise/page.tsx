import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { AnonymiseForm } from '#components/person/person-forms.tsx';
import { markOf } from '#office/person/person.ts';
import { personById } from '#office/person/read.ts';
import { anonymise } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('anonymise') };
}

/** Says what will be erased and what stays, before it is done for good. Only for a colleague who has no access any more. */
export default async function AnonymisePage({ params }: Props) {
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  if (!viewer || !person || person.id === viewer.id || !person.deactivatedAt || person.anonymisedAt) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const record = await getTranslations('record');
  return (
    <>
      <DeskHead title={t('anonymise')} lead={person.name} />
      <Notice tone="harm" icon="octagon-exclamation-point" weight="solid" heading={t('anonymiseForGood')}>
        <p>{t('anonymiseGoes')}</p>
        <p>{t('anonymiseStays', { mark: record('former', { mark: markOf(person.id) }) })}</p>
      </Notice>
      <AnonymiseForm action={anonymise} submit={t('anonymiseDo')} back={`/${form}/workspace/people/${person.id}`} hidden={{ id: person.id, version: person.version, request: randomUUID() }} />
    </>
  );
}
