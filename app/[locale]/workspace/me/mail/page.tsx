import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';
import { LettersChoice } from '#components/mail/letters-choice.tsx';
import { writeInstant } from '#messages/dates.ts';
import { ownLetters } from '#office/mail/read.ts';
import { lettersChosen } from '#office/person/letters.ts';
import { choose } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownMail'))('heading') };
}

/** One's own letters, as they read, and whether the morning's comes; where no letters go out, this is where they are read. */
export default async function OwnMailPage({ params }: PageProps) {
  const viewer = await staff();
  const form = await formOfPage(params);
  const t = await getTranslations('ownMail');
  const me = await getTranslations('me');
  const [chosen, letters] = await Promise.all([lettersChosen(viewer), ownLetters(viewer, form)]);
  return (
    <>
      <DeskHead title={t('heading')} lead={<a href={`/${form}/workspace/me`}>{me('heading')}</a>} />
      <p className="prose">{t('lead')}</p>
      <section className="sec">
        <h2>{t('choice')}</h2>
        <p className="prose soft">{t('choiceWhat')}</p>
        <LettersChoice action={choose} submit={t('save')} values={{ dailyLetter: chosen?.dailyLetter ? ['on'] : [] }} hidden={{ version: chosen?.version, request: randomUUID() }} />
      </section>
      <section className="sec">
        <h2>{t('letters')}</h2>
        {letters.length === 0 ? <p className="soft">{t('none')}</p> : letters.map(({ id, subject, text, at, sentAt }) => (
          <details className="part" key={id}>
            <summary>{subject} <small className="soft">{writeInstant(at, form, 'table')} · {sentAt ? t('sent', { when: writeInstant(sentAt, form, 'table') }) : t('waits')}</small></summary>
            <p className="letter">{text}</p>
          </details>
        ))}
      </section>
    </>
  );
}
