import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { glyphFor, Row, shortTitle, type LineLook } from '#components/rows.tsx';
import { VerificationMark } from '#components/verification-mark.tsx';
import type { WrittenForm } from '#messages/local-text.ts';
import { shortText } from '#messages/short-text.ts';
import { countryName } from '#messages/names.ts';
import { publicFolder } from '#office/organisation/organisation.ts';
import type { OrganisationLine } from '#office/organisation/read.ts';

/** An organisation as one line of the register of partners. */
export function OrganisationCard({ organisation, form, look = 'whole' }: { organisation: OrganisationLine; form: WrittenForm; look?: LineLook }) {
  const t = useTranslations('vocabulary.organisationKind');
  const words = useTranslations('partners');
  const { code, slug, name, acronym, kind, country, place, verification, ties } = organisation;
  return (
    <Row
      margin={<b className="code">{code}</b>} level={2}
      href={`/${form}/${publicFolder(kind)}/${slug}`}
      title={<LocalTextView text={look === 'whole' ? name : shortText(name, shortTitle)} form={form} />}
      side={<VerificationMark state={verification} glyph={glyphFor[look]} />}
    >
      <p>
        {[kind ? t(kind) : null, country ? countryName(country, form) : null].filter(Boolean).join(' · ')}
        {place ? <>{' · '}<LocalTextView text={shortText(place, 60)} form={form} /></> : null}
        {acronym && look === 'whole' ? <>{' · '}<LocalTextView text={shortText(acronym, 40)} form={form} say="elsewhere" /></> : null}
      </p>
      {ties > 0 ? <p className="soft">{words('tied', { count: ties })}</p> : null}
    </Row>
  );
}
