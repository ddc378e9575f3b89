//! Every class has a colour in the default theme that can be read on code and on marked lines, in light and in dark.
//! Tests only.

use std::collections::BTreeMap;

use super::token::Class;

const STYLE: &str = include_str!("../../themes/default/assets/style.css");

type Rgb = [f64; 3];

fn hex(text: &str) -> Rgb {
    let digits: Vec<f64> = text[1..].chars().map(|digit| f64::from(digit.to_digit(16).unwrap())).collect();
    match digits[..] {
        [r, g, b] => [r * 17.0, g * 17.0, b * 17.0],
        [a, b, c, d, e, f] => [a * 16.0 + b, c * 16.0 + d, e * 16.0 + f],
        _ => panic!("{text} is no colour"),
    }
}

/// The colours of `light-dark(#…, #…)`.
fn pair(value: &str) -> Option<[Rgb; 2]> {
    let (light, dark) = value.strip_prefix("light-dark(")?.split_once(')')?.0.split_once(", ")?;
    (light.starts_with('#') && dark.starts_with('#')).then(|| [hex(light), hex(dark)])
}

/// The variables that are such colours, by name.
fn variables() -> BTreeMap<&'static str, [Rgb; 2]> {
    let lines = STYLE.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": "));
    lines.filter_map(|(name, value)| Some((name, pair(value)?))).collect()
}

fn resolve(value: &str) -> [Rgb; 2] {
    let name = value.strip_prefix("var(--").and_then(|rest| rest.split_once(')'));
    name.map_or_else(|| pair(value).unwrap(), |(name, _)| variables()[name])
}

/// The value of a property in the first rule with the selector.
fn property(selector: &str, name: &str) -> &'static str {
    let fits = |line: &&str| {
        let selectors = line.split_once(" {").map_or("", |(selectors, _)| selectors);
        (selectors == selector || selectors.split(", ").any(|one| one == selector)) && line.contains(name)
    };
    let rule = STYLE.lines().find(fits).unwrap_or_else(|| panic!("{selector} has no {name}"));
    rule.split_once(name).unwrap().1.split([';', '}']).next().unwrap().trim()
}

fn luminance(color: Rgb) -> f64 {
    let [r, g, b] = color.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn every_class_can_be_read() {
    let marks = property("pre :is(mark, ins, del)", "background: color-mix(in srgb, var(--tone)");
    let share: f64 = marks.split_once('%').unwrap().0.parse().unwrap();
    let code = variables()["raised"];
    let mut grounds = vec![code];
    for element in ["mark", "ins", "del"] {
        let tone = resolve(property(element, "--tone:"));
        let mix = |tone: f64, ground: f64| (tone * share + ground * (100.0 - share)) / 100.0;
        grounds.push([0, 1].map(|theme| [0, 1, 2].map(|part| mix(tone[theme][part], code[theme][part]))));
    }
    for class in Class::ALL {
        let color = resolve(property(&format!(".{}", class.name()), "color:"));
        for ground in &grounds {
            for theme in [0, 1] {
                let found = contrast(color[theme], ground[theme]);
                assert!(
                    found >= 4.5,
                    "{class:?} has a contrast of {found:.2} in theme {theme} on {ground:?}"
                );
            }
        }
    }
}
