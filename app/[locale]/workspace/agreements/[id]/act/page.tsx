import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notAllowed, notThere } from '#app/record-page.tsx';
import type { PageProps } from '#app/shown.ts';
import { ActForm } from '#components/agreement/act-form.tsx';
import { NextActs } from '#components/agreement/moves.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { movesOf } from '#office/agreement/read.ts';
import { recordAgreementAct } from '../../actions.ts';
import { partyChoices } from '../../choices.ts';
import { agreementPage } from '../agreement-page.ts';

type Props = PageProps<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreements.act'))('heading') };
}

export default async function RecordActPage({ params }: Props) {
  const page = await agreementPage(params);
  if (!page) return notThere(params);
  const { form, viewer, title, path, record, agreement, today } = page;
  const t = await getTranslations('agreements');
  const moves = (await movesOf(viewer, record.id, today) ?? []).filter(({ kind }) => kind !== 'signature');
  const kinds = moves.filter(({ unmet }) => unmet.length === 0).map(({ kind }) => kind);
  const old = record.verification === 'unverified' ? <ButtonLink href={`${path}/old-act`} kind="line">{t('act.old')}</ButtonLink> : null;
  return (
    <>
      <DeskHead title={t('act.heading')} lead={<a href={path}>{title}</a>} acts={old} />
      {await notAllowed(viewer, 'recordAct', record) ?? (
        <div className="split">
          {kinds.length ? (
            <ActForm
              action={recordAgreementAct} submit={t('act.submit')} back={path} kinds={kinds} parties={partyChoices(agreement, form, t('hiddenParty'))}
              hidden={{ id: record.id, version: agreement.version, request: randomUUID() }}
            />
          ) : <p className="prose">{t('act.none')}</p>}
          <aside aria-label={t('desk.next')}><h2>{t('desk.next')}</h2><p className="small soft">{t('act.lead')}</p><NextActs moves={moves} form={form} /></aside>
        </div>
      )}
    </>
  );
}
