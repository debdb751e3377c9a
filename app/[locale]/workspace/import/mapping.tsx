import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { MapForm } from '#components/import/map-form.tsx';
import { columnLabel } from '#office/import/column.ts';
import { columnsOf } from '#office/import/columns.ts';
import { sampleOf } from '#office/import/read.ts';
import type { ImportPage } from './import-page.ts';
import { mapImport } from './actions.ts';

/** The columns of a table with what stands in them, and what they fill. */
export async function Mapping({ form, run }: ImportPage) {
  const t = await getTranslations('import.map');
  const [samples, known] = [await sampleOf(run.id, 3), columnsOf(run.noun)];
  const columns = run.headings.map((heading, at) => ({ heading, label: t('choose', { heading }), change: t('changeOf', { heading }), samples: samples.map((cells) => (cells[at] ?? '').slice(0, 80)).filter(Boolean) }));
  const values = Object.fromEntries(run.headings.map((heading, at) => [`columns.c${at}`, known.filter(({ key }) => run.mapping[key] === heading).map(({ key }) => key)]));
  return (
    <section className="sec">
      <h2>{t('heading')}</h2>
      <p className="soft">{t('what')}</p>
      <MapForm
        words={{ caption: t('caption'), column: t('column'), fills: t('fills'), sample: t('sample'), none: t('none'), change: t('change'), submit: t('submit') }}
        action={mapImport} hidden={{ id: run.id, version: run.version, request: randomUUID() }} columns={columns}
        values={{ ...values, entersUnknown: run.entersUnknown ? ['on'] : [] }} choices={known.map((column) => ({ key: column.key, label: columnLabel(column, form) }))}
      />
    </section>
  );
}
