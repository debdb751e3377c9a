import { getTranslations } from 'next-intl/server';
import { doubleIn } from '#app/merging.ts';
import { folderOf } from '#app/registers.ts';
import { Notice } from '#components/notice.tsx';
import { MergeShown } from '#components/proposal/merge-shown.tsx';
import { mergeChoices } from '#components/record/merge-choices.ts';
import { textIn } from '#messages/local-text.ts';
import { pairOf } from '#office/double/read.ts';
import { isUndecided } from '#office/proposal/proposal.ts';
import { turnOf } from '#office/proposal/turn.ts';
import { recordHead } from '#office/record.ts';
import type { ProposalPage } from './verdict.tsx';

/** The two records of a merge that was proposed; once it is decided, or the double is gone, what became of it. */
export async function MergePart({ page: { form, viewer, proposal, considered, path } }: { page: ProposalPage }) {
  const t = await getTranslations('merge');
  const fields = await getTranslations('fields');
  const named = doubleIn(proposal.typed);
  const { noun, recordId } = proposal;
  const waits = isUndecided(proposal.state);
  const [pair, double] = named && recordId && waits ? await Promise.all([pairOf(viewer, noun, recordId, named.id), recordHead(viewer, noun, named.id)]) : [null, null];
  const reason = proposal.typed.reason?.[0] ?? '';
  if (!named || !pair || !double) return <Notice tone={waits ? 'harm' : 'past'} heading={t(waits ? 'doubleGone' : 'decided')}><p>{t(waits ? 'doubleGoneWhy' : 'decidedWhy')}</p><p>{t('why')} {reason}</p></Notice>;
  if (considered.code === null) return null;
  const next = turnOf(viewer, proposal);
  const label = (field: string) => {
    const place = [`${noun}.${field}`, `any.${field}`].find((key) => fields.has(key));
    return place ? fields(place) : field;
  };
  return (
    <>
      {named.version !== null && named.version !== pair.doubleVersion ? <Notice tone="wait" weight="solid" icon="triangle-exclamation-point" heading={t('doubleMoved')}><p>{t('doubleMovedWhy')} {next ? t(`doubleMovedThen.${next}`) : null}</p></Notice> : null}
      <MergeShown
        kept={{ title: textIn(proposal.title, form) || considered.code, code: considered.code, href: path }}
        double={{ title: textIn(double.title, form) || double.code, code: double.code, href: `/${form}/workspace/${folderOf(noun)}/${double.id}` }}
        choices={mergeChoices(pair.fields, form, label)} taken={named.take} moves={pair} reason={reason}
      />
    </>
  );
}
