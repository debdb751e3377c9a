import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { scopeTitles } from '#app/scope-titles.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { GrantList } from '#components/person/grant-list.tsx';
import { OwnProfileForm } from '#components/person/own-forms.tsx';
import { PersonAct } from '#components/person/person-forms.tsx';
import { SessionList } from '#components/person/session-list.tsx';
import { belgradeToday, writeDay, writeInstant } from '#messages/dates.ts';
import { ownRecord } from '#office/person/own.ts';
import { sessionsOf } from '#office/person/own-session.ts';
import { endEverywhere, endEverywhereElse, endOne, reviseOwn } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('me'))('heading') };
}

/** One's own page: profile, how one signs in, what one may, where one is signed in. */
export default async function OwnPage({ params }: PageProps) {
  const viewer = await staff();
  const form = await formOfPage(params);
  const t = await getTranslations('me');
  const mail = await getTranslations('ownMail');
  const [own, sessions] = await Promise.all([ownRecord(viewer), sessionsOf(viewer)]);
  if (!own) return null;
  const path = `/${form}/workspace/me`;
  const values = { name: [own.name ?? ''], writtenForm: [own.writtenForm] };
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <section className="sec" id="profile">
        <h2>{t('profile')}</h2>
        <OwnProfileForm action={reviseOwn} submit={t('saveProfile')} values={values} hidden={{ version: own.version, request: randomUUID() }} />
      </section>
      <section className="sec" id="sign-in">
        <h2>{t('signIn')}</h2>
        <ul className="todo">
          <li><div>{t('email')}<small lang="en">{own.email}</small></div><a className="btn btn-line btn-sm" href={`${path}/email`}>{t('changeEmail')}</a></li>
          <li>
            <div>{t('password')}<small>{own.passwordChangedAt ? t('passwordSince', { day: writeInstant(own.passwordChangedAt, form, 'sentence') }) : null}</small></div>
            <a className="btn btn-line btn-sm" href={`${path}/password`}>{t('changePassword')}</a>
          </li>
          <li>
            <div>{t('factor')}<small>{own.secondFactorSince ? t('factorSince', { day: writeInstant(own.secondFactorSince, form, 'sentence') }) : t('factorNone')}</small></div>
            <a className="btn btn-line btn-sm" href={`${path}/second-factor`}>{t('toFactor')}</a>
          </li>
        </ul>
        <p><a href={`${path}/mail`}>{mail('link')}</a></p>
        {own.expiresOn ? <p className="soft">{t('expires', { day: writeDay(own.expiresOn, form, 'sentence') })}</p> : null}
      </section>
      <section className="sec" id="roles">
        <h2>{t('roles')}</h2>
        <GrantList grants={own.grants} form={form} today={belgradeToday(new Date())} titles={await scopeTitles(viewer, own.grants)} />
        <p><a href={`/${form}/workspace/rights`}>{t('toRights')}</a></p>
      </section>
      <section className="sec" id="sessions">
        <h2>{t('sessions')}</h2>
        <p className="prose soft">{t('sessionsWhat')}</p>
        <SessionList sessions={sessions} form={form} end={(session, label) => <PersonAct action={endOne} kind="line" submit={label} hidden={{ session, request: randomUUID() }} />} />
        <div className="btns">
          {sessions.length > 1 ? <PersonAct action={endEverywhereElse} submit={t('endOthers')} hidden={{ request: randomUUID() }} /> : null}
          <PersonAct action={endEverywhere} kind="harm" submit={t('endAll')} hidden={{ request: randomUUID() }} />
        </div>
      </section>
    </>
  );
}
