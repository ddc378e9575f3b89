//! The addresses of posts, which begin with their dates. Reads names and front matter only.

use super::model::Article;
use super::reference::without_extension;
use crate::front_matter::Date;
use crate::layout::{Docset, LayoutName, join};

/// `2021/03/04/name`, as generators publish posts: where the name of an article of Docusaurus begins with its date, and where
/// one of Hugo's has a date, in its section too.
pub(super) fn paths(article: &Article, docset: &Docset) -> Vec<String> {
    let below = without_extension(&article.file.below);
    let front_matter = &article.file.front_matter;
    match docset.layout {
        LayoutName::Docusaurus => Vec::from_iter(name(&article.file.below)),
        LayoutName::Hugo => {
            let Some(Date { year, month, day }) = front_matter.date.as_ref().map(|date| date.value) else {
                return Vec::new();
            };
            let date = format!("{year:04}-{month:02}-{day:02}-");
            let stem = below.rsplit('/').next().unwrap_or(below);
            let slug = front_matter.slug.as_ref().map(|slug| slug.value.trim_matches('/'));
            let name = slug.unwrap_or_else(|| stem.strip_prefix(&date).unwrap_or(stem));
            let path = format!("{year:04}/{month:02}/{day:02}/{name}");
            let section = below.split_once('/').map(|(section, _)| format!("{section}/{path}"));
            std::iter::once(path).chain(section).collect()
        }
        _ => Vec::new(),
    }
}

/// The path of a file, `2021-03-04-name.md`, as `2021/03/04/name`; with folders before it, `x/2021-03-04-name` as `2021/03/04/x/name`.
pub(super) fn name(path: &str) -> Option<String> {
    let stem = without_extension(path);
    let path = stem.strip_suffix("/index").unwrap_or(stem);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut parts = name.splitn(4, '-');
    let mut number = |digits: &[usize]| {
        let part = parts.next()?;
        (digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
    };
    let (year, month, day) = (number(&[4])?, number(&[1, 2])?, number(&[1, 2])?);
    let name = parts.next().filter(|name| !name.is_empty())?;
    Some(format!("{year}/{month}/{day}/{}", join(folder, name)))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn the_date_of_a_name_is_the_beginning_of_its_address() {
        let names = [
            "2024-03-15-first.md",
            "2024-3-5-a-b/index.mdx",
            "x/2024-03-15-é.md",
            "2024-03-15.md",
            "2024-13x-15-a.md",
            "24-03-15-a.md",
            "2024-03-15-",
            "a.md",
        ];
        let found: Vec<Option<String>> = names.into_iter().map(name).collect();
        let nothing = None;
        assert_eq!(
            found,
            [
                Some("2024/03/15/first".to_owned()),
                Some("2024/3/5/a-b".to_owned()),
                Some("2024/03/15/x/é".to_owned()),
                nothing.clone(),
                nothing.clone(),
                nothing.clone(),
                nothing.clone(),
                nothing
            ]
        );
    }
}
