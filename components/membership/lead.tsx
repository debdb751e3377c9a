type Props = { path: string; name: string; code: string };

/** Which membership a page of an act is about: its network, and the code that tells two memberships in one network apart. */
export function MembershipLead({ path, name, code }: Props) {
  return <><a href={path}>{name}</a> {name === code ? null : <span className="small soft">{code}</span>}</>;
}
