import { useTranslations } from 'next-intl';
import { Bars } from '#components/bars.tsx';
import { Steps } from '#components/steps.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import type { AgreementFigures, Tally } from '#office/register/agreement-figures.ts';

/** The standings in which an agreement binds, as the register is asked for them. */
const counted = 'standing=in_force&standing=notice_given&standing=suspended';
/** How many values a picture shows; the register has all. */
const most = 6;

/** The register in figures: each picture with its figures as text, each figure a link to the records that it counts. */
export function HomeFigures({ figures, form }: { figures: AgreementFigures; form: WrittenForm }) {
  const t = useTranslations('home.figures');
  const fields = useTranslations('vocabulary.field');
  const bars = (facet: 'field' | 'country', tallies: readonly Tally[], words: (value: string) => string) =>
    tallies.slice(0, most).map(({ value, count }) => ({ key: value, label: words(value), count, href: `/${form}/agreements?${facet}=${encodeURIComponent(value)}` }));
  return (
    <section className="sec" aria-labelledby="h-figures">
      <div className="sec-head"><h2 id="h-figures">{t('heading')}</h2><a href={`/${form}/agreements`}>{t('all')}</a></div>
      <div className="tiles">
        <OverYears figures={figures} form={form} />
        <div className="tile">
          <h3>{t('byField')}</h3>
          {figures.fields.length ? <Bars bars={bars('field', figures.fields, fields)} /> : <p className="unknown">{t('noField')}</p>}
          <Rest tallies={figures.fields} what="moreFields" />
        </div>
        <div className="tile">
          <h3>{t('byCountry')}</h3>
          {figures.countries.length ? <Bars bars={bars('country', figures.countries, (code) => countryName(code, form))} /> : <p className="unknown">{t('noCountry')}</p>}
          <Rest tallies={figures.countries} what="moreCountries" />
        </div>
      </div>
    </section>
  );
}

function OverYears({ figures: { bindingNow, since, undated, years }, form }: { figures: AgreementFigures; form: WrittenForm }) {
  const t = useTranslations('home.figures');
  return (
    <div className="tile">
      <h3>{t('overYears')}</h3>
      <p><a href={`/${form}/agreements?${counted}`}><b className="fig">{bindingNow}</b> {t('inForce', { count: bindingNow })}</a></p>
      {years.length ? <Steps steps={years} label={t('steps', { first: years[0]?.year ?? 0, most: Math.max(...years.map(({ count }) => count)), now: since.known })} /> : null}
      {undated ? <p className="soft">{t('undated', { count: undated, drawn: years.length ? 'yes' : 'no' })}</p> : null}
    </div>
  );
}

function Rest({ tallies, what }: { tallies: readonly Tally[]; what: 'moreFields' | 'moreCountries' }) {
  const t = useTranslations('home.figures');
  return tallies.length > most ? <p className="soft">{t(what, { count: tallies.length - most })}</p> : null;
}
