import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import type { LocalText, WrittenForm } from '#messages/local-text.ts';

type Props = { parties: readonly { readonly id: string; readonly name: LocalText | null }[]; form: WrittenForm };

/** Before an agreement is published: which of its parties the public would read without a name, and where they stand. */
export function UnseenParties({ parties, form }: Props) {
  const t = useTranslations('agreements.unseenParties');
  if (parties.length === 0) return null;
  return (
    <Notice tone="wait" heading={t('heading', { count: parties.length })}>
      <p>{t('why')}</p>
      <ul className="list">
        {parties.map(({ id, name }) => <li key={id}><a href={`/${form}/workspace/partners/${id}`}><LocalTextView text={name} form={form} /></a></li>)}
      </ul>
    </Notice>
  );
}
