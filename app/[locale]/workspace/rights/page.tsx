import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { RightsMatrix } from '#components/person/rights-matrix.tsx';
import { rightsMatrix, rightsRoles } from '#office/rights.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rights'))('heading') };
}

const rules = ['all', 'noun', 'record', 'project', 'until', 'self', 'last', 'admin', 'fourEyes', 'sight'] as const;

/** Who may do what, drawn from the permission table itself, and how far a role reaches. */
export default async function RightsPage({ params }: PageProps) {
  await formOfPage(params);
  await staff();
  const t = await getTranslations('rights');
  const role = await getTranslations('vocabulary.role');
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      <section className="sec">
        <h2>{t('roles')}</h2>
        <dl className="help-states">{rightsRoles.map((one) => <div key={one}><dt><b>{role(one)}</b></dt><dd>{t(`about.${one}`)}</dd></div>)}</dl>
      </section>
      <section className="sec">
        <h2>{t('scope')}</h2>
        <dl className="help-states">{rules.map((rule) => <div key={rule}><dt><b>{t(`rules.${rule}.title`)}</b></dt><dd>{t(`rules.${rule}.text`)}</dd></div>)}</dl>
      </section>
      {rightsMatrix().map((group) => <section className="sec" key={group.key}><h2>{t(`groups.${group.key}`)}</h2><RightsMatrix group={group} roles={rightsRoles} /></section>)}
    </>
  );
}
