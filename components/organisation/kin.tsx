import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import type { SheetRow } from '#components/record-sheet.tsx';
import { OrganisationLink, type ReadBy } from '#components/reference-link.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Kin, Kinsman } from '#office/organisation/kin.ts';

/** Said at the top of a page about an organisation that is no more: who came after it. */
export function Successors({ kin: { successors }, form }: { kin: Kin; form: WrittenForm }) {
  const t = useTranslations('partners.kin');
  if (successors.length === 0) return null;
  return <Notice tone="wait" glyph="replaced" weight="solid" heading={t('succeeded')}><p><Names of={successors} form={form} readBy="public" /></p></Notice>;
}

/** Lines of a sheet: what it is part of, whose work it carries on, which are its parts. */
export function useKinRows({ parent, predecessor, parts }: Kin, form: WrittenForm, readBy: ReadBy): SheetRow[] {
  const t = useTranslations('partners.kin');
  return [
    ...(parent ? [{ term: t('parent'), value: <Names of={[parent]} form={form} readBy={readBy} /> }] : []),
    ...(predecessor ? [{ term: t('predecessor'), value: <Names of={[predecessor]} form={form} readBy={readBy} /> }] : []),
    ...(parts.length ? [{ term: t('parts'), value: <Names of={parts} form={form} readBy={readBy} /> }] : []),
  ];
}

function Names({ of, form, readBy }: { of: readonly Kinsman[]; form: WrittenForm; readBy: ReadBy }) {
  return of.map((one, place) => <span key={one.id}>{place > 0 ? ', ' : null}<OrganisationLink to={one} form={form} readBy={readBy} /></span>);
}
