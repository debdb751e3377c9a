import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notThere, recordOf } from '#app/record-page.tsx';
import { titled } from '#app/record-title.ts';
import { sentByPost } from '#app/sent.ts';
import type { PageProps } from '#app/shown.ts';
import { wayTo } from '#app/way.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { ProjectWay } from '#components/project/way.tsx';
import { Notice } from '#components/notice.tsx';
import { RecordActForm } from '#components/record/act-form.tsx';
import { NextActs } from '#components/record/next-acts.tsx';
import { Standing } from '#components/standing.tsx';
import { belgradeToday } from '#messages/dates.ts';
import { neededBy } from '#office/project/entry.ts';
import { nextActs, projectActKinds, projectState } from '#office/project/project.ts';
import { projectById } from '#office/project/read.ts';
import { recordProjectAct } from '../../../../actions.ts';

type Props = PageProps<{ id: string; act: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const kind = named((await params).act);
  return titled(kind ? (await getTranslations('projects.do'))(kind) : '', 'projects', params);
}

export default async function NewProjectActPage({ params, searchParams }: Props) {
  const page = await recordOf('projects', params);
  const held = page && await projectById(page.viewer, page.record.id);
  const kind = named((await params).act);
  if (!page || !held || !kind) return notThere(params);
  const { form, record, path } = page;
  const today = belgradeToday(new Date());
  const t = await getTranslations('record.acts');
  const verbs = await getTranslations('projects.do');
  const way = await wayTo(page, { verb: 'recordAct', version: record.version, submit: verbs(kind) }, searchParams);
  const next = nextActs(projectState(held.acts, today));
  return (
    <>
      <DeskHead title={verbs(kind)} lead={<a href={path}>{page.title}</a>} states={<Standing of="project" standing={projectState(held.acts, today)} />} />
      <div className="field"><ProjectWay acts={held.acts} form={form} today={today} /></div>
      {way.told}
      {way.refusal ?? (next.includes(kind) || await sentByPost() ? (
        <RecordActForm
          action={recordProjectAct} noun="project" submit={way.face.submit} values={way.face.values} back={path} known={held.acts.map(({ id }) => id)} needs={neededBy(kind)}
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
  return projectActKinds.find((kind) => kind.replaceAll('_', '-') === name) ?? null;
}
