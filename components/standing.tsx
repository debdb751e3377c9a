import { useTranslations } from 'next-intl';
import { Glyph, type GlyphSource } from '#components/glyph.tsx';
import type { Gender } from '#messages/gender.ts';
import { signOf, type StandingNoun, type StandingOf } from '#components/standing-signs.ts';

type Props<Noun extends StandingNoun> = {
  of: Noun;
  standing: StandingOf<Noun>;
  /** Serbian words of state agree with the noun that they are said of (`genderOf` of its type). */
  gender?: Gender;
  glyph?: GlyphSource;
};

const namespaces = { agreement: 'standing', membership: 'membership', project: 'project' } as const;

/** What happened in the world: the only pill there is. */
export function Standing<Noun extends StandingNoun>({ of, standing, gender = 'masculine', glyph: from }: Props<Noun>) {
  const t = useTranslations('states');
  const word: string = `${namespaces[of]}.${standing}`;
  const [glyph, tone] = signOf(of, standing);
  return (
    <span className={`state t-${tone}`}>
      <Glyph name={glyph} from={from} />
      {t(word, { gender })}
    </span>
  );
}
