import { useTranslations } from 'next-intl';
import { Glyph } from '#components/glyph.tsx';
import type { Role } from '#db/schema/person.ts';
import type { Extent, RightsGroup, RightsRow } from '#office/rights.ts';

/** One part of the table of rights: an act in each row, a role over each column, and in the cell in which cases. */
export function RightsMatrix({ group, roles }: { group: RightsGroup; roles: readonly Role[] }) {
  const t = useTranslations('rights');
  const role = useTranslations('vocabulary.role');
  const noun = useTranslations('rights.nouns');
  return (
    <section className="scroll" aria-label={t(`groups.${group.key}`)} tabIndex={0}>
      <table className="grid matrix listed">
        <caption className="hide">{t('caption', { group: t(`groups.${group.key}`) })}</caption>
        <thead><tr><th scope="col">{t('act')}</th>{roles.map((one) => <th scope="col" key={one}>{role(one)}</th>)}</tr></thead>
        <tbody>
          {group.rows.map((row) => (
            <tr key={row.actions[0]}>
              <th scope="row">{t(`acts.${group.key}.${row.verb}`)}{row.nouns.length > 0 ? <small>{row.nouns.map((one) => noun(one)).join(', ')}</small> : null}</th>
              {roles.map((one) => <td key={one} data-label={role(one)}><Can extent={row.cells[one].extent} group={group.key} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const looks: Record<Extent, 'yes' | 'own' | 'no'> = { yes: 'yes', no: 'no', ownDrafts: 'own', drafts: 'own', own: 'own', ownAndDrafts: 'own', others: 'own', oneself: 'own' };

/** Of a proposal the words speak of what it is about. */
function Can({ extent, group }: { extent: RightsRow['cells']['admin']['extent']; group: RightsGroup['key'] }) {
  const t = useTranslations('rights.can');
  const look = looks[extent];
  const glyphs = { yes: 'can-yes', own: 'can-own', no: 'can-no' } as const;
  return <span className={`can can-${look}`}><Glyph name={glyphs[look]} />{t(group === 'proposal' && extent === 'drafts' ? 'onDrafts' : extent)}</span>;
}
