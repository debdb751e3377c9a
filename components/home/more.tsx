import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

const ways = [['how', 'about'], ['milestones', 'milestones'], ['mistake', 'about#mistake']] as const;

/** Where the reader goes on from the home page. */
export function HomeMore({ form }: { form: WrittenForm }) {
  const t = useTranslations('home.more');
  return (
    <section className="sec" aria-labelledby="h-more">
      <h2 id="h-more">{t('heading')}</h2>
      <div className="tiles">
        {ways.map(([way, place]) => (
          <div className="tile" key={way}>
            <h3>{t(way)}</h3>
            <p className="soft">{t(`${way}Text`)}</p>
            <p><a href={`/${form}/${place}`}>{t(`${way}Link`)}</a></p>
          </div>
        ))}
      </div>
    </section>
  );
}
