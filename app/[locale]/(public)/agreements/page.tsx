import type { PageProps } from '#app/shown.ts';
import { registerMetadata, registerPage } from './shown.tsx';

export const generateMetadata = (props: PageProps) => registerMetadata(props, 'agreements');

export default function AgreementsPage(props: PageProps) {
  return registerPage(props, 'agreements');
}
