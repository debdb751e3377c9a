import { useTranslations } from 'next-intl';
import { ListSearch } from '#components/list-search.tsx';
import type { WrittenForm } from '#messages/local-text.ts';

const waysOn = ['agreements', 'networks', 'projects', 'contact'] as const;

/** The page of an address that is not in the register; the door sets its status 404. */
export function Missing({ form }: { form: WrittenForm }) {
  const t = useTranslations('frame.missing');
  const find = useTranslations('frame')('find');
  return (
    <div className="wrap body nf">
      <div className="head">
        <p className="over">{t('status')}</p>
        <h1>{t('heading')}</h1>
        <p className="lead">{t('why')}</p>
      </div>
      <div className="nf-find"><ListSearch action={`/${form}/search`} label={find} /></div>
      <ul className="list sec">
        {waysOn.map((place) => <li key={place}><a href={`/${form}/${place}`}>{t(place)}</a></li>)}
      </ul>
    </div>
  );
}
