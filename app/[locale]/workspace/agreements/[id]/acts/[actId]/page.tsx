import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { StrikeForm } from '#components/record/strike-form.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { strikeAgreementAct } from '../../../actions.ts';
import { agreementPage } from '../../agreement-page.ts';

type Props = PageProps<{ id: string; actId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements.strike'))('heading') };
}

export default async function StrikeActPage({ params }: Props) {
  const page = await agreementPage(params);
  const { actId } = await params;
  const act = page?.agreement.acts.find(({ id }) => id === actId);
  if (!page || !act) return notThere(params);
  const { viewer, title, path, record, agreement } = page;
  const t = await getTranslations('agreements.strike');
  const kinds = await getTranslations('vocabulary.act');
  return (
    <>
      <DeskHead title={`${t('heading')}: ${kinds(act.kind)}`} lead={<a href={path}>{title}</a>} />
      {await notAllowed(viewer, 'revise', record) ?? (
        <StrikeForm
          action={strikeAgreementAct} submit={t('submit')} back={path} words={t('what')}
          hidden={{ id: record.id, version: agreement.version, request: randomUUID(), actId }}
        />
      )}
    </>
  );
}
