import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { safeReturnPath } from '#app/return-path.ts';
import { viewerNow } from '#app/viewer.ts';
import { SignInForm } from '#components/person/sign-in-form.tsx';
import { enter } from './actions.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('signIn'))('heading') };
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const next = one((await searchParams).next) ?? '';
  if ((await viewerNow()).kind === 'staff') redirect(`/${form}${safeReturnPath(next)}`);
  const t = await getTranslations('signIn');
  return (
    <>
      <h1 className="sec">{t('heading')}</h1>
      <div className="door-fields"><SignInForm action={enter} next={next} submit={t('submit')} /></div>
      <hr />
      <p className="small soft">{t('how')}</p>
      <p className="small"><a href={`/${form}`}>{t('back')}</a></p>
    </>
  );
}
