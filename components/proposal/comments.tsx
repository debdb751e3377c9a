import { useTranslations } from 'next-intl';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProposalRecord } from '#office/proposal/read.ts';
import type { SaidLine } from '#office/proposal/said.ts';

type Comment = ProposalRecord['comments'][number];

/** What was said, the oldest first. */
export function Comments({ comments, form, heading }: { comments: readonly Comment[]; form: WrittenForm; heading?: string }) {
  const t = useTranslations('record');
  const called = useColleagueWords();
  if (comments.length === 0) return null;
  const list = (
    <ul className="said">
      {comments.map(({ id, text, writer, writtenBy, writtenAt }) => <li key={id}><small>{writtenBy ? called({ id: writtenBy, name: writer }) : t('system')}, {writeInstant(writtenAt, form, 'table')}</small> {text}</li>)}
    </ul>
  );
  return heading ? <section className="sec"><h2>{heading}</h2>{list}</section> : list;
}

/** What was said about the field of a line; of a text it stands at its first face. */
export function commentsOn(comments: readonly Comment[], { group, field, face, row }: SaidLine): Comment[] {
  const first = (face === null || face === 'sr-Cyrl') && (row === null || row === 1);
  return first ? comments.filter((comment) => comment.field !== '' && comment.field === (group ?? field)) : [];
}
