import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { consider } from '#app/considering.ts';
import { notThere } from '#app/record-page.tsx';
import { folderOf } from '#app/registers.ts';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { Breadcrumb } from '#components/breadcrumb.tsx';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import { Comments, commentsOn } from '#components/proposal/comments.tsx';
import { Differences } from '#components/proposal/differences.tsx';
import { ProposalMark } from '#components/proposal/state-mark.tsx';
import { writeInstant } from '#messages/dates.ts';
import { writeBytes } from '#messages/numbers.ts';
import { textIn } from '#messages/local-text.ts';
import { filesOfProposal } from '#office/proposal/files.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { differs } from '#office/proposal/said.ts';
import { formerName } from '#office/former.ts';
import { proposalById } from '#office/proposal/read.ts';
import { Meanwhile } from './meanwhile.tsx';
import { MergePart } from './merge-part.tsx';
import { OwnActs } from './own-acts.tsx';
import { Verdict } from './verdict.tsx';

type Props = PageProps<{ id: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('proposals');
  const proposal = await proposalById(await staff(), (await params).id);
  return { title: proposal ? t('title', { title: textIn(proposal.title, await formOfPage(params)) || (await getTranslations('vocabulary.noun'))(proposal.noun) }) : t('one') };
}

/** One proposal: who asks for what and why, each field as it stands and as it would read, and the verdict. */
export default async function ProposalPage({ params }: Props) {
  const form = await formOfPage(params);
  const viewer = await staff();
  const proposal = await proposalById(viewer, (await params).id);
  const considered = proposal && await consider(viewer, proposal);
  if (!proposal || !considered) return notThere(params);
  const t = await getTranslations('proposals');
  const nouns = await getTranslations('vocabulary.noun');
  const acts = await getTranslations('proposals.acts');
  const verb = proposal.deed.split('.')[1] ?? '';
  const title = textIn(proposal.title, form) || nouns(proposal.noun);
  const path = `/${form}/workspace/${folderOf(proposal.noun)}/${proposal.recordId}`;
  const adds = considered.lines.some(({ before }) => before !== null) ? 'nothing' as const : 'to what stands' as const;
  const waits = isUndecided(proposal.state);
  const files = await filesOfProposal(viewer, proposal.id);
  const changed = considered.lines.filter(differs);
  const page = { form, viewer, proposal, considered, changed, path };
  return (
    <>
      <Breadcrumb steps={[{ href: `/${form}/workspace/proposals`, label: t('heading') }]} here={title} />
      <DeskHead title={t('title', { title })} states={<ProposalMark state={proposal.state} />} lead={(
        <>
          {considered.code ? <><a href={path}>{nouns(proposal.noun)}</a> <span className="small">{considered.code}</span></> : nouns(proposal.noun)} · {acts.has(verb) ? acts(verb) : acts('revise')} · {t('proposedBy', { who: proposal.author ?? formerName(proposal.createdBy ?? '', form), when: writeInstant(proposal.createdAt, form, 'sentence') })}
        </>
      )} />
      {proposal.reason ? <Notice tone="past" heading={t('reason')}><p>{proposal.reason}</p></Notice> : null}
      <Meanwhile page={page} />
      {verb === 'merge' ? considered.code && <MergePart page={page} /> : <Differences noun={proposal.noun} form={form} adds={adds} against={waits && considered.code ? 'now' : 'then'} changed={changed} unchanged={considered.lines.filter((line) => !differs(line))}
        said={(line) => <Comments comments={commentsOn(proposal.comments, line)} form={form} />} />}
      {proposal.note ? <Notice tone="past" heading={t('note')}><LocalTextView as="p" text={proposal.note} form={form} /></Notice> : null}
      {waits && files.length > 0 ? (
        <section className="sec">
          <h2>{t('filesHeading')}</h2>
          <ul>{files.map(({ id, name, size }) => <li key={id}><a href={`/${form}/workspace/proposals/${proposal.id}/files/${id}`} download>{name}</a> ({writeBytes(size, form)})</li>)}</ul>
        </section>
      ) : null}
      {waits && considered.code ? <p><ButtonLink href={`/${form}/workspace/proposals/${proposal.id}/preview`} kind="line" icon="eye">{t('preview')}</ButtonLink></p> : null}
      <Comments comments={proposal.comments.filter(({ field }) => verb === 'merge' || !changed.some((line) => field === (line.group ?? line.field)))} form={form} heading={t('comments')} />
      <Verdict page={page} />
      <OwnActs page={page} />
    </>
  );
}
