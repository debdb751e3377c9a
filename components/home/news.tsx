import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { belgradeToday, writeDay } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Told } from '#office/register/latest.ts';

/** What the register last told the public: published, corrected, withdrawn. */
export function HomeNews({ told, form }: { told: readonly Told[]; form: WrittenForm }) {
  const t = useTranslations('home.news');
  if (told.length === 0) return null;
  return (
    <section aria-labelledby="h-news">
      <div className="sec-head"><h2 id="h-news">{t('heading')}</h2><a href={`/${form}/feed.atom`}>{t('feed')}</a></div>
      <ul className="news">
        {told.map(({ id, news, at, name, code, page }) => (
          <li key={id}>
            <p className="src"><span className="num">{writeDay(belgradeToday(at), form)}</span> · {t(news)} · <span className="code">{code}</span></p>
            <p><a href={`/${form}${page}`}><LocalTextView text={name} form={form} say="elsewhere" /></a></p>
          </li>
        ))}
      </ul>
    </section>
  );
}
