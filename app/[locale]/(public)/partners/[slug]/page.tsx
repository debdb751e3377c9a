import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { absent } from '#app/absent.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { addressNow } from '#office/forwarding.ts';
import { organisationBySlug, withdrawnOrganisation } from '#office/organisation/read.ts';
import { visitor } from '#office/viewer.ts';
import { PartnerShown } from './shown.tsx';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const organisation = await organisationBySlug(visitor, slug);
  if (!organisation) return missingFace();
  return recordFace(form, { path: `/partners/${slug}`, title: organisation.name, code: organisation.code, texts: [organisation.description, organisation.note] });
}

export default async function PartnerPage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const organisation = await organisationBySlug(visitor, slug);
  const merged = organisation?.mergedIntoId ? await addressNow('organisation', slug) : null;
  // The City itself is no partner.
  if (!organisation || organisation.isSelf || merged) {
    return absent({ form, noun: 'organisation', register: 'partners', slug, withdrawn: organisation ? null : await withdrawnOrganisation(slug) });
  }
  if (organisation.kind === 'network') permanentRedirect(`/${form}/networks/${slug}`);
  return <PartnerShown form={form} slug={slug} organisation={organisation} viewer={visitor} />;
}
