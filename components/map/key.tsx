import { useTranslations } from 'next-intl';

/** What the signs of the drawings mean. */
export function MapKey() {
  const t = useTranslations('map.key');
  return (
    <ul className="key">
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle className="pt-nis" cx="10" cy="10" r="7" /></svg>{t('city')}</li>
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle className="pt" cx="10" cy="10" r="5" /></svg>{t('town')}</li>
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><circle className="pt-area" cx="10" cy="10" r="7" /></svg>{t('country')}</li>
      <li><svg viewBox="0 0 20 20" aria-hidden="true"><path className="arc" d="M1 16Q8 2 19 5" /></svg>{t('tie')}</li>
    </ul>
  );
}
