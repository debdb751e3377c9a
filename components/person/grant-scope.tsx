import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';

/** Under the id of a record what it is called, and where it lies below the written form; of one that the viewer may not see its code alone, and no place. */
export type GrantTitle = { readonly title: LocalText | null; readonly place: string } | { readonly code: string; readonly place: null };
export type GrantTitles = ReadonlyMap<string, GrantTitle>;

type Grant = { readonly role: string; readonly scopeNoun: string | null; readonly scopeId: string | null };

/** What a role is held for: everything, one register, or one record, which is named and linked where the viewer may see it, and told by its code where not. */
export function GrantScope({ grant: { role, scopeNoun, scopeId }, titles, form }: { grant: Grant; titles: GrantTitles; form: WrittenForm }): ReactNode {
  const t = useTranslations('people');
  const noun = useTranslations('vocabulary.noun');
  if (role === 'admin') return t('scopePeople');
  if (!scopeNoun) return t('scopeAll');
  const record = scopeId ? titles.get(scopeId) : undefined;
  if (!record) return t(scopeId ? 'scopeOne' : 'scopeNoun', { noun: noun(scopeNoun) });
  if (record.place === null) return t('scopeCode', { noun: noun(scopeNoun), code: record.code });
  return <>{t('scopeOnly')} <a href={`/${form}${record.place}`}><LocalTextView text={record.title} form={form} /></a></>;
}
