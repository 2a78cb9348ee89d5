//! Access logs: a line for every request, connection or session, into the instance's own file.

use std::collections::BTreeMap;

use envoy_types::pb::envoy::config::accesslog::v3 as config;
use envoy_types::pb::envoy::config::core::v3::{
    DataSource, SubstitutionFormatString, data_source, substitution_format_string,
};
use envoy_types::pb::envoy::extensions::access_loggers::file::v3::FileAccessLog;
use envoy_types::pb::google::protobuf::Any;
use epic_api::GatewayTemplate;
use epic_api::template::AccessLog;
use prost::{Message as _, Name as _};

use super::{RenderOptions, pb};

/// `FileAccessLog.log_format`.
const LOG_FORMAT: u32 = 5;
/// `SubstitutionFormatString.json_format`.
const JSON_FORMAT: u32 = 2;
/// `Value.string_value`.
const STRING_VALUE: u32 = 3;

/// What a JSON line says when the template does not say what.
const FIELDS: [(&str, &str); 18] = [
    ("time", "%START_TIME%"),
    ("client", "%DOWNSTREAM_REMOTE_ADDRESS%"),
    ("method", "%REQ(:METHOD)%"),
    ("host", "%REQ(:AUTHORITY)%"),
    ("path", "%REQ(:PATH)%"),
    ("protocol", "%PROTOCOL%"),
    ("status", "%RESPONSE_CODE%"),
    ("flags", "%RESPONSE_FLAGS%"),
    ("details", "%RESPONSE_CODE_DETAILS%"),
    ("received", "%BYTES_RECEIVED%"),
    ("sent", "%BYTES_SENT%"),
    ("milliseconds", "%DURATION%"),
    ("cluster", "%UPSTREAM_CLUSTER%"),
    ("endpoint", "%UPSTREAM_HOST%"),
    ("failure", "%UPSTREAM_TRANSPORT_FAILURE_REASON%"),
    ("sni", "%REQUESTED_SERVER_NAME%"),
    ("request_id", "%REQ(X-REQUEST-ID)%"),
    ("user_agent", "%REQ(USER-AGENT)%"),
];

/// The template's access log; none when the template asks for none, or the node keeps none.
pub(super) fn render(
    template: &GatewayTemplate,
    options: &RenderOptions,
) -> Option<config::AccessLog> {
    let wanted = template.spec.access_log.as_ref()?;
    let file = options.access_log.as_ref()?;
    let mut log = FileAccessLog {
        path: file.clone(),
        access_log_format: None,
    }
    .encode_to_vec();
    pb::append_message(LOG_FORMAT, &format(wanted), &mut log);
    let typed = Any {
        type_url: FileAccessLog::type_url(),
        value: log,
    };
    Some(config::AccessLog {
        name: "envoy.access_loggers.file".to_owned(),
        config_type: Some(config::access_log::ConfigType::TypedConfig(typed)),
        ..Default::default()
    })
}

/// An encoded `SubstitutionFormatString`.
fn format(wanted: &AccessLog) -> Vec<u8> {
    if let Some(text) = &wanted.text {
        let source = DataSource {
            specifier: Some(data_source::Specifier::InlineString(format!("{text}\n"))),
            ..Default::default()
        };
        return SubstitutionFormatString {
            format: Some(substitution_format_string::Format::TextFormatSource(source)),
            ..Default::default()
        }
        .encode_to_vec();
    }
    let own = wanted
        .json
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let fields: BTreeMap<&str, &str> = if wanted.json.is_empty() {
        FIELDS.into_iter().collect()
    } else {
        own.collect()
    };
    let mut format = Vec::new();
    pb::append_message(JSON_FORMAT, &structure(&fields), &mut format);
    format
}

/// An encoded `google.protobuf.Struct` of texts. Encoded by hand: a map of several entries would be
/// in another order each time, and every listener another than before.
fn structure(fields: &BTreeMap<&str, &str>) -> Vec<u8> {
    let mut all = Vec::new();
    for (name, text) in fields {
        let mut value = Vec::new();
        pb::append_message(STRING_VALUE, text.as_bytes(), &mut value);
        let mut entry = Vec::new();
        pb::append_message(1, name.as_bytes(), &mut entry);
        pb::append_message(2, &value, &mut entry);
        pb::append_message(1, &entry, &mut all);
    }
    all
}
