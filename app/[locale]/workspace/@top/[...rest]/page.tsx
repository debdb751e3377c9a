import { drawTop, type Props } from '../top.tsx';

export default async function TopPage({ params }: Props) {
  return drawTop(params);
}
