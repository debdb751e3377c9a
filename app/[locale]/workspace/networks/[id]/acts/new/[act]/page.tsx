import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { sentByPost } from '#app/sent.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { MembershipLead } from '#components/membership/lead.tsx';
import { AccessionPath } from '#components/membership/path.tsx';
import { Notice } from '#components/notice.tsx';
import { RecordActForm } from '#components/record/act-form.tsx';
import { NextActs } from '#components/record/next-acts.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { neededBy } from '#office/membership/entry.ts';
import { nextActs, stateOn, membershipActKinds } from '#office/membership/membership.ts';
import { membershipById } from '#office/membership/read.ts';
import { recordMembershipAct } from '../../../../actions.ts';

type Props = PageProps<{ id: string; act: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = named((await params).act);
  return titled(kind ? (await getTranslations('networks.do'))(kind) : '', 'networks', params);
}

export default async function NewMembershipActPage({ params, searchParams }: Props) {
  const page = await recordOf('networks', params);
  const held = page && await membershipById(page.viewer, page.record.id);
  const kind = named((await params).act);
  if (!page || !held || !kind) return notThere(params);
  const { form, record, path } = page;
  const today = belgradeToday(new Date());
  const t = await getTranslations('record.acts');
  const verbs = await getTranslations('networks.do');
  const way = await wayTo(page, { verb: 'recordAct', version: record.version, submit: verbs(kind) }, searchParams);
  const next = nextActs(held.acts, today);
  return (
    <>
      <DeskHead title={verbs(kind)} lead={<MembershipLead path={path} name={page.title} code={record.code} />} states={<Standing of="membership" standing={stateOn(held.acts, today)} gender="neuter" />} />
      <div className="field"><AccessionPath acts={held.acts} form={form} /></div>
      {way.told}
      {way.refusal ?? (next.includes(kind) || await sentByPost() ? (
        <RecordActForm
          action={recordMembershipAct} noun="membership" submit={way.face.submit} values={way.face.values} back={path} known={held.acts.map(({ id }) => id)} needs={neededBy(kind)}
          hidden={{ ...(way.proposes ? way.face.hidden : { id: record.id, request: randomUUID() }), kind }}
        />
      ) : (
        <Notice tone="wait" weight="solid" heading={t('mayNot')}>
          <p>{t('mayFollow')}:</p>
          <NextActs path={path} acts={next.map((one) => ({ kind: one, verb: verbs(one) }))} may={record.verification === 'unverified' ? ['record', 'recordOld'] : ['record']} />
        </Notice>
      ))}
    </>
  );
}

/** The kind of act that the address names. */
function named(name: string) {
  return membershipActKinds.find((kind) => kind.replaceAll('_', '-') === name) ?? null;
}
