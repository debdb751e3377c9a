import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import type { PageProps } from '#app/shown.ts';
import { actWord } from '#components/agreement/act-word.ts';
import { StrikeForm } from '#components/record/strike-form.tsx';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { strikeAgreementAct } from '../../../actions.ts';
import { agreementPage } from '../../agreement-page.ts';

type Props = PageProps<{ id: string; actId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return titled((await getTranslations('agreements.strike'))('heading'), 'agreements', params);
}

export default async function StrikeActPage({ params, searchParams }: Props) {
  const page = await agreementPage(params);
  const { actId } = await params;
  const act = page?.agreement.acts.find(({ id }) => id === actId);
  if (!page || !act) return notThere(params);
  const { title, path, record } = page;
  const t = await getTranslations('agreements.strike');
  const kinds = await getTranslations('vocabulary.act');
  const way = await wayTo(page, { verb: 'revise', deed: 'agreement.strikeAct', version: record.version, submit: t('submit') }, searchParams);
  return (
    <>
      <DeskHead title={`${t('heading')}: ${kinds(actWord(act.kind, page.agreement))}`} lead={<a href={path}>{title}</a>} />
      {way.told}
      {way.refusal ?? (
        <StrikeForm
          action={strikeAgreementAct} submit={way.face.submit} values={way.face.values} back={path} words={t('what')}
          hidden={{ ...way.face.hidden, actId }}
        />
      )}
    </>
  );
}
