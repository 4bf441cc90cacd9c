/** Which addresses may be connected to: only the public Internet, checked where the connection is made. */
import { lookup as resolveName } from 'node:dns';
import { lookup as resolveAll } from 'node:dns/promises';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';
import { insideFailure } from './http-client-failure.ts';

/** Addresses that are not on the public Internet (RFC 6890 and its kin). */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Is the address outside the public Internet? IPv4 within IPv6 counts as what it is. */
export function isInside(address: string): boolean {
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Refuses an address that is written as numbers and lies inside: such a one never reaches the look-up. */
export function refuseInsideLiteral(url: URL): void {
  const literal = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(literal) !== 0 && isInside(literal)) throw insideFailure();
}

/** Refuses a name that stands only for inside addresses; one that is not known here is for a proxy to look up. */
export async function refuseInsideName(hostname: string): Promise<void> {
  const name = hostname.replace(/^\[|\]$/gu, '');
  const addresses = await resolveAll(name, { all: true }).catch(() => []);
  if (addresses.length > 0 && addresses.every(({ address }) => isInside(address))) throw insideFailure();
}

/** Resolves a name and hands on only public addresses: what is checked is what is connected to. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const open = addresses.filter(({ address }) => !isInside(address));
    const [first] = open;
    if (first === undefined) callback(insideFailure(), '', 0);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};
