import { useTranslations } from 'next-intl';
import { Icon } from '#components/icon.tsx';
import type { WrittenForm } from '#messages/local-text.ts';

const ways = [['data', 'open-data', 'code'], ['calendar', 'milestones.ics', 'calendar-plus'], ['mistake', 'contact', 'mail']] as const;

/** What a reader may take along: the register as data, its dates as a calendar, the way to report a mistake. */
export function HomeMore({ form }: { form: WrittenForm }) {
  const t = useTranslations('home.more');
  return (
    <section className="sec" aria-labelledby="h-more">
      <h2 id="h-more">{t('heading')}</h2>
      <div className="tiles">
        {ways.map(([way, place, icon]) => (
          <div className="tile" key={way}>
            <h3>{t(way)}</h3>
            <p className="soft">{t(`${way}Text`)}</p>
            <p><Icon name={icon} /> <a href={`/${form}/${place}`}>{t(`${way}Link`)}</a></p>
          </div>
        ))}
      </div>
    </section>
  );
}
