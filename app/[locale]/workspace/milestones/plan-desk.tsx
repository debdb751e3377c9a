import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { folderOf } from '#app/registers.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import type { HrefOf } from '#components/milestone/desk-reference.tsx';
import { OnePressForm } from '#components/milestone/one-press-form.tsx';
import { PlanLines } from '#components/milestone/plan-lines.tsx';
import { PlanTabs, type PlanView } from '#components/milestone/plan-tabs.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { planCounts, type MilestoneLine } from '#office/milestone/plan.ts';
import { permits } from '#office/permission.ts';
import { colleagueNames } from '#office/person/names.ts';
import type { Staff } from '#office/viewer.ts';
import { takeOverMilestone } from './actions.ts';

type Frame = { form: WrittenForm; viewer: Staff; view: PlanView; today: string; children: ReactNode };

/** The head of a view of the plan, and the way to the others. */
export async function PlanDesk({ form, viewer, view, today, children }: Frame) {
  const t = await getTranslations('milestones');
  const path = `/${form}/workspace/milestones`;
  return (
    <>
      <DeskHead title={t(`plan.views.${view}`)} lead={t(`plan.leads.${view}`)} acts={permits(viewer, 'milestone.draft', null) ? <ButtonLink href={`${path}/new`} icon="plus">{t('new')}</ButtonLink> : null} />
      <PlanTabs path={path} current={view} counts={await planCounts(viewer, today)} />
      {children}
    </>
  );
}

/** Lines of the plan with what this viewer may do with each. */
export async function PlanList({ lines, form, viewer, view, today }: Omit<Frame, 'children'> & { lines: readonly MilestoneLine[] }) {
  const t = await getTranslations('milestones.plan.acts');
  return (
    <PlanLines
      lines={lines} form={form} today={today} path={`/${form}/workspace/milestones`} hrefOf={deskHref(form)} owners={await namesOf(viewer, form)}
      may={(line, verb) => permits(viewer, `milestone.${verb}`, line) && (verb !== 'takeOver' || line.ownerId !== viewer.id)}
      takeOver={(line) => <OnePressForm action={takeOverMilestone} words={t('takeOver')} of={textIn(line.title, form)} hidden={{ id: line.id, version: line.version, request: randomUUID(), from: view }} />}
    />
  );
}

/** Where the workspace keeps a record. */
export function deskHref(form: WrittenForm): HrefOf {
  return (noun, id) => `/${form}/workspace/${folderOf(noun)}/${id}`;
}

/** Names of those who work or worked here, by their ids. */
export function namesOf(viewer: Staff, form: WrittenForm): Promise<Map<string, string>> {
  return colleagueNames(viewer, form);
}
