import type { ReactNode } from 'react';
import { AgreementShown } from '#app/[locale]/(public)/agreements/[slug]/shown.tsx';
import { NetworkShown } from '#app/[locale]/(public)/networks/[slug]/shown.tsx';
import { PartnerShown } from '#app/[locale]/(public)/partners/[slug]/shown.tsx';
import { ProgrammeShown } from '#app/[locale]/(public)/programmes/[slug]/shown.tsx';
import { ProjectShown } from '#app/[locale]/(public)/projects/[slug]/shown.tsx';
import { belgradeToday } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { agreementBySlug } from '#office/agreement/read.ts';
import { membershipById } from '#office/membership/read.ts';
import { organisationBySlug } from '#office/organisation/read.ts';
import { programmeBySlug } from '#office/programme/read.ts';
import { projectBySlug } from '#office/project/read.ts';
import { documentById } from '#office/document/read.ts';
import { milestoneById } from '#office/milestone/read.ts';
import type { Noun } from '#office/permission.ts';
import { recordHead, type RecordHead } from '#office/record.ts';
import type { Staff, Visitor } from '#office/viewer.ts';

/**
 * The public page of a record, drawn for a visitor who sees this one record as if it were published, and of all others what
 * the public sees. Null for what has no page of its own, and for a membership in a network that is not public itself.
 */
export async function previewOf(form: WrittenForm, record: Shown, staff: Staff) {
  return pageOf(form, record, { kind: 'visitor', asIfPublished: { noun: record.noun, id: record.id } }, staff);
}

type Shown = Pick<RecordHead, 'noun' | 'id' | 'slug'>;

/** Drawn at once and not later: whoever tries a change out forgets it as soon as this is done. */
async function pageOf(form: WrittenForm, { noun, id, slug }: Shown, viewer: Visitor, staff: Staff): Promise<ReactNode> {
  switch (noun) {
    case 'agreement': {
      const agreement = await agreementBySlug(viewer, slug, belgradeToday(new Date()));
      return agreement && AgreementShown({ form, slug, agreement, viewer });
    }
    case 'project': {
      const project = await projectBySlug(viewer, slug);
      return project && ProjectShown({ form, slug, project, viewer });
    }
    case 'programme': {
      const programme = await programmeBySlug(viewer, slug);
      return programme && ProgrammeShown({ form, slug, programme, viewer });
    }
    case 'organisation': return organisationPreview(form, slug, viewer);
    case 'membership': {
      const membership = await membershipById(staff, id);
      return membership?.network?.slug ? organisationPreview(form, membership.network.slug, viewer) : null;
    }
    case 'milestone': {
      const milestone = await milestoneById(staff, id);
      const [owner] = (['agreement', 'membership', 'project', 'programme'] as const).flatMap((one) => (milestone?.[`${one}Id`] ? [{ noun: one, id: milestone[`${one}Id`] as string }] : []));
      return ownerPage(form, owner, viewer, staff);
    }
    case 'document': {
      const [link] = ((await documentById(staff, id))?.links ?? []).filter((one) => one.noun !== 'milestone');
      return ownerPage(form, link?.recordId ? { noun: link.noun as Owner['noun'], id: link.recordId } : undefined, viewer, staff);
    }
  }
}

type Owner = { readonly noun: Exclude<Noun, 'milestone' | 'document'>; readonly id: string };

/** What has no page of its own is seen on the page of the record that it belongs to. */
async function ownerPage(form: WrittenForm, owner: Owner | undefined, viewer: Visitor, staff: Staff): Promise<ReactNode> {
  const head = owner && await recordHead(staff, owner.noun, owner.id);
  return head ? pageOf(form, head, viewer, staff) : null;
}

async function organisationPreview(form: WrittenForm, slug: string, viewer: Visitor) {
  const organisation = await organisationBySlug(viewer, slug);
  if (!organisation) return null;
  return organisation.kind === 'network'
    ? NetworkShown({ form, slug, network: organisation, viewer })
    : PartnerShown({ form, slug, organisation, viewer });
}
