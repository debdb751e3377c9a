import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { formOfPage, one, type PageProps } from '#app/shown.ts';
import { halfSecret } from '#app/viewer.ts';
import { CodeForm } from '#components/person/code-form.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { isHalfOpen } from '#office/person/half-sign-in.ts';
import { enterCode } from '../actions.ts';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  await formOfPage(params);
  return { title: (await getTranslations('signIn'))('codeHeading') };
}

/** The second step of signing in, for whoever has given the right password within ten minutes. */
export default async function CodePage({ params, searchParams }: PageProps) {
  const form = await formOfPage(params);
  const next = one((await searchParams).next) ?? '';
  const half = await halfSecret();
  const again = `/${form}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`;
  if (!half || !await isHalfOpen(half, belgradeToday(new Date()))) redirect(again);
  const t = await getTranslations('signIn');
  return (
    <>
      <h1 className="sec">{t('codeHeading')}</h1>
      <p>{t('codeWhat')}</p>
      <div className="door-fields"><CodeForm action={enterCode} hidden={{ next }} submit={t('submit')} /></div>
      <hr />
      <p className="small soft">{t('codeLost')}</p>
      <p className="small"><a href={again}>{t('codeAgain')}</a></p>
    </>
  );
}
