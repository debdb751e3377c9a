import { useTranslations } from 'next-intl';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { Todo } from '#components/todo.tsx';
import { textIn, type WrittenForm } from '#messages/local-text.ts';
import { writeInstant } from '#messages/dates.ts';
import type { ProposalLine } from '#office/proposal/read.ts';
import { ProposalMark } from './state-mark.tsx';

type Props = { proposals: readonly ProposalLine[]; form: WrittenForm; path: string };

/** Proposals one under the other: what they are about, who asks for what and when. */
export function ProposalList({ proposals, form, path }: Props) {
  const t = useTranslations('proposals');
  const nouns = useTranslations('vocabulary.noun');
  const acts = useTranslations('proposals.acts');
  const called = useColleagueWords();
  return (
    <Todo lines={proposals.map((one) => ({
      id: one.id, href: `${path}/${one.id}`, title: textIn(one.title, form) || nouns(one.noun),
      note: (
        <>
          {nouns(one.noun)} · {acts.has(verbOf(one.deed)) ? acts(verbOf(one.deed)) : acts('revise')} · {t('by', { who: called({ id: one.createdBy, name: one.author }) })} · {writeInstant(one.createdAt, form, 'table')}
          {one.reason ? <><br />{t('reasonQuoted', { reason: one.reason })}</> : null}
        </>
      ),
      act: <ProposalMark state={one.state} />,
    }))} />
  );
}

function verbOf(deed: string): string {
  return deed.split('.')[1] ?? '';
}
