import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { Notice } from '#components/notice.tsx';
import { ForgottenForm } from '#components/person/forgotten-form.tsx';
import { mailWorks } from '#office/posting.ts';
import { askForNewPassword } from './actions.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('signIn'))('forgotten') };
}

/** For whoever has forgotten his password. It answers the same to every address, and where no letters go out it says whom to ask. */
export default async function ForgottenPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const t = await getTranslations('signIn');
  const { sent } = await searchParams;
  return (
    <>
      <h1 className="sec">{t('forgotten')}</h1>
      {sent !== undefined && mailWorks() ? <Notice tone="live" heading={t('forgottenSent')}><p>{t('forgottenSentWhat')}</p></Notice> : null}
      {sent === undefined && mailWorks() ? (
        <>
          <p>{t('forgottenWhat')}</p>
          <div className="door-fields"><ForgottenForm action={askForNewPassword} submit={t('forgottenSubmit')} /></div>
        </>
      ) : null}
      {mailWorks() ? null : <p>{t('forgottenNoMail')}</p>}
      <p className="small"><a href={`/${form}/sign-in`}>{t('toSignIn')}</a></p>
    </>
  );
}
