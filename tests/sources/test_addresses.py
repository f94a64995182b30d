"""Only public addresses may be asked."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.sources._addresses import refusal


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("127.0.0.1", "this machine"),
        ("127.255.255.254", "this machine"),
        ("0.0.0.0", "unspecified"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("172.31.255.255", "private"),
        ("192.168.178.1", "private"),
        ("169.254.1.1", "link-local"),
        ("169.254.169.254", "metadata"),
        ("100.100.100.200", "shared"),
        ("100.64.0.1", "shared"),
        ("192.0.0.170", "reserved"),
        ("192.88.99.1", "6to4"),
        ("198.18.0.1", "benchmarks"),
        ("203.0.113.7", "documentation"),
        ("224.0.0.251", "multicast"),
        ("240.0.0.1", "reserved"),
        ("255.255.255.255", "reserved"),
        ("::", "unspecified"),
        ("::1", "this machine"),
        ("::127.0.0.1", "reserved"),
        ("::ffff:127.0.0.1", "form of IPv6"),
        ("::ffff:8.8.8.8", "form of IPv6"),
        ("64:ff9b::7f00:1", "NAT64"),
        ("64:ff9b:1::a00:1", "NAT64"),
        ("2002:7f00:1::", "6to4"),
        ("2001:0:4136:e378::1", "Teredo"),
        ("2001:db8::1", "documentation"),
        ("fc00::1", "private"),
        ("fd00:ec2::254", "metadata"),
        ("fd12:3456::1", "private"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("2a00:1450::1%eth0", "link-local"),
        ("fec0::1", "private"),
        ("ff02::1", "multicast"),
        ("4000::1", "reserved"),
    ],
)
def test_address_that_is_not_public_is_named(address: str, what: str) -> None:
    """Each kind by its name, which a person can look up."""
    found = refusal(ip_address(address))
    assert found is not None
    assert what in found


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2a00:1450:4001::1", "2606:4700::1"],
)
def test_public_address_may_be_asked(address: str) -> None:
    """The neighbours of refused networks included."""
    assert refusal(ip_address(address)) is None


@given(st.ip_addresses())
def test_what_may_be_asked_is_global_to_python_too(address: object) -> None:
    """An independent list, Python's own, finds no hole in this one."""
    found = ip_address(str(address))
    if refusal(found) is None:
        assert found.is_global
        assert not found.is_multicast
