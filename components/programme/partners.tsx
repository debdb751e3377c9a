import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { LocalTextView } from '#components/local-text.tsx';
import { OrganisationLink, type ReadBy } from '#components/reference-link.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { ProgrammeRecord } from '#office/programme/read.ts';

/** Who takes part in the programme and as what; the source's own word stands beside the role. */
export function ProgrammePartners({ partners, form, readBy }: { partners: ProgrammeRecord['partners']; form: WrittenForm; readBy: ReadBy }) {
  const t = useTranslations('programmes.partners');
  const roles = useTranslations('vocabulary.partnerRole');
  if (partners.length === 0) return <EmptyState icon="building-complex" heading={t('none')} />;
  const named = (role: string) => (roles.has(role) ? roles(role) : role);
  return (
    <table className="table fold">
      <caption className="hide">{t('caption')}</caption>
      <thead><tr><th scope="col">{t('organisation')}</th><th scope="col">{t('role')}</th></tr></thead>
      <tbody>
        {partners.map(({ id, organisation, role, iatiRole, note }) => (
          <tr key={id}>
            <th scope="row">{organisation ? <OrganisationLink to={organisation} form={form} readBy={readBy} /> : <span className="unknown">{t('hidden')}</span>}</th>
            <td>
              <span className="cell-label" aria-hidden="true">{t('role')}</span>
              <span>
                {named(role)}
                {note ? <span className="src"> – <LocalTextView text={note} form={form} /></span> : null}
                {iatiRole ? <span className="src"> · IATI {iatiRole}</span> : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
