//! JSON Schemas of the values that files write as strings. The other types derive theirs where they are declared.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::decimal::Decimal;
use super::points::{Decimals, Points};
use super::target_set::TargetId;

/// An id: letters, digits, `-`, `_`, `.`; one to 64 of them.
pub struct Id;

/// A schema that stands where it is used.
macro_rules! inline {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

inline!(Id, "Id", { "type": "string", "pattern": "^[\\p{L}\\p{N}._-]{1,64}$" });
inline!(TargetId, "TargetId", { "type": "string", "pattern": "^[\\p{L}\\p{N}._-]{1,64}$" });
inline!(Decimal, "Decimal", { "type": "string", "pattern": "^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?$" });
inline!(Points, "Points", { "type": "string", "pattern": "^(0|[1-9][0-9]{0,8})(\\.[0-9]{1,3}0{0,3})?$" });
inline!(Decimals, "Decimals", { "type": "integer", "minimum": 0, "maximum": 3 });
