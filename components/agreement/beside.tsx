import { useTranslations } from 'next-intl';
import { LocalTextView } from '#components/local-text.tsx';
import { Notice } from '#components/notice.tsx';
import { capital } from '#messages/capital.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { AgreementRecord } from '#office/agreement/read.ts';

type Props = { agreement: AgreementRecord; form: WrittenForm };
type Link = AgreementRecord['links'][number];

/**
 * Other records without which this text may not be read: what replaced, amended, annexed or renewed it; and the other
 * way, the text that it amends, renews or replaces. Each names the other at its top, as far as the reader may see it.
 */
export function TextsBeside({ agreement: { links, linkedFrom }, form }: Props) {
  const t = useTranslations('agreements.notice');
  const successors = linkedFrom.filter(({ kind }) => kind === 'replaces');
  const changes = linkedFrom.filter(({ kind }) => partOfText.has(kind));
  const main = links.filter(({ kind }) => partOfText.has(kind));
  const earlier = links.filter(({ kind }) => kind === 'replaces');
  return (
    <>
      <Beside heading={t('replacedBy')} links={successors} words="none" weight="solid" form={form} />
      <Beside heading={t('amendedBy')} links={changes} words="from" weight="solid" form={form} />
      <Beside heading={t('partOf')} links={main} words="to" weight="solid" form={form} />
      <Beside heading={t('replaces')} links={earlier} words="none" weight="outline" form={form} />
    </>
  );
}

const partOfText = new Set<Link['kind']>(['amends', 'annex_to', 'renews']);

type BesideProps = { heading: string; links: readonly Link[]; words: 'from' | 'to' | 'none'; weight: 'solid' | 'outline'; form: WrittenForm };

function Beside({ heading, links, words, weight, form }: BesideProps) {
  const from = useTranslations('agreements.from');
  const to = useTranslations('vocabulary.agreementLink');
  const seen = links.flatMap(({ kind, other }) => (other ? [{ kind, ...other }] : []));
  if (seen.length === 0) return null;
  return (
    <Notice tone="wait" glyph="replaced" weight={weight} heading={heading}>
      <ul>
        {seen.map(({ kind, id, slug, code, title }) => (
          <li key={`${kind} ${id}`}>
            {words === 'none' ? null : `${capital(words === 'from' ? from(kind) : to(kind))}: `}<a href={`/${form}/agreements/${slug}`}><LocalTextView text={title} form={form} say="elsewhere" /></a> <span className="code">{code}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
