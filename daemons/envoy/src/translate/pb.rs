//! Short hands for messages that appear everywhere.

use std::net::IpAddr;

use envoy_types::pb::envoy::config::core::v3 as core;
use envoy_types::pb::envoy::r#type::v3::{FractionalPercent, fractional_percent};
use envoy_types::pb::google::protobuf;
use prost::encoding::{WireType, encode_key, encode_varint};

pub(super) fn seconds(seconds: i64) -> protobuf::Duration {
    protobuf::Duration { seconds, nanos: 0 }
}

pub(super) fn duration(duration: epic_api::Duration) -> protobuf::Duration {
    let millis = duration.as_millis();
    protobuf::Duration {
        seconds: i64::try_from(millis / 1000).unwrap_or(i64::MAX),
        nanos: i32::try_from(millis % 1000 * 1_000_000).unwrap_or(0),
    }
}

pub(super) fn uint(value: u32) -> Option<protobuf::UInt32Value> {
    Some(protobuf::UInt32Value { value })
}

pub(super) fn boolean(value: bool) -> Option<protobuf::BoolValue> {
    Some(protobuf::BoolValue { value })
}

pub(super) fn socket_address(address: IpAddr, port: u16) -> core::SocketAddress {
    core::SocketAddress {
        address: address.to_string(),
        port_specifier: Some(core::socket_address::PortSpecifier::PortValue(port.into())),
        ..Default::default()
    }
}

pub(super) fn address(address: IpAddr, port: u16) -> core::Address {
    core::Address {
        address: Some(core::address::Address::SocketAddress(socket_address(
            address, port,
        ))),
    }
}

/// The stream the resource that contains this came by.
pub(super) fn ads() -> core::ConfigSource {
    core::ConfigSource {
        resource_api_version: core::ApiVersion::V3 as i32,
        config_source_specifier: Some(core::config_source::ConfigSourceSpecifier::Ads(
            core::AggregatedConfigSource {},
        )),
        ..Default::default()
    }
}

/// Adds a field that holds an encoded message. Fields of a message may be in any order, so what is
/// encoded once can be put together again and again.
pub(super) fn append_message(field: u32, message: &[u8], bytes: &mut Vec<u8>) {
    encode_key(field, WireType::LengthDelimited, bytes);
    encode_varint(message.len() as u64, bytes);
    bytes.extend_from_slice(message);
}

/// Numerator and denominator as a share of requests, of millions.
pub(super) fn fraction(numerator: u64, denominator: u64) -> core::RuntimeFractionalPercent {
    const MILLION: u64 = 1_000_000;
    let denominator = denominator.max(1);
    let millionths = (numerator.min(denominator) * MILLION + denominator / 2) / denominator;
    core::RuntimeFractionalPercent {
        default_value: Some(FractionalPercent {
            numerator: u32::try_from(millionths).unwrap_or(u32::MAX),
            denominator: fractional_percent::DenominatorType::Million as i32,
        }),
        ..Default::default()
    }
}
