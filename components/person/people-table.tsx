import { useTranslations } from 'next-intl';
import { Table } from '#components/table.tsx';
import { writeDay, writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PersonRecord } from '#office/person/read.ts';

type Props = { people: readonly PersonRecord[]; form: WrittenForm; path: string };

/** Who has or had access: one line a person, all their roles in it. */
export function PeopleTable({ people, form, path }: Props) {
  const t = useTranslations('people');
  return (
    <Table caption={t('heading')} columns={(['name', 'role', 'scope', 'until', 'lastSignIn'] as const).map((key) => ({ key, label: t(`columns.${key}`) }))}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <a href={`${path}/${person.id}`}>{person.name ?? t('erased')}</a>
            <small lang="en">{person.email}</small>
            {person.deactivatedAt ? <small>{t('deactivated', { day: writeInstant(person.deactivatedAt, form, 'table') })}</small> : null}
          </th>
          <GrantCells grants={person.grants} form={form} />
          <td className="num">{person.lastSignIn ? writeInstant(new Date(person.lastSignIn), form, 'table') : <span className="unknown">{t('never')}</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

function GrantCells({ grants, form }: { grants: PersonRecord['grants']; form: WrittenForm }) {
  const t = useTranslations('people');
  const role = useTranslations('vocabulary.role');
  const scope = useScopeWords();
  return (
    <>
      <td>{grants.map((grant) => <div key={grant.id}>{role(grant.role)}</div>)}</td>
      <td>{grants.map((grant) => <div key={grant.id}>{scope(grant)}</div>)}</td>
      <td className="num">{grants.map((grant) => <div key={grant.id}>{grant.until ? writeDay(grant.until, form, 'table') : t('noEnd')}</div>)}</td>
    </>
  );
}

/** What a role is held for, in words. */
export function useScopeWords(): (grant: PersonRecord['grants'][number]) => string {
  const t = useTranslations('people');
  const noun = useTranslations('vocabulary.noun');
  return ({ role, scopeNoun, scopeId }) => {
    if (role === 'admin') return t('scopePeople');
    if (!scopeNoun) return t('scopeAll');
    return t(scopeId ? 'scopeOne' : 'scopeNoun', { noun: noun(scopeNoun) });
  };
}
