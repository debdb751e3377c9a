import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { safeReturnPath } from '#app/return-path.ts';
import { holderNow, secondFactorPlace } from '#app/viewer.ts';
import { Notice } from '#components/notice.tsx';
import { SignInForm } from '#components/person/sign-in-form.tsx';
import { enter } from './actions.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('signIn'))('heading') };
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const asked = await searchParams;
  const next = one(asked.next) ?? '';
  const known = await holderNow();
  if (known) redirect(`/${form}${known.mustSetUp ? secondFactorPlace : safeReturnPath(next)}`);
  const t = await getTranslations('signIn');
  return (
    <>
      <h1 className="sec">{t('heading')}</h1>
      {asked.kept === undefined ? null : <Notice tone="wait" heading={t('ended')}><p>{t('kept')}</p></Notice>}
      <div className="door-fields"><SignInForm action={enter} next={next} submit={t('submit')} /></div>
      <hr />
      <p className="small soft">{t('how')}</p>
      <p className="small"><a href={`/${form}/sign-in/forgotten`}>{t('toForgotten')}</a></p>
      <p className="small"><a href={`/${form}`}>{t('back')}</a></p>
    </>
  );
}
