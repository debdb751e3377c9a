import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { GrantList } from '#components/person/grant-list.tsx';
import { GrantForm, PersonAct, PersonForm } from '#components/person/person-forms.tsx';
import { personById } from '#office/person/read.ts';
import { deactivate, grant, reactivate, renewLink, revisePerson, revoke } from '../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') };
}

export default async function PersonPage({ params }: Props) {
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  if (!viewer || !person) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const hidden = () => ({ id: person.id, version: person.version, request: randomUUID() });
  const oneself = person.id === viewer.id;
  const fields = { name: [person.name ?? ''], email: [person.email ?? ''], writtenForm: [person.writtenForm], expiresOn: person.expiresOn ? [person.expiresOn] : [] };
  return (
    <>
      <DeskHead title={person.name ?? t('erased')} lead={<a href={`/${form}/workspace/people`}>{t('heading')}</a>} />
      <section className="sec">
        <h2>{t('roles')}</h2>
        <GrantList grants={person.grants} form={form}
          revoke={(grantId, label) => <PersonAct key={grantId} kind="harm" action={revoke} submit={label} hidden={{ ...hidden(), grantId }} />} />
      </section>
      <section className="sec">
        <h2>{t('giveRole')}</h2>
        {oneself ? <p className="soft">{t('notOneself')}</p> : <GrantForm action={grant} submit={t('giveRole')} hidden={hidden()} />}
      </section>
      <section className="sec">
        <h2>{t('details')}</h2>
        <PersonForm action={revisePerson} submit={t('saveDetails')} hidden={hidden()} values={fields} />
      </section>
      <section className="sec">
        <h2>{t('access')}</h2>
        <p className="prose soft">{t('accessWhat')}</p>
        <PersonAct action={renewLink} submit={t('newLink')} hidden={hidden()} linkAt={`${process.env.PUBLIC_URL ?? ''}/${form}/sign-in/link/`} back={`/${form}/workspace/people/${person.id}`} />
        {person.deactivatedAt
          ? <PersonAct action={reactivate} submit={t('reactivate')} hidden={hidden()} />
          : <PersonAct action={deactivate} kind="harm" submit={t('deactivate')} hidden={hidden()} />}
      </section>
    </>
  );
}
