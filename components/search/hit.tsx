import { useTranslations } from 'next-intl';
import { MarkedText } from '#components/marked-text.tsx';
import { Row } from '#components/rows.tsx';
import { Standing } from '#components/standing.tsx';
import { genderOf } from '#messages/gender.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Hit } from '#office/search/hits.ts';

/** One record that was found: what it is in the margin, its name, and the words by which it was found. */
export function HitRow({ hit, form }: { hit: Hit; form: WrittenForm }) {
  const types = useTranslations('vocabulary.agreementType');
  const { code, type, path, title, names, passage, standing, state } = hit;
  return (
    <Row
      margin={type ? <><b>{types(type)}</b><span className="code">{code}</span></> : <b className="code">{code}</b>}
      href={path ? `/${form}${path}` : undefined} title={title ? <MarkedText text={title} form={form} /> : code}
      side={<>
        {standing ? <Standing of="agreement" standing={standing} gender={genderOf(type ?? '')} /> : null}
        {state ? <Standing of="project" standing={state} /> : null}
      </>}
    >
      {names.length || passage ? (
        <p>
          {names.map((name, place) => <span key={place}>{place > 0 ? ', ' : null}<MarkedText text={name} form={form} /></span>)}
          {names.length && passage ? '. ' : null}
          {passage ? <MarkedText text={passage} form={form} /> : null}
        </p>
      ) : null}
    </Row>
  );
}
