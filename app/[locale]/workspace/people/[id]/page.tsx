import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { scopeTitles } from '#app/scope-titles.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { AccountAccess } from '#components/person/account-access.tsx';
import { GrantList } from '#components/person/grant-list.tsx';
import { StateLine } from '#components/person/people-table.tsx';
import { PastOfPersonList } from '#components/person/past.tsx';
import { GrantForm, PersonForm } from '#components/person/person-forms.tsx';
import { PersonTitle } from '#components/person/person-title.tsx';
import { Notice } from '#components/notice.tsx';
import { capital } from '#messages/capital.ts';
import { belgradeToday } from '#messages/dates.ts';
import { isLinkStuck } from '#office/mail/read.ts';
import { formerName } from '#office/former.ts';
import { pastOfPerson } from '#office/person/past.ts';
import { authors } from '#office/audit/office-history.ts';
import { personById } from '#office/person/read.ts';
import { cancelLink, grant, makeReset, renewLink, revisePerson } from '../actions.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('people');
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  return { title: person ? person.name ?? capital(formerName(person.id, await formOfPage(params))) : t('person') };
}

/** One colleague: roles, account, access, and the history of all three. Of somebody anonymised, what is left to read. */
export default async function PersonPage({ params }: Props) {
  const viewer = await admin();
  const person = viewer && await personById(viewer, (await params).id);
  if (!viewer || !person) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('people');
  const mail = await getTranslations('outbox');
  const today = belgradeToday(new Date());
  const path = `/${form}/workspace/people/${person.id}`;
  const past = await pastOfPerson(viewer, person.id);
  const titles = await scopeTitles(viewer, [...person.grants, ...past.flatMap(({ given, taken }) => [...given, ...taken])]);
  const hidden = () => ({ id: person.id, version: person.version, request: randomUUID() });
  const linkAt = `${process.env.PUBLIC_URL ?? ''}/${form}/sign-in/link/`;
  const fields = { name: [person.name ?? ''], email: [person.email ?? ''], writtenForm: [person.writtenForm], expiresOn: person.expiresOn ? [person.expiresOn] : [] };
  const is = person.anonymisedAt ? 'former' : person.id === viewer.id ? 'oneself' : 'colleague';
  return (
    <>
      <DeskHead title={<PersonTitle person={person} />} lead={<><a href={`/${form}/workspace/people`}>{t('heading')}</a> · <StateLine person={person} form={form} today={today} /></>} />
      <section className="sec">
        <h2>{t('roles')}</h2>
        <GrantList grants={person.grants} form={form} titles={titles} today={today}
          takeAt={is === 'former' ? undefined : (grantId) => `${path}/roles/${grantId}`} />
      </section>
      {is === 'former' ? null : (
        <>
          <section className="sec">
            <h2>{t('giveRole')}</h2>
            {is === 'oneself' ? <p className="soft">{t('notOneself')}</p> : <GrantForm action={grant} submit={t('giveRole')} hidden={hidden()} />}
          </section>
          <section className="sec">
            <h2>{t('details')}</h2>
            <PersonForm action={revisePerson} submit={t('saveDetails')} hidden={hidden()} values={fields} />
          </section>
          {await isLinkStuck(viewer, person.id) ? <Notice tone="wait" icon="send" heading={mail('linkStuck')}><p>{mail('linkStuckWhy')}</p></Notice> : null}
          <AccountAccess
            person={person} form={form} is={is} path={path} linkAt={linkAt} hidden={hidden}
            actions={{ cancelLink, makeReset, renewLink }}
          />
        </>
      )}
      <section className="sec">
        <h2>{t('past')}</h2>
        <p className="prose soft">{t('pastWhat')}</p>
        {(await authors(viewer)).some(({ id }) => id === person.id) ? <p><a href={`/${form}/workspace/history?who=${person.id}`}>{t('work')}</a></p> : null}
        <PastOfPersonList past={past} titles={titles} form={form} />
      </section>
    </>
  );
}
