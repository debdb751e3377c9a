import { formOfPage, type PageProps } from '#app/shown.ts';
import { staff } from '#app/viewer.ts';
import { DeskHead } from '#components/desk-head.tsx';

export default async function DeskPage({ params }: PageProps) {
  await formOfPage(params);
  const viewer = await staff();
  return <DeskHead title={viewer.name} />;
}
