import type { ReactNode } from 'react';
import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';

/** What the fields of a form say; the rest of the catalogue stays on the server. */
const namespaces = ['fields', 'issues', 'form', 'vocabulary', 'values', 'states'] as const;

/** Gives the client components of a form their words, in the form of the page. */
export function FormWords({ children }: { children: ReactNode }) {
  const all: Record<string, unknown> = useMessages();
  const some = Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace] ?? {}]));
  return <NextIntlClientProvider locale={useLocale()} messages={some as never}>{children}</NextIntlClientProvider>;
}
