import { createTranslator, type AbstractIntlMessages, type IntlError } from 'use-intl/core';
import { catalogues } from '#messages/catalogue.ts';
import type { WrittenForm } from '#messages/local-text.ts';

/** Finds the words of a key of one namespace (`states`, `values.date`), with its values filled in. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

const made = new Map<string, Words>();

/**
 * The words of a namespace in one form, for code that stands outside a page. A missing message throws, but in
 * production, where it is logged and its key shown.
 */
export function words(form: WrittenForm, namespace: string): Words {
  const key = `${form} ${namespace}`;
  const known = made.get(key);
  if (known) return known;
  // Keys are made from codes at run time (`standing.${code}`), so single messages are not typed here.
  const say = createTranslator({
    locale: form,
    messages: catalogues[form] as AbstractIntlMessages,
    namespace,
    timeZone: officeTimeZone,
    onError: refuseMissing,
    getMessageFallback: visibleKey,
  }) as Words;
  made.set(key, say);
  return say;
}

/** Days of the office are days in Belgrade, wherever the server stands. */
export const officeTimeZone = 'Europe/Belgrade';

export function refuseMissing(error: IntlError): void {
  if (process.env.NODE_ENV !== 'production') throw error;
  console.error(`messages: ${error.message}`);
}

export function visibleKey({ namespace, key }: { namespace?: string; key: string }): string {
  return `[${[namespace, key].filter(Boolean).join('.')}]`;
}
