import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { PublicationMark } from '#components/publication-mark.tsx';
import { standingsOf, type StandingOf } from '#components/standing-signs.ts';
import { Standing } from '#components/standing.tsx';
import { Unknown } from '#components/unknown.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';

type State = StandingOf<'agreement'>;

/** The stages of an agreement's life, by the first and the last state of each. */
const stages = [['way', 'initiative', 'signed'], ['holds', 'in_force', 'suspended'], ['over', 'expired', 'dropped']] as const;

/** Every legal state as it is drawn, with what it means. */
export function StandingMeanings() {
  const t = useTranslations('about.standing');
  const states = standingsOf('agreement') as readonly State[];
  return stages.map(([stage, first, last]) => (
    <div key={stage}>
      <h3>{t(stage)}</h3>
      <Meanings lines={states.slice(states.indexOf(first), states.indexOf(last) + 1).map((state) => [<Standing key={state} of="agreement" standing={state} />, t(`mean.${state}`)])} />
    </div>
  ));
}

/** Only what the public can meet; the other stages of publication stay in the workspace. */
export function PublicationMeanings() {
  const t = useTranslations('about.publication');
  return <Meanings lines={(['published', 'withdrawn'] as const).map((state) => [<PublicationMark key={state} state={state} />, t(state)])} />;
}

export function VerificationMeanings() {
  const t = useTranslations('about.verification');
  return <Meanings lines={(['unverified', 'checked', 'disputed'] as const).map((state) => [<VerificationMark key={state} state={state} />, t(state)])} />;
}

export function UnknownMeanings() {
  const t = useTranslations('about.unknown');
  return (
    <Meanings lines={[
      [<Unknown key="fact" what="masculine" />, t('notKnown')],
      [<Unknown key="paper" what="paper" />, t('notFound')],
      [t('none_word'), t('none')],
    ]} />
  );
}

/** A sign as it stands on the pages, and beside it what it says. */
function Meanings({ lines }: { lines: readonly (readonly [sign: ReactNode, meaning: string])[] }) {
  return (
    <dl className="meanings">
      {lines.map(([sign, meaning], place) => <div key={place}><dt>{sign}</dt><dd>{meaning}</dd></div>)}
    </dl>
  );
}
