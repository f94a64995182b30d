"""Which network addresses a page may be fetched from.

A page's address may come from anybody: a list, a feed, a redirect. What stands behind the
machine's own network (a router, a database, a cloud's metadata service) must not be asked in
its name. Everything is refused that the IANA special-purpose registries (RFC 6890, as of
2026) do not hold to be globally reachable, and with it every form that wraps an IPv4 address.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

_REFUSED_IPV4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address shared within a provider's or a cloud's network"),
        ("127.0.0.0/8", "this machine itself"),
        ("169.254.169.254/32", "a cloud's metadata service"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address for benchmarks"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
    )
)

_REFUSED_IPV6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("::/128", "an unspecified address"),
        ("::1/128", "this machine itself"),
        ("::ffff:0:0/96", "an IPv4 address in the form of IPv6"),
        ("64:ff9b::/96", "an IPv4 address behind NAT64"),
        ("64:ff9b:1::/48", "an IPv4 address behind NAT64"),
        ("fd00:ec2::254/128", "a cloud's metadata service"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("fec0::/10", "a private address"),
        ("ff00::/8", "a multicast address"),
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "an IPv4 address in a 6to4 tunnel"),
        ("3fff::/20", "an address for documentation"),
    )
)

_GLOBAL_IPV6 = IPv6Network("2000::/3")


def refusal(address: Address) -> str | None:
    """What `address` is, where it must not be asked; None where it is a public one."""
    if isinstance(address, IPv4Address):
        return next((what for network, what in _REFUSED_IPV4 if address in network), None)
    if address.scope_id is not None:
        return "a link-local address"
    for network, what in _REFUSED_IPV6:
        if address in network:
            return what
    return None if address in _GLOBAL_IPV6 else "a reserved address"
