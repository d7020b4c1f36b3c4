import ipaddr from 'ipaddr.js';

/**
 * Who one client is, for counting what each may have: an IPv4 address, or the /64 an IPv6 address is of, of which a single
 * connection has all. What is no address counts as itself.
 */
export function clientNetwork(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4' ? address.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${ip}/64`).toString();
}
