import { useTranslations } from 'next-intl';
import { Table } from '#components/table.tsx';
import { writeDay, writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import { stateOf } from '#office/person/person.ts';
import type { PersonRecord } from '#office/person/read.ts';
import { useColleagueWords } from './colleague-words.ts';
import { GrantEnd } from './grant-list.tsx';
import { GrantScope, type GrantTitles } from './grant-scope.tsx';
import { useDeviceWords } from './session-list.tsx';

type Props = { people: readonly PersonRecord[]; titles: GrantTitles; form: WrittenForm; path: string; /** ISO day. */ today: string };

/** Who has or had access: one line a person, all their roles in it. */
export function PeopleTable({ people, titles, form, path, today }: Props) {
  const t = useTranslations('people');
  const who = useColleagueWords();
  return (
    <Table caption={t('heading')} columns={(['name', 'role', 'scope', 'until', 'lastSeen'] as const).map((key) => ({ key, label: t(`columns.${key}`) }))}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <a href={`${path}/${person.id}`}>{who(person)}</a>
            {person.email ? <small lang="en">{person.email}</small> : null}
            <small><StateLine person={person} form={form} today={today} /></small>
          </th>
          <GrantCells grants={person.grants} titles={titles} form={form} today={today} />
          <td data-label={t('columns.lastSeen')}><div><LastSeen person={person} form={form} /></div></td>
        </tr>
      ))}
    </Table>
  );
}

/** How an account stands, in one line: since when it is closed, until when it opens, how the invitation fares, whether a factor is missing. */
export function StateLine({ person, form, today }: { person: PersonRecord; form: WrittenForm; today: string }) {
  const t = useTranslations('people');
  const state = stateOf(person, today);
  const parts = [
    state === 'former' && person.anonymisedAt ? t('former', { day: writeInstant(person.anonymisedAt, form, 'table') }) : null,
    state === 'deactivated' && person.deactivatedAt ? t('deactivated', { day: writeInstant(person.deactivatedAt, form, 'table') }) : null,
    state === 'expired' && person.expiresOn ? t('expired', { day: writeDay(person.expiresOn, form, 'table') }) : null,
    state === 'invited' ? t(`link.${person.link?.state ?? 'closed'}`) : null,
    (state === 'soon' || state === 'active') && person.expiresOn ? t('expires', { day: writeDay(person.expiresOn, form, 'table') }) : null,
    (state === 'soon' || state === 'active') && !person.secondFactorSince ? t('noFactor') : null,
  ].filter(Boolean);
  return parts.join(' · ');
}

function GrantCells({ grants, titles, form, today }: Pick<Props, 'titles' | 'form' | 'today'> & { grants: PersonRecord['grants'] }) {
  const role = useTranslations('vocabulary.role');
  const t = useTranslations('people');
  return (
    <>
      <td data-label={t('columns.role')}><div>{grants.map((grant) => <div key={grant.id}>{role(grant.role)}</div>)}</div></td>
      <td data-label={t('columns.scope')}><div>{grants.map((grant) => <div key={grant.id}><GrantScope grant={grant} titles={titles} form={form} /></div>)}</div></td>
      <td className="num" data-label={t('columns.until')}><div>{grants.map((grant) => <div key={grant.id}><GrantEnd until={grant.until} today={today} form={form} /></div>)}</div></td>
    </>
  );
}

function LastSeen({ person: { lastSeen, lastDevice }, form }: { person: PersonRecord; form: WrittenForm }) {
  const t = useTranslations('people');
  const device = useDeviceWords();
  if (!lastSeen) return <span className="unknown">{t('never')}</span>;
  return <><span className="num">{writeInstant(lastSeen, form, 'table')}</span><br /><small className="soft">{device(lastDevice)}</small></>;
}
