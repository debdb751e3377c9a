import { useTranslations } from 'next-intl';
import { PublicationMark } from '#components/publication-mark.tsx';
import { Standing } from '#components/standing.tsx';
import { standingsOf, type StandingOf } from '#components/standing-signs.ts';
import { VerificationMark } from '#components/verification-mark.tsx';

const publications = ['draft', 'in_review', 'returned', 'approved', 'scheduled', 'published', 'withdrawn'] as const;
const verifications = ['unverified', 'checked', 'disputed'] as const;

/** Three questions that never mix: what happened, who may see it, how sure we are. Each state with its sign and what it means. */
export function StatesHelp() {
  const t = useTranslations('help');
  return (
    <>
      <h3>{t('standing')}</h3>
      <p className="prose">{t('standingLead')}</p>
      <dl className="help-states">
        {standingsOf('agreement').map((state) => <div key={state}><dt><Standing of="agreement" standing={state as StandingOf<'agreement'>} /></dt><dd>{t(`standings.${state}`)}</dd></div>)}
      </dl>
      <h3>{t('publication')}</h3>
      <p className="prose">{t('publicationLead')}</p>
      <dl className="help-states">
        {publications.map((state) => <div key={state}><dt><PublicationMark state={state} /></dt><dd>{t(`publications.${state}`)}</dd></div>)}
      </dl>
      <h3>{t('verification')}</h3>
      <p className="prose">{t('verificationLead')}</p>
      <dl className="help-states">
        {verifications.map((state) => <div key={state}><dt><VerificationMark state={state} /></dt><dd>{t(`verifications.${state}`)}</dd></div>)}
      </dl>
    </>
  );
}
