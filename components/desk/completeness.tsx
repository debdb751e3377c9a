import { useTranslations } from 'next-intl';
import { Card } from '#components/todo.tsx';
import type { Completeness } from '#office/desk/completeness.ts';
import type { Noun } from '#office/permission.ts';

/** How complete the registers are: a bar with its figure for each thing that a record should tell, register by register. */
export function CompletenessCard({ figures, hrefOf }: { figures: readonly Completeness[]; hrefOf: (noun: Noun, what: Completeness['what']) => string }) {
  const t = useTranslations('desk');
  const registers = useTranslations('frame.workspace');
  const held = figures.filter(({ all }) => all > 0);
  return (
    <Card heading={t('complete')} width={5}>
      {[...Map.groupBy(held, ({ noun }) => noun)].map(([noun, some]) => (
        <div key={noun} className="todo-group">
          <h3>{registers(folders[noun])}</h3>
          <ul className="todo todo-meter">
            {some.map(({ what, known, all }) => (
              <li key={what}>
                <div>
                  <a href={hrefOf(noun, what)}>{t(`known.${what}`)}</a>
                  <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="meter-bg" width="100" height="8" />
                    <rect className="meter-on" width={Math.round((known / all) * 1_000) / 10} height="8" />
                  </svg>
                </div>
                <span className="num soft">{t('of', { known, all })}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  );
}

const folders: Record<Noun, string> = {
  organisation: 'partners', membership: 'networks', programme: 'programmes', project: 'projects', agreement: 'agreements', milestone: 'milestones', document: 'documents',
};
