import type { ReactNode } from 'react';
import { portalTerms } from '#office/setting/setting.ts';

/** Places outside this site that the office's own pages name, as tags of a message. */
export const places = {
  portal: to('https://www.ni.rs/'),
  commissioner: to('https://www.poverenik.rs/'),
  equality: to('https://ravnopravnost.gov.rs/'),
  decree: to('http://www.pravno-informacioni-sistem.rs/SlGlasnikPortal/eli/rep/sgrs/vlada/uredba/2018/104/5/reg'),
  portalTerms: to(portalTerms),
};

function to(href: string) {
  return function Place(words: ReactNode) {
    return <a href={href}>{words}</a>;
  };
}
