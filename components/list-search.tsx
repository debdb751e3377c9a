import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import { KeptFields, type Kept } from '#components/kept.tsx';

/** The box that narrows a list by words: a GET form, in either script and without diacritics. */
export function ListSearch({ action, q, label, kept = {} }: { action: string; q?: string; label: string; kept?: Kept }) {
  const t = useTranslations('parts.search');
  return (
    <search>
      <form className="find" action={action} method="get">
        <KeptFields kept={kept} />
        <input type="search" name="q" defaultValue={q} aria-label={label} placeholder={label} maxLength={200} />
        <button type="submit"><Icon name="search" />{t('go')}</button>
      </form>
    </search>
  );
}
