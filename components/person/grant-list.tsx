import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/button.tsx';
import { Todo } from '#components/todo.tsx';
import { writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { PersonRecord } from '#office/person/read.ts';
import { GrantScope, type GrantTitles } from './grant-scope.tsx';

type Props = {
  grants: PersonRecord['grants']; form: WrittenForm; titles: GrantTitles;
  /** ISO day; a role whose end lies before it is said to have run out. */
  today: string;
  /** The page on which a role is taken back, for whoever may. */
  takeAt?: (grantId: string) => string;
};

/** The roles that a person holds, for what and until when. */
export function GrantList({ grants, form, titles, today, takeAt }: Props) {
  const t = useTranslations('people');
  const role = useTranslations('vocabulary.role');
  if (grants.length === 0) return <p className="soft">{t('noRoles')}</p>;
  return (
    <Todo lines={grants.map((grant) => ({
      id: grant.id, title: role(grant.role),
      note: <><GrantScope grant={grant} titles={titles} form={form} /> · <GrantEnd until={grant.until} today={today} form={form} /></>,
      act: takeAt ? <ButtonLink href={takeAt(grant.id)} kind="line" size="small">{t('takeRole')}<span className="hide"> {role(grant.role)}</span></ButtonLink> : undefined,
    }))} />
  );
}

/** Until when a role holds; one that ran out says so. */
export function GrantEnd({ until, today, form }: { until: string | null; today: string; form: WrittenForm }) {
  const t = useTranslations('people');
  if (!until) return t('noEnd');
  const day = writeDay(until, form, 'table');
  return until < today ? <span className="unknown">{t('ranOut', { day })}</span> : t('untilDay', { day });
}
