import type { Metadata } from 'next';
import { absent } from '#app/absent.tsx';
import { missingFace, recordFace } from '#app/record-face.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { belgradeToday } from '#messages/dates.ts';
import { agreementBySlug, withdrawnAgreement } from '#office/agreement/read.ts';
import { visitor } from '#office/viewer.ts';
import { AgreementShown } from './shown.tsx';

type Props = PageProps<{ slug: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await formOfPage(params);
  const { slug } = await params;
  const agreement = await agreementBySlug(visitor, slug, belgradeToday(new Date()));
  if (!agreement) return missingFace();
  return recordFace(form, { path: `/agreements/${slug}`, title: agreement.title, code: agreement.code, texts: [agreement.summary] });
}

export default async function AgreementPage({ params }: Props) {
  const form = await formOfPage(params);
  const { slug } = await params;
  const today = belgradeToday(new Date());
  const agreement = await agreementBySlug(visitor, slug, today);
  if (!agreement) return absent({ form, noun: 'agreement', register: 'agreements', slug, withdrawn: await withdrawnAgreement(slug) });
  return <AgreementShown form={form} slug={slug} agreement={agreement} viewer={visitor} />;
}
