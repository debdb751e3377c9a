import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { holder } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { BackLink } from '#components/record/back-link.tsx';
import { ProveForm } from '#components/person/prove-form.tsx';
import { QrPicture } from '#components/person/qr-picture.tsx';
import { waitingKey } from '#office/person/second-factor.ts';
import { prove } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondFactor'))('setUp') };
}

/** The key as a picture and as text, and the first code that proves that the app has it. */
export default async function SetUpPage({ params }: PageProps) {
  const { staff: viewer } = await holder();
  const form = await formOfPage(params);
  const t = await getTranslations('secondFactor');
  const waiting = await waitingKey(viewer);
  const here = `/${form}/workspace/me/second-factor`;
  return (
    <>
      <DeskHead title={t('setUp')} lead={<a href={here}>{t('heading')}</a>} />
      <ProveForm action={prove} submit={t('prove')} hidden={{ request: randomUUID() }} beside={<BackLink href={here} />} then={`/${form}/workspace`}>
        {waiting ? (
          <ol className="prose factor-steps">
            <li>{t('stepApp')}</li>
            <li>
              {t('stepScan')}
              <QrPicture text={waiting.address} label={t('picture')} />
              <p>{t('stepType')}</p>
              <p className="factor-key" lang="en">{waiting.key.match(/.{1,4}/g)?.join(' ')}</p>
            </li>
            <li>{t('stepCode')}</li>
          </ol>
        ) : <p className="prose">{t('noKey')} <a href={here}>{t('beginAnew')}</a></p>}
      </ProveForm>
    </>
  );
}
