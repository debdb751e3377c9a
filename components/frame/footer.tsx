import { useTranslations } from 'next-intl';
import type { WrittenForm } from '#messages/local-text.ts';

const register = ['agreements', 'memoranda', 'networks', 'projects', 'partners', 'milestones', 'map'] as const;

export function Footer({ form }: { form: WrittenForm }) {
  const site = useTranslations('site');
  const nav = useTranslations('nav');
  const t = useTranslations('frame');
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="foot-cols">
          <div>
            <h2>{site('office')}</h2>
            <p>{t('footer.whence')}</p>
          </div>
          <div>
            <h2>{t('footer.register')}</h2>
            <ul>{register.map((place) => <li key={place}><a href={`/${form}/${place}`}>{nav(place)}</a></li>)}</ul>
          </div>
          <div>
            <h2>{t('footer.data')}</h2>
            <ul>
              <li><a href={`/${form}/open-data`}>{nav('open-data')}</a></li>
              <li><a href={`/${form}/milestones.ics`}>{t('footer.calendar')}</a></li>
              <li><a href={`/${form}/feed.atom`}>{t('footer.feed')}</a></li>
              <li><a href={`/${form}/about`}>{t('footer.howKept')}</a></li>
            </ul>
          </div>
          <div>
            <h2>{t('footer.thisSite')}</h2>
            <ul>
              <li><a href={`/${form}/contact`}>{t('footer.contact')}</a></li>
              <li><a href={`/${form}/accessibility`}>{t('footer.accessibility')}</a></li>
              <li><a href={`/${form}/privacy`}>{t('footer.privacy')}</a></li>
              <li><a href={`/${form}/self-assessment`}>{t('footer.selfAssessment')}</a></li>
              <li><a href={`/${form}/sign-in`} rel="nofollow">{t('footer.staffEntrance')}</a></li>
            </ul>
          </div>
        </div>
        <div className="foot-base">
          <span>{t('footer.canonical')}</span>
          <span>{t('footer.quiet')}</span>
        </div>
      </div>
    </footer>
  );
}
