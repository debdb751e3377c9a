/** An IPv4 address as it is; of an IPv6 address the /64 that one subscriber has. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? `${groupsOf(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** The groups of an IPv6 address with those that `::` leaves out, each in its shortest form. */
function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.toLowerCase().split('::').map((half) => half.split(':').filter(Boolean));
  const left = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...(address.includes('::') ? left : []), ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
