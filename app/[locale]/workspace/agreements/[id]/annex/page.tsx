import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowedAtAll, notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { sentByPost } from '#app/sent.ts';
import type { PageProps } from '#app/shown.ts';
import { AnnexForm } from '#components/agreement/annex-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { words } from '#messages/words.ts';
import { movesOf } from '#office/agreement/read.ts';
import { annexAgreement } from '../../actions.ts';
import { otherChoices } from '../act-choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('agreements.do'))('annex'), 'agreements', params);
}

export default async function AnnexPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { viewer, title, path, record, agreement, today } = page;
  const t = await getTranslations('agreements');
  const possible = (await movesOf(viewer, record.id, today))?.annex || await sentByPost();
  const named = (['sr-Cyrl', 'en'] as const).flatMap((form) => {
    const text = agreement.title?.[form]?.text;
    return text ? [[`otherTitle.${form}`, [`${words(form, 'vocabulary.agreementType')('annex')}: ${text}`]]] : [];
  });
  return (
    <>
      <DeskHead title={t('do.annex')} lead={<a href={path}>{title}</a>} />
      {await notAllowedAtAll(viewer, 'agreement.draft') ?? (possible ? (
        <>
          <p className="prose">{t('doWhy.annex')}</p>
          <AnnexForm
            action={annexAgreement} submit={t('do.annex')} back={path} others={await otherChoices(page)} values={Object.fromEntries(named)}
            hidden={{ id: record.id, request: randomUUID() }}
          />
        </>
      ) : <Notice tone="wait" weight="solid" heading={t('next.mayNot')}><p>{t('next.annexWhen')}</p></Notice>)}
    </>
  );
}
