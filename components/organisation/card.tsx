import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Row } from '#components/rows.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { countryName } from '#messages/names.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { OrganisationLine } from '#office/organisation/read.ts';

/** An organisation as one line of the register of partners. */
export function OrganisationCard({ organisation, form }: { organisation: OrganisationLine; form: WrittenForm }) {
  const t = useTranslations('vocabulary.organisationKind');
  const words = useTranslations('partners');
  const { code, slug, name, acronym, kind, country, place, verification, ties } = organisation;
  return (
    <Row
      margin={<b className="code">{code}</b>} level={2}
      href={`/${form}/${publicFolder(kind)}/${slug}`}
      title={<LocalTextView text={name} form={form} />}
      side={<VerificationMark state={verification} />}
    >
      <p>
        {[kind ? t(kind) : null, country ? countryName(country, form) : null].filter(Boolean).join(' · ')}
        {place ? <>{' · '}<LocalTextView text={place} form={form} /></> : null}
        {acronym ? <>{' · '}<LocalTextView text={acronym} form={form} say="elsewhere" /></> : null}
      </p>
      {ties > 0 ? <p className="soft">{words('tied', { count: ties })}</p> : null}
    </Row>
  );
}
