import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { admin } from '#app/admin.ts';
import { notThere } from '#app/record-page.tsx';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { ButtonLink } from '#components/button.tsx';
import { DeskHead } from '#components/desk-head.tsx';
import { HistoryList } from '#components/history-list.tsx';
import { Notice } from '#components/notice.tsx';
import { belgradeToday, writeDay, writeTime } from '#messages/dates.ts';
import { formerName } from '#office/former.ts';
import { publishersOn, settingsOf } from '#office/setting/read.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('heading') };
}

/** What the office has chosen, what each choice means, and who changed it, when and why. For administrators. */
export default async function SettingsPage({ params }: PageProps) {
  const viewer = await admin();
  if (!viewer) return notThere(params);
  const form = await formOfPage(params);
  const t = await getTranslations('settings');
  const names = await getTranslations('record');
  const publishers = await publishersOn(belgradeToday(new Date()));
  const settings = await settingsOf(viewer);
  const said = (key: string, value: boolean | number) => (typeof value === 'number' ? t(`${key}.is`, { days: value }) : t(value ? `${key}.yes` : `${key}.no`));
  return (
    <>
      <DeskHead title={t('heading')} lead={t('lead')} />
      {settings.map(({ key, value, past }) => (
        <section className="part" key={key} aria-label={t(`${key}.name`)}>
          <h2>{t(`${key}.name`)}: {said(key, value)}</h2>
          <p className="prose">{t(`${key}.meaning`)}</p>
          {key === 'four_eyes' ? <FourEyesHint on={value === true} publishers={publishers} words={t} /> : null}
          <p><ButtonLink kind="line" size="small" href={`/${form}/workspace/settings/${key}`}>{t('change')}<span className="hide">: {t(`${key}.name`)}</span></ButtonLink></p>
          {past.length > 0 ? (
            <HistoryList level={3} entries={past.map((one) => ({
              id: String(one.seq), time: writeTime(one.at, form), day: writeDay(belgradeToday(one.at), form, 'table'), what: said(key, one.value),
              who: one.actor ?? (one.actorId ? formerName(one.actorId, form) : names('system')), why: one.reason ?? undefined, changes: [],
            }))} />
          ) : <p className="soft">{t('never')}</p>}
        </section>
      ))}
    </>
  );
}

function FourEyesHint({ on, publishers, words: t }: { on: boolean; publishers: number; words: (key: string, values?: Record<string, number>) => string }) {
  if (on && publishers < 2) return <Notice tone="wait" weight="solid" level={3} heading={t('four_eyes.tooFew')}><p>{t('four_eyes.tooFewWhy')}</p></Notice>;
  return !on && publishers > 1 ? <Notice tone="way" level={3} heading={t('four_eyes.couldBe', { count: publishers })} /> : null;
}
