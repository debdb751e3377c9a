import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answer } from '#app/answer.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { tryOut } from '#app/trying.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { Notice } from '#components/notice.tsx';
import { issueWords } from '#messages/issue.ts';
import { textIn } from '#messages/local-text.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { proposalById } from '#office/proposal/read.ts';
import { recordHead } from '#office/record.ts';
import { previewOf } from '../../../[register]/[id]/preview/preview-of.tsx';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const heading = (await getTranslations('proposals'))('previewHeading');
  const proposal = await proposalById(await staff(), (await params).id);
  const name = proposal && textIn(proposal.title, await formOfPage(params));
  return { title: name ? `${name}: ${heading}` : heading, robots: { index: false, follow: false } };
}

/** The public page as it would read if the proposal were approved now: done, drawn and forgotten. For whoever sees the proposal. */
export default async function ProposalPreviewPage({ params }: Props) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const proposal = await proposalById(viewer, (await params).id);
  const record = proposal?.recordId ? await recordHead(viewer, proposal.noun, proposal.recordId) : null;
  if (!proposal || !record || !isUndecided(proposal.state)) return notThere(params);
  const t = await getTranslations('proposals');
  const path = `/${form}/workspace/proposals/${proposal.id}`;
  const tried = await tryOut(viewer, proposal, () => previewOf(form, record, viewer));
  if ('issues' in tried) answer(409);
  return (
    <>
      {/* What is previewed brings the heading of its page along. */}
      {'issues' in tried || !tried.seen ? <DeskHead title={textIn(proposal.title, form) || record.code} lead={<a href={path}>{t('previewHeading')}</a>} /> : null}
      {'issues' in tried ? (
        <Notice tone="harm" weight="solid" heading={t('previewRefused')}>
          <ul>{tried.issues.map((issue, at) => <li key={at}>{issueWords(issue, form)}</li>)}</ul>
          <p><a href={path}>{t('previewBack')}</a></p>
        </Notice>
      ) : (
        <>
          <Notice tone="wait" weight="solid" icon="eye" heading={t(tried.seen ? 'previewWhat' : 'previewNone')}><p><a href={path}>{t('previewBack')}</a></p></Notice>
          {tried.seen ? <div className="preview">{tried.seen}</div> : null}
        </>
      )}
    </>
  );
}
