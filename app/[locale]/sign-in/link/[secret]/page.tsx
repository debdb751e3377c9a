import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '#app/answer.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { Notice } from '#components/notice.tsx';
import { LinkForm } from '#components/person/link-form.tsx';
import { openLink } from '#office/person/link.ts';
import { shortest } from '#office/person/passphrase.ts';
import { choosePassword, enterFirstPerson } from './actions.ts';

type Props = PageProps<{ secret: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await formOfPage(params);
  // The secret stands in this page's address, so no other site is told it. Under `no-referrer` a browser would also hide
  // where the form was posted from, and the front door refuses such a post.
  return { title: (await getTranslations('signIn'))('invitation'), referrer: 'same-origin' };
}

export default async function LinkPage({ params, searchParams }: Props) {
  const form = await formOfPage(params);
  const { secret } = await params;
  const t = await getTranslations('signIn');
  const link = await openLink(secret);
  if (!link) {
    answer(410);
    return (
      <>
        <h1 className="sec">{t('linkGone')}</h1>
        <p>{t('linkGoneWhy')}</p>
        <p><a href={`/${form}/sign-in`}>{t('toSignIn')}</a></p>
      </>
    );
  }
  const first = link.purpose === 'set_up';
  return (
    <>
      <h1 className="sec">{t(first ? 'setUp' : 'invitation')}</h1>
      {first || (await searchParams).short === undefined ? null : <Notice tone="wait" heading={t('short')}><p>{t('shortWhy', { min: shortest.alone })}</p></Notice>}
      <p>{t(first ? 'setUpWhy' : 'invitationWhy')}</p>
      <div className="door-fields">
        <LinkForm action={first ? enterFirstPerson : choosePassword} token={secret} who={first ? 'asked' : 'known'} submit={t('setPassword')} />
      </div>
    </>
  );
}
