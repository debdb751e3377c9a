import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { OrganisationLink, type ReadBy } from '#components/reference-link.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

type Props = { party: Pick<AgreementRecord['parties'][number], 'organisation'>; form: WrittenForm; as?: 'link' | 'text'; readBy?: ReadBy };

/** A party by its name as it stands in the register. */
export function PartyName({ party: { organisation }, form, as = 'text', readBy = 'public' }: Props) {
  const t = useTranslations('agreements');
  if (!organisation) return <span className="unknown">{t('hiddenParty')}</span>;
  const name = as === 'link' ? <OrganisationLink to={organisation} form={form} readBy={readBy} /> : <LocalTextView text={organisation.name} form={form} say="elsewhere" />;
  return organisation.isSelf ? <b>{name}</b> : name;
}
