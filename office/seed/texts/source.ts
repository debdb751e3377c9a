import type { Texts } from '#office/seed/texts/text.ts';

/** Where the starting records come from; no address of a page is known, so none is given. */
export const officeRecords: Texts = {
  sr: 'Евиденција Канцеларије за међународну сарадњу Града Ниша',
  en: 'Records of the Office for International Cooperation of the City of Niš',
};
