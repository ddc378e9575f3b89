//! JUnit XML, for test reports of CI systems: a suite for each file, a case for each finding. Only errors are failures,
//! as only they make the exit code 1; the rest passes with its text as output. XML cannot hold control characters, not even as
//! references: they are shown as they are on a terminal.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::diagnostic::{Diagnostic, Severity};

use crate::report::colour::Colour;
use crate::report::counts::Counts;
use crate::report::format::{Format, Rendered};
use crate::report::position::{Positions, Texts};
use crate::report::visible::line;

use super::{Render, human};

pub(crate) const FORMAT: Format<Render> = Format {
    name: "junit",
    description: "JUnit XML, for test reports",
    render: |report| Ok(Rendered::screened(render(report.diagnostics, report.texts)?)),
};

type Xml = Writer<Vec<u8>>;

/// The report; where there is nothing to report, one case that passes.
///
/// # Errors
/// None in practice: memory takes everything.
pub(crate) fn render(diagnostics: &[Diagnostic], texts: &dyn Texts) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let failures = Counts::of(diagnostics).errors.to_string();
    let tests = diagnostics.len().max(1).to_string();
    let mut positions = Positions::new(texts);
    let attributes = [("name", "faqtory check"), ("tests", &tests), ("failures", &failures), ("errors", "0")];
    xml.create_element("testsuites").with_attributes(attributes).write_inner_content(|xml| {
        if diagnostics.is_empty() {
            return nothing(xml);
        }
        for of_file in diagnostics.chunk_by(|a, b| a.path == b.path) {
            suite(xml, of_file, texts, &mut positions)?;
        }
        Ok(())
    })?;
    let mut text = String::from_utf8_lossy(&xml.into_inner()).into_owned();
    text.push('\n');
    Ok(text)
}

/// Some systems take an empty report for a broken one.
fn nothing(xml: &mut Xml) -> io::Result<()> {
    let attributes = [("name", "faqtory check"), ("tests", "1"), ("failures", "0"), ("errors", "0")];
    xml.create_element("testsuite").with_attributes(attributes).write_inner_content(|xml| {
        let case = [("name", "no findings"), ("classname", "faqtory check")];
        xml.create_element("testcase").with_attributes(case).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

fn suite(
    xml: &mut Xml,
    of_file: &[Diagnostic],
    texts: &dyn Texts,
    positions: &mut Positions<'_>,
) -> io::Result<()> {
    let path = line(&of_file[0].path);
    let text = texts.text(&of_file[0].path);
    let (tests, failures) = (of_file.len().to_string(), Counts::of(of_file).errors.to_string());
    let attributes = [("name", &*path), ("tests", &tests), ("failures", &failures), ("errors", "0")];
    xml.create_element("testsuite").with_attributes(attributes).write_inner_content(|xml| {
        for diagnostic in of_file {
            let position = positions.of(diagnostic);
            let name = format!("{} at {}:{}", diagnostic.code, position.line, position.column);
            let case = [("name", name.as_str()), ("classname", &*path)];
            xml.create_element("testcase").with_attributes(case).write_inner_content(|xml| {
                let mut shown = String::new();
                human::one(diagnostic, position, text, Colour::Plain, &mut shown);
                let text = BytesText::new(shown.trim_end());
                if diagnostic.severity == Severity::Error {
                    let message = line(&diagnostic.message);
                    let attributes = [("message", &*message), ("type", diagnostic.code)];
                    xml.create_element("failure").with_attributes(attributes).write_text_content(text)?;
                } else {
                    xml.create_element("system-out").write_text_content(text)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}
