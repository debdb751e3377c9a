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
import type { RecordHead } from '#office/record.ts';
import type { Staff, Visitor } from '#office/viewer.ts';

/**
 * The public page of a record, drawn for a visitor who sees this one record as if it were published, and of all others what
 * the public sees. Null for what has no page of its own, and for a membership in a network that is not public itself.
 */
export async function previewOf(form: WrittenForm, { noun, id, slug }: RecordHead, staff: Staff) {
  const viewer: Visitor = { kind: 'visitor', asIfPublished: { noun, id } };
  switch (noun) {
    case 'agreement': {
      const agreement = await agreementBySlug(viewer, slug, belgradeToday(new Date()));
      return agreement && <AgreementShown form={form} slug={slug} agreement={agreement} viewer={viewer} />;
    }
    case 'project': {
      const project = await projectBySlug(viewer, slug);
      return project && <ProjectShown form={form} slug={slug} project={project} viewer={viewer} />;
    }
    case 'programme': {
      const programme = await programmeBySlug(viewer, slug);
      return programme && <ProgrammeShown form={form} slug={slug} programme={programme} viewer={viewer} />;
    }
    case 'organisation': return organisationPreview(form, slug, viewer);
    case 'membership': {
      const membership = await membershipById(staff, id);
      return membership?.network?.slug ? organisationPreview(form, membership.network.slug, viewer) : null;
    }
    default: return null;
  }
}

async function organisationPreview(form: WrittenForm, slug: string, viewer: Visitor) {
  const organisation = await organisationBySlug(viewer, slug);
  if (!organisation) return null;
  return organisation.kind === 'network'
    ? <NetworkShown form={form} slug={slug} network={organisation} viewer={viewer} />
    : <PartnerShown form={form} slug={slug} organisation={organisation} viewer={viewer} />;
}
