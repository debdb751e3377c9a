import { useTranslations } from 'next-intl';
import { HistoryList } from '#components/history-list.tsx';
import { useColleagueWords } from '#components/person/colleague-words.ts';
import { LocalTextView } from '#components/local-text.tsx';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { LastChange } from '#office/audit/read.ts';
import type { Noun } from '#office/permission.ts';

type Props = { changes: readonly LastChange[]; form: WrittenForm; hrefOf: (noun: Noun, id: string, seq: number) => string };

/** Changes of many records, each with the record that it was made to. */
export function OfficeHistory({ changes, form, hrefOf }: Props) {
  const t = useTranslations('record');
  const words = useTranslations('vocabulary.noun');
  const who = useColleagueWords();
  return (
    <HistoryList entries={changes.map(({ seq, at, actor, actorId, actorKind, action, noun, recordId, title, reason }) => ({
      id: String(seq), time: writeTime(at, form), day: writeDay(belgradeToday(at), form, 'table'), href: hrefOf(noun, recordId, seq),
      what: <>{t(`acts.${action.split('.')[1] ?? ''}`)}: <LocalTextView text={title} form={form} /></>,
      who: <>{actorKind === 'system' ? actor ?? t('system') : who({ id: actorId, name: actor })} · {words(noun)}</>, why: reason ?? undefined, changes: [],
    }))} />
  );
}
