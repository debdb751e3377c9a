import { ZzForm } from './form.tsx';
import { post } from './actions.ts';
export default async function Page() { return <><h1>zz</h1><ZzForm action={post} /></>; }
