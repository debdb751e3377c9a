import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { CountRings } from '#components/project/count-rings.tsx';
import { OrganisationLink, type ReadBy } from '#components/reference-link.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProjectRecord } from '#office/project/read.ts';
import { partnerRoles } from '#office/vocabulary.ts';

/** Who pays for a project or carries it out for others is not counted among its partners. */
const takesPart = new Set<string>(['lead', 'partner', 'associated', 'beneficiary']);

type Props = { project: ProjectRecord; form: WrittenForm; readBy: ReadBy };

/** Who takes part, by role; the source's own word stands beside a partner where our vocabulary is wider. */
export function ProjectPartners({ project, form, readBy }: Props) {
  const t = useTranslations('projects');
  const roles = useTranslations('vocabulary.partnerRole');
  const seen = project.partners.filter(({ organisation }) => organisation !== null);
  if (seen.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t('whoTakesPart')}</h2>
      {project.partnerCount ? <CountRings count={project.partnerCount} known={seen.filter(({ role }) => takesPart.has(role)).length} form={form} /> : null}
      <table className="table fold">
        <caption className="hide">{t('partnersAndRoles')}</caption>
        <thead><tr><th scope="col">{t('role')}</th><th scope="col">{t('participant')}</th></tr></thead>
        <tbody>
          {partnerRoles.filter((role) => seen.some((one) => one.role === role)).map((role) => (
            <tr key={role}>
              <th scope="row">{capital(roles(role))}</th>
              <td>
                <span className="cell-label" aria-hidden="true">{t('participant')}</span>
                <ul>{seen.filter((one) => one.role === role).map((one) => <li key={one.id}><Partner partner={one} form={form} readBy={readBy} /></li>)}</ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Partner({ partner, form, readBy }: Omit<Props, 'project'> & { partner: ProjectRecord['partners'][number] }) {
  const t = useTranslations('projects');
  const { organisation, note, inferred } = partner;
  if (!organisation) return null;
  return (
    <>
      <OrganisationLink to={organisation} form={form} readBy={readBy} />
      {note ? <span className="src"> – <LocalTextView text={note} form={form} /></span> : null}
      {inferred && !note ? <span className="src"> – {t('inferred')}</span> : null}
    </>
  );
}

/** A word that begins a line of its own; the vocabulary has it as it stands within a sentence. */
function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase('sr') + word.slice(1);
}
