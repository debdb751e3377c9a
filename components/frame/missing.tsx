import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

const waysOn = ['agreements', 'networks', 'projects', 'partners'] as const;

/** The page of an address that is not in the register; the door sets its status 404. */
export function Missing({ form }: { form: WrittenForm }) {
  const t = useTranslations('frame.missing');
  return (
    <div className="wrap body nf">
      <div className="head">
        <p className="over">{t('status')}</p>
        <h1>{t('heading')}</h1>
        <p className="lead">{t('why')}</p>
      </div>
      <ul className="list sec">
        {waysOn.map((place) => <li key={place}><a href={`/${form}/${place}`}>{t(place)}</a></li>)}
      </ul>
    </div>
  );
}
