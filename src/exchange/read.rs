//! Reads a file that came back, in whichever format it is. Knows what tells them apart, and nothing else of them.

use super::decode::{Text, short};
use super::returned::{Fault, Returned};
use super::xml::{self, Element};
use super::{po, xliff2, xliff12};

/// Reads XLIFF 2.0, 2.1 and 1.2, and PO. What else it may be is a fault.
pub fn read(bytes: &[u8]) -> Result<Returned, Fault> {
    let text = Text::decode(bytes)?;
    if !text.text.trim_start().starts_with('<') {
        return po::read(&text);
    }
    let root = xml::parse(&text)?;
    if root.name != "xliff" {
        let message = format!("<{}> is not XLIFF: hand back the file that was handed off", short(&root.name));
        return Err(text.fault(root.at, message));
    }
    let version = root.attribute("version").unwrap_or_default();
    match (&*root.namespace, version) {
        (xliff2::NAMESPACE, "2.0" | "2.1") => xliff2::read(&text, &root),
        // Some tools lose the namespace.
        (xliff12::NAMESPACE | "", "1.2") => xliff12::read(&text, &root),
        _ => Err(unknown_version(&text, &root, version)),
    }
}

fn unknown_version(text: &Text, root: &Element, version: &str) -> Fault {
    let message = match version {
        "2.0" | "2.1" | "1.2" => format!("XLIFF {version} in a foreign namespace: export the file again"),
        "" => "XLIFF that does not say its version: export it as 2.1 or 1.2, as it was handed off".to_owned(),
        _ => {
            format!(
                "XLIFF {} is not read: export the file as 2.1 or 1.2, as it was handed off",
                short(version)
            )
        }
    };
    text.fault(root.at, message)
}
