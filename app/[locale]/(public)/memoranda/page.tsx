import type { PageProps } from '#app/shown.ts';
import { registerMetadata, registerPage } from '../agreements/shown.tsx';

export const generateMetadata = (props: PageProps) => registerMetadata(props, 'memoranda');

export default function MemorandaPage(props: PageProps) {
  return registerPage(props, 'memoranda');
}
