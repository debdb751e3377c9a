import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Todo } from '#components/todo.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PersonRecord } from '#office/person/read.ts';
import { useScopeWords } from './people-table.tsx';

type Props = { grants: PersonRecord['grants']; form: WrittenForm; revoke: (grantId: string, label: string) => ReactNode };

/** The roles that a person holds, each with the act that takes it back. */
export function GrantList({ grants, form, revoke }: Props) {
  const t = useTranslations('people');
  const role = useTranslations('vocabulary.role');
  const scope = useScopeWords();
  if (grants.length === 0) return <p className="soft">{t('noRoles')}</p>;
  return (
    <Todo lines={grants.map((grant) => ({
      id: grant.id, title: role(grant.role),
      note: `${scope(grant)} · ${grant.until ? writeDay(grant.until, form, 'table') : t('noEnd')}`,
      act: revoke(grant.id, t('takeRole', { role: role(grant.role) })),
    }))} />
  );
}
