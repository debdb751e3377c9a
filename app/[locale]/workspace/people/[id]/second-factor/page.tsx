import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { ConfirmForm } from '#components/confirm-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { personById } from '#office/person/read.ts';
import { reset } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('resetTitle') };
}

/** An admin takes the second factor from somebody who has lost it. His own he switches off on his own page. */
export default async function ResetFactorPage({ params }: PageProps<{ id: string }>) {
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  if (!viewer || !person || person.id === viewer.id) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('secondFactor');
  const back = `/${form}/workspace/people/${person.id}`;
  return (
    <>
      <DeskHead title={t('resetTitle')} lead={<a href={back}>{person.name}</a>} />
      {person.secondFactorSince ? (
        <ConfirmForm action={reset} noun="person" kind="harm" submit={t('resetDo')} hidden={{ id: person.id, version: person.version, request: randomUUID() }} beside={<BackLink href={back} />}>
          <p className="prose">{t('resetWhat')}</p>
        </ConfirmForm>
      ) : <p className="prose">{t('resetNone')} <a href={back}>{person.name}</a></p>}
    </>
  );
}
