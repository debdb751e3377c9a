import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

type Props = { party: Pick<AgreementRecord['parties'][number], 'organisation'>; form: WrittenForm; as?: 'link' | 'text' };

/** A party by its name as it stands in the register; the City itself has no page to go to. */
export function PartyName({ party: { organisation }, form, as = 'text' }: Props) {
  const t = useTranslations('agreements');
  if (!organisation) return <span className="unknown">{t('hiddenParty')}</span>;
  const name = <LocalTextView text={organisation.name} form={form} say="elsewhere" />;
  if (organisation.isSelf || as === 'text') return organisation.isSelf ? <b>{name}</b> : name;
  return <a href={`/${form}/${publicFolder(organisation.kind)}/${organisation.slug}`}>{name}</a>;
}
