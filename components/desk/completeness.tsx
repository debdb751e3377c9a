import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Card } from '#components/todo.tsx';
import type { Completeness } from '#office/desk/completeness.ts';
import type { Noun } from '#office/permission.ts';

type Figures = { figures: readonly Completeness[]; hrefOf: (noun: Noun) => string };
type What = Completeness['what'];

/** What every register should know, and what one register alone. */
const common = ['english', 'checked', 'owner'] as const satisfies readonly What[];
const isCommon = (what: What) => common.some((one) => one === what);

/** How complete the office's records are, in a few bars: the fact that each register is about, then what all should tell. */
export function CompletenessCard({ figures, hrefOf }: Figures) {
  const t = useTranslations('desk');
  const registers = useTranslations('frame.workspace');
  const held = figures.filter(({ all }) => all > 0);
  const sums = common.map((what) => {
    const some = held.filter((one) => one.what === what);
    return { what, known: sum(some.map(({ known }) => known)), all: sum(some.map(({ all }) => all)) };
  }).filter(({ all }) => all > 0);
  return (
    <Card heading={t('complete')} width={5}>
      {held.length === 0 ? <p className="soft">{t('noRecords')}</p> : (
        <ul className="todo todo-meter">
          {held.filter(({ what }) => !isCommon(what)).map(({ noun, what, known, all }) => (
            <Meter key={noun} label={<><a href={hrefOf(noun)}>{t(`known.${what}`)}</a> <small>{registers(folders[noun])}</small></>} known={known} all={all} />
          ))}
          {sums.map(({ what, known, all }) => <Meter key={what} label={<a href="#completeness">{t(`known.${what}`)}</a>} known={known} all={all} />)}
        </ul>
      )}
    </Card>
  );
}

/** The same register by register, as a table. */
export function CompletenessTable({ figures, hrefOf }: Figures) {
  const t = useTranslations('desk');
  const registers = useTranslations('frame.workspace');
  const rows = [...Map.groupBy(figures.filter(({ all }) => all > 0), ({ noun }) => noun)];
  if (rows.length === 0) return null;
  return (
    <Card heading={<span id="completeness">{t('completeTable')}</span>} width={12}>
      <section className="scroll" aria-label={t('completeTable')} tabIndex={0}>
        <table className="figures figures-wide">
          <caption className="hide">{t('completeTable')}</caption>
          <thead><tr><th scope="col">{t('registerColumn')}</th><th scope="col">{t('ownFact')}</th>{common.map((what) => <th key={what} scope="col">{t(`known.${what}`)}</th>)}</tr></thead>
          <tbody>
            {rows.map(([noun, some]) => {
              const own = some.find(({ what }) => !isCommon(what));
              return (
                <tr key={noun}>
                  <th scope="row"><a href={hrefOf(noun)}>{registers(folders[noun])}</a></th>
                  <td>{own ? <Cell label={t(`known.${own.what}`)} one={own} /> : null}</td>
                  {common.map((what) => <td key={what}><Cell one={some.find((one) => one.what === what)} /></td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function Meter({ label, known, all }: { label: ReactNode; known: number; all: number }) {
  const t = useTranslations('desk');
  return (
    <li>
      <div>{label}<Bar known={known} all={all} /></div>
      <span className="num soft">{t('of', { known, all })}</span>
    </li>
  );
}

function Cell({ label, one }: { label?: string; one: Completeness | undefined }) {
  const t = useTranslations('desk');
  if (!one) return <span className="soft">–</span>;
  return <>{label ? <span className="soft">{label}: </span> : null}<span className="num">{t('of', one)}</span><Bar known={one.known} all={one.all} /></>;
}

function Bar({ known, all }: { known: number; all: number }) {
  return (
    <svg className="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="meter-bg" width="100" height="8" />
      <rect className="meter-on" width={Math.round((known / all) * 1_000) / 10} height="8" />
    </svg>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const folders: Record<Noun, string> = {
  organisation: 'partners', membership: 'networks', programme: 'programmes', project: 'projects', agreement: 'agreements', milestone: 'milestones', document: 'documents',
};
