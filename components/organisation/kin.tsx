import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import type { SheetRow } from '#components/record-sheet.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Kin, Kinsman } from '#office/organisation/kin.ts';
import { publicFolder } from '#office/organisation/organisation.ts';

/** Said at the top of a page about an organisation that is no more: who came after it. */
export function Successors({ kin: { successors }, form }: { kin: Kin; form: WrittenForm }) {
  const t = useTranslations('partners.kin');
  if (successors.length === 0) return null;
  return <Notice tone="wait" glyph="replaced" weight="solid" heading={t('succeeded')}><p><Names of={successors} form={form} /></p></Notice>;
}

/** Lines of a sheet: what it is part of, whose work it carries on, which are its parts. */
export function useKinRows({ parent, predecessor, parts }: Kin, form: WrittenForm): SheetRow[] {
  const t = useTranslations('partners.kin');
  return [
    ...(parent ? [{ term: t('parent'), value: <Names of={[parent]} form={form} /> }] : []),
    ...(predecessor ? [{ term: t('predecessor'), value: <Names of={[predecessor]} form={form} /> }] : []),
    ...(parts.length ? [{ term: t('parts'), value: <Names of={parts} form={form} /> }] : []),
  ];
}

function Names({ of, form }: { of: readonly Kinsman[]; form: WrittenForm }) {
  return of.map((one, place) => <span key={one.id}>{place > 0 ? ', ' : null}<Name of={one} form={form} /></span>);
}

/** The City itself is no partner and has no page to go to. */
function Name({ of: { slug, name, kind, isSelf }, form }: { of: Kinsman; form: WrittenForm }) {
  const written = <LocalTextView text={name} form={form} say="elsewhere" />;
  return isSelf ? written : <a href={`/${form}/${publicFolder(kind)}/${slug}`}>{written}</a>;
}
