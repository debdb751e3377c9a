import { useTranslations } from 'next-intl';
import { Steps } from '#components/steps.tsx';
import type { AgreementFigures } from '#office/register/agreement-figures.ts';

/** How many agreements were in force at the end of each year, from dated ones only; a sentence where none is dated. */
export function Flow({ figures: { years, since, undated } }: { figures: AgreementFigures }) {
  const t = useTranslations('agreements.flow');
  if (years.length === 0) return <p className="small soft sec">{t('none')}</p>;
  return (
    <section className="sec" aria-labelledby="h-flow">
      <h2 id="h-flow">{t('heading')}</h2>
      <Steps steps={years} label={t('label', { first: years[0]?.year ?? 0, most: Math.max(...years.map(({ count }) => count)), now: since.known })} />
      {undated ? <p className="small soft">{t('undated', { count: undated })}</p> : null}
    </section>
  );
}
