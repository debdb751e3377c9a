import { drawSide, type Props } from './side.tsx';

export default async function SidePage({ params }: Props) {
  return drawSide(params);
}
