//! The faults of the TOML itself, by the parser's own descriptions (toml 1.2), in English.
//!
//! Another version of the parser may have new ones: those get the general sentence at the end.

use crate::lang::Explained;

#[expect(clippy::too_many_lines, reason = "a table: one entry a fault")]
pub(super) fn explain(description: &str) -> Explained {
    let (title, help) = match description {
        "key with no value" | "missing value for key" | "missing assignment between key-value pairs" => (
            "A key must be followed by `=` and its value",
            "Write the key, `=`, and its value: `key = \"value\"`.",
        ),
        "missing value" => ("There is no value after `=`", "Fill it in: `key = \"value\"`."),
        "extra `=`" | "extra assignment between key-value pairs" => {
            ("This `=` is one too many", "Remove the second `=`.")
        }
        "unexpected `=` in array" => (
            "`=` cannot stand directly within a list",
            "Check that the list before it is closed with `]`, or put braces around the key and its value.",
        ),
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            ("A comma is missing", "Add a comma between the two parts.")
        }
        "extra comma in array" | "extra comma in inline table" => {
            ("This comma is one too many", "Remove it.")
        }
        "invalid inline table element" | "missing key for inline table element" => (
            "Within braces there must be a key and its value",
            "Write `{ role = \"Pembina apel\" }`, for example.",
        ),
        "unclosed array table" | "unclosed table" | "invalid table" | "missing table open" => (
            "The header of a table is not complete",
            "Write the name of the table as in `[name]`, or in a script as in `[[step]]`, alone on its line.",
        ),
        "unclosed array" | "missing array opening" => {
            ("The brackets do not match", "Every `[` must be closed with `]`.")
        }
        "unclosed inline table" | "missing inline table opening" => {
            ("The braces do not match", "Every `{` must be closed with `}`.")
        }
        "unexpected key or value"
        | "unexpected content"
        | "unexpected content between comment and newline" => (
            "This does not belong at the end of the line",
            "A line holds one key only. A quote within a text is written `\\\"`.",
        ),
        "invalid key-value pair" | "invalid key" | "unquoted keys cannot be empty" => (
            "The name of the key is missing",
            "Write the name of the key before `=`.",
        ),
        "colon for assignment" => (
            "A key must be followed by `=`, not by a colon",
            "Put `=` in place of the colon: `key = \"value\"`.",
        ),
        "invalid unquoted key" => (
            "The name of a key may only have letters, digits, `-` and `_`",
            "Replace the other characters of this name.",
        ),
        "keys cannot be multi-line literal strings" | "keys cannot be multi-line basic strings" => (
            "The name of a key must stay on one line",
            "Write the name without quotes.",
        ),
        "invalid basic string" | "invalid literal string" | "missing opening quote" => (
            "The quote is not closed on this line",
            "Close the text with the same quote before the line ends.",
        ),
        "invalid multi-line basic string" | "invalid multi-line literal string" => (
            "The triple quote is not closed",
            "Close the text with the same three quotes.",
        ),
        "missing escaped value" | "too few unicode value digits" | "invalid value" => (
            "`\\` is followed by a character that it does not go with",
            "To write a backslash, double it: `\\\\`. A quote is written `\\\"`.",
        ),
        "string values must be quoted" => (
            "A text needs quotes around it",
            "Put straight quotes `\"` around it.",
        ),
        "invalid boolean" => (
            "`true` or `false` belongs here",
            "Write it in small letters, without quotes.",
        ),
        "invalid date-time" | "invalid datetime" | "invalid date" | "invalid time" | "invalid offset" => (
            "This is not a date or a time",
            "Write a date like `2024-10-07` and a time like `07:30:00`.",
        ),
        "unexpected leading zero" => (
            "A number must not begin with zero",
            "Remove the zero; a time is written like `07:30:00`.",
        ),
        "redundant numeric sign" | "unexpected sign" | "integers with a radix cannot be signed" => {
            ("This plus or minus is out of place", "Remove it.")
        }
        "invalid integer number"
        | "invalid float"
        | "invalid hexadecimal number"
        | "invalid octal number"
        | "invalid binary number"
        | "radix must be lowercase"
        | "redundant integer number prefix"
        | "`_` may only go between digits" => (
            "This is not a number",
            "Write digits only, as in `90`; put quotes around a text.",
        ),
        "cannot recurse further; max recursion depth met" | "recursion limit" => (
            "Tables and lists stand too deep within one another",
            "A script never needs to go this deep.",
        ),
        other if other.starts_with("cannot extend value of type") => (
            "This key has another value already, so nothing can be added to it",
            "Put all of it in one place.",
        ),
        _ => (
            "This is not TOML",
            "Compare it with a shipped script: every line has the form `key = value`.",
        ),
    };
    Explained::new(title, "", help)
}
