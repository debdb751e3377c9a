import { getTranslations } from 'next-intl/server';
import { folderOf } from '#app/registers.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { turnOf } from '#office/proposal/turn.ts';
import type { ProposalPage } from './verdict.tsx';

/** What happened to the record since the proposal was made, and what whoever reads this can do about it now. */
export async function Meanwhile({ page: { form, viewer, proposal, considered } }: { page: ProposalPage }) {
  const t = await getTranslations('proposals.meanwhile');
  const { fate, moved, disputed } = considered;
  const waits = isUndecided(proposal.state);
  // Of a merge nothing is drawn where its record is not seen.
  const below = proposal.deed.endsWith('.merge') ? null : t('below');
  const mark = { tone: waits ? 'wait' : 'past', weight: 'solid', icon: 'triangle-exclamation-point' } as const;
  if (fate.is === 'merged') {
    const { id, title, code } = fate.into;
    return (
      <Notice {...mark} heading={t('merged')}>
        <p>{t('mergedInto')} <a href={`/${form}/workspace/${folderOf(proposal.noun)}/${id}`}><LocalTextView text={title} form={form} say="elsewhere" /></a> <span className="code">{code}</span></p>
        {waits ? <p>{t('mergedThen')}</p> : null}
      </Notice>
    );
  }
  if (!waits) return fate.is === 'unseen' ? <Notice {...mark} heading={t('unseen')} /> : null;
  if (fate.is === 'unseen') return <Notice {...mark} heading={t('unseen')}><p>{t('unseenThen')} {below}</p></Notice>;
  if (fate.is === 'there') return moved ? <Notice {...mark} heading={t('moved')}><p>{t(disputed.length ? 'movedDisputed' : 'movedWhat')}</p></Notice> : null;
  const turn = turnOf(viewer, proposal);
  return (
    <Notice {...mark} heading={t('withdrawn', { day: writeDay(belgradeToday(fate.at), form, 'sentence') })}>
      {fate.why ? <p>{t('why')} <LocalTextView text={fate.why} form={form} /></p> : null}
      <p>{considered.code ? t('withdrawnThen') : t('withdrawnUnseen')} {considered.code ? turn && t(`now.${turn}`) : below}</p>
      {disputed.length ? <p>{t('movedDisputed')}</p> : null}
    </Notice>
  );
}
