import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { ReasonedAct } from '#components/person/person-forms.tsx';
import { personById } from '#office/person/read.ts';
import { deactivate, reactivate } from '../../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('people');
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  return { title: t(person?.deactivatedAt ? 'reactivate' : 'deactivateTitle') };
}

/** Ends a colleague's access, or gives it back, with the reason that the history keeps. */
export default async function AccessPage({ params }: Props) {
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  if (!viewer || !person || person.anonymisedAt) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const shared = { back: `/${form}/workspace/people/${person.id}`, hidden: { id: person.id, version: person.version, request: randomUUID() } };
  return (
    <>
      <DeskHead title={t(person.deactivatedAt ? 'reactivate' : 'deactivateTitle')} lead={person.name} />
      <p className="prose">{t(person.deactivatedAt ? 'reactivateWhat' : 'deactivateWhat')}</p>
      {person.deactivatedAt
        ? <ReasonedAct {...shared} action={reactivate} submit={t('reactivate')} />
        : <ReasonedAct {...shared} kind="harm" action={deactivate} submit={t('deactivate')} />}
    </>
  );
}
