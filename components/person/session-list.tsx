import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Todo } from '#components/todo.tsx';
import { writeInstant } from '#messages/dates.ts';
import type { WrittenForm } from '#messages/local-text.ts';
import type { Device } from '#office/person/agent.ts';
import type { OwnSession } from '#office/person/own-session.ts';

type Props = { sessions: readonly OwnSession[]; form: WrittenForm; end: (session: string, label: string) => ReactNode };

/** Where somebody is signed in: on what, from which network address, since when, and seen when. */
export function SessionList({ sessions, form, end }: Props) {
  const t = useTranslations('me');
  const device = useDeviceWords();
  return (
    <Todo lines={sessions.map((one) => {
      const what = device(one.device);
      const since = writeInstant(one.startedAt, form, 'sentence');
      return {
        id: one.id, title: one.isThis ? <><b>{what}</b> · {t('thisOne')}</> : what,
        note: <>{one.address ? t('from', { address: one.address }) : t('fromUnknown')} · {t('began', { when: since })} · {t('seen', { when: writeInstant(one.seenAt, form, 'sentence') })}</>,
        act: one.isThis ? undefined : end(one.id, t('endOne', { what, when: since })),
      };
    })} />
  );
}

/** A browser and its system in plain words; what is not known is said to be. */
export function useDeviceWords(): (device: Device) => string {
  const t = useTranslations('me.device');
  return ({ browser, system }) => {
    if (!browser && !system) return t('unknown');
    return t('both', { browser: browser ? t(`browsers.${browser}`) : t('unknownBrowser'), system: system ? t(`systems.${system}`) : t('unknownSystem') });
  };
}
