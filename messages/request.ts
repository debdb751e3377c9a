import { getRequestConfig } from 'next-intl/server';
import { locale as formOfAddress } from 'next/root-params';
import { catalogues } from '#messages/catalogue.ts';
import { defaultForm, isWrittenForm } from '#messages/routing.ts';
import { officeTimeZone, refuseMissing, visibleKey } from '#messages/words.ts';

/**
 * What next-intl draws a page with. The form is the one asked for (`getTranslations({ locale })`), else the
 * first segment of the address, which Next knows by itself: no locale proxy stands before the pages, and
 * none needs `setRequestLocale`. Inside a server action Next does not know it, so an action names its form.
 * Dates and money are written by messages/dates.ts and numbers.ts, which know Serbian cases.
 */
export default getRequestConfig(async ({ locale }) => {
  const asked = locale ?? (await formOfAddress());
  const form = isWrittenForm(asked) ? asked : defaultForm;
  return {
    locale: form,
    messages: catalogues[form],
    timeZone: officeTimeZone,
    onError: refuseMissing,
    getMessageFallback: visibleKey,
  };
});
