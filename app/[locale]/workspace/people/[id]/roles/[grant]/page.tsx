import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { scopeTitles } from '#app/scope-titles.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { GrantList } from '#components/person/grant-list.tsx';
import { ReasonedAct } from '#components/person/person-forms.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { personById } from '#office/person/read.ts';
import { revoke } from '../../../actions.ts';

type Props = PageProps<{ id: string; grant: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('takeRoleTitle') };
}

/** Takes one role back, with the reason that the history keeps. */
export default async function TakeRolePage({ params }: Props) {
  const { id, grant: grantId } = await params;
  const viewer = await admin();
  const person = viewer && await personById(viewer, id);
  const grants = person?.grants.filter((one) => one.id === grantId) ?? [];
  if (!viewer || !person || grants.length === 0 || person.anonymisedAt) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  return (
    <>
      <DeskHead title={t('takeRoleTitle')} lead={person.name} />
      <p className="prose">{t('takeRoleWhat')}</p>
      <GrantList grants={grants} form={form} titles={await scopeTitles(viewer, grants)} today={belgradeToday(new Date())} />
      <ReasonedAct
        kind="harm" action={revoke} submit={t('takeRoleDo')} back={`/${form}/workspace/people/${person.id}`}
        hidden={{ id: person.id, version: person.version, request: randomUUID(), grantId }}
      />
    </>
  );
}
