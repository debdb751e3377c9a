import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { absent } from '#app/absent.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { addressNow } from '#office/forwarding.ts';
import { organisationBySlug, withdrawnOrganisation } from '#office/organisation/read.ts';
import { visitor } from '#office/viewer.ts';
import { NetworkShown } from './shown.tsx';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const network = await networkBySlug(slug);
  if (!network) return missingFace();
  return recordFace(form, { path: `/networks/${slug}`, title: network.name, code: network.code, texts: [network.description, network.benefit] });
}

export default async function NetworkPage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const network = await networkBySlug(slug);
  if (!network) {
    // What is no network stands among the partners.
    if (await partnerAt(slug)) permanentRedirect(`/${form}/partners/${slug}`);
    const gone = await withdrawnOrganisation(slug);
    return absent({ form, noun: 'organisation', register: 'networks', slug, withdrawn: gone?.kind === 'network' ? gone : null });
  }
  return <NetworkShown form={form} slug={slug} network={network} viewer={visitor} />;
}

async function partnerAt(slug: string): Promise<boolean> {
  const found = await organisationBySlug(visitor, slug);
  return found !== null && found.kind !== 'network' && !found.isSelf;
}

async function networkBySlug(slug: string) {
  const found = await organisationBySlug(visitor, slug);
  if (found?.mergedIntoId && await addressNow('organisation', slug)) return null;
  return found?.kind === 'network' ? found : null;
}
