import { useTranslations } from 'next-intl';

/** The first stop of the keyboard: past the frame, to the page's own words. */
export function SkipLink() {
  return <a className="skip" href="#main">{useTranslations('site')('toContent')}</a>;
}
