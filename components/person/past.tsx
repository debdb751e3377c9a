import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { HistoryList } from '#components/history-list.tsx';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PastGrant, PastOfPerson } from '#office/person/past.ts';
import { machineReason } from '#office/person/person.ts';
import { useColleagueWords } from './colleague-words.ts';
import { GrantScope, type GrantTitles } from './grant-scope.tsx';

type Props = { past: readonly PastOfPerson[]; titles: GrantTitles; form: WrittenForm };

/** What was done to an account and its rights: when, by whom, why, and which roles came and went. */
export function PastOfPersonList({ past, titles, form }: Props) {
  const t = useTranslations('people.acts');
  const record = useTranslations('record');
  const who = useColleagueWords();
  const machine = useTranslations('people.machineReasons');
  const why = (one: PastOfPerson) => {
    const key = machineReason(one);
    return key ? machine(key) : one.reason ?? undefined;
  };
  return (
    <HistoryList level={3} entries={past.map((one) => ({
      id: String(one.seq), time: writeTime(one.at, form), day: writeDay(belgradeToday(one.at), form, 'table'),
      what: <>{t(one.action.split('.')[1] ?? '')}{[...one.given, ...one.taken].map((grant, place) => <span key={place}>{place ? ', ' : ': '}<PastRole grant={grant} titles={titles} form={form} /></span>)}</>,
      who: one.actorKind === 'system' ? record('system') : who({ id: one.actorId, name: one.actor }), why: why(one), changes: [],
    }))} />
  );
}

function PastRole({ grant, titles, form }: { grant: PastGrant; titles: GrantTitles; form: WrittenForm }): ReactNode {
  const t = useTranslations('people');
  const role = useTranslations('vocabulary.role');
  return <>{role(grant.role)} (<GrantScope grant={grant} titles={titles} form={form} />{grant.until ? <>, {t('untilDay', { day: writeDay(grant.until, form, 'table') })}</> : null})</>;
}
