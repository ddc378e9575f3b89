//! `faqtory search`: what readers of a locale would find. Writes nothing.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::catalog::{Article, LocaleIndex};
use crate::locale::Locale;
use crate::render::Site;
use crate::report::search::{Answer, FoundArticle};
use crate::search::{Engine, Hit};
use crate::sources;

use super::loaded::Project;
use super::options;

/// A query, and what a file of queries says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub words: String,
    /// The URL paths of the articles that answer it.
    pub wanted: Vec<String>,
    pub kind: String,
}

impl Query {
    /// The queries of a file.
    ///
    /// # Errors
    /// A file that cannot be read, or a line without articles.
    pub fn read(file: &Path) -> Result<Vec<Self>> {
        Self::parse(&sources::text(file)?).map_err(|line| {
            anyhow!("{}:{line}: a query has no articles\nhelp: write `words | article`", file.display())
        })
    }

    /// The lines of a file of queries, each `words | article, another | kind`; those that begin with `//` are comments.
    ///
    /// # Errors
    /// A line without articles, counted from 1.
    fn parse(text: &str) -> Result<Vec<Self>, usize> {
        let lines = text.lines().map(str::trim).enumerate();
        let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("//"));
        let query = |(number, line): (usize, &str)| {
            let mut fields = line.split(" | ");
            let words = fields.next().unwrap_or_default().to_owned();
            let articles = fields.next().ok_or(number + 1)?;
            let wanted = articles.split(',').map(|id| id.trim().replace(' ', "-")).collect();
            Ok(Self { words, wanted, kind: fields.next().unwrap_or_default().to_owned() })
        };
        lines.map(query).collect()
    }
}

/// What to search.
#[derive(Clone, Copy, Debug)]
pub struct SearchRequest<'a> {
    /// As the user wrote it; none for the source locale, or the default one without a source.
    pub locale: Option<&'a str>,
    pub queries: &'a [Query],
    /// Results of each at the most.
    pub limit: usize,
}

impl Project {
    /// What each query finds, and the tag of the locale.
    ///
    /// # Errors
    /// A locale without articles, or a site without search.
    pub fn search(&self, request: &SearchRequest<'_>) -> Result<(String, Vec<Answer>)> {
        let options = options::render(&self.config)?;
        let site = Site::new(&self.catalog, &self.translations, &self.theme, &self.messages, &options)?;
        let locale = self.searched(request.locale)?;
        let Some(index) = site.index(locale) else {
            bail!("this site has no search\nhelp: remove `enabled = false` of `[search]` in faqtory.toml")
        };
        let engine = Engine::new(index);
        let article = |hit: &Hit| Some(&self.catalog.articles[*index.documents.get(hit.document as usize)?]);
        let id = |article: &Article| match self.catalog.identities[article.identity].url.as_str() {
            "" => ".",
            url => url,
        };
        let found = |hit: &Hit| {
            let article = article(hit)?;
            Some(FoundArticle {
                id: id(article).to_owned(),
                title: article.title.to_string(),
                page: site.article_folder(locale, article.identity),
                path: article.file.path.to_string(),
                score: hit.score,
            })
        };
        let known: BTreeSet<&str> =
            index.documents.iter().map(|&document| id(&self.catalog.articles[document])).collect();
        let answer = |query: &Query| {
            let hits = engine.find(&query.words);
            let is_wanted = |article: &Article| query.wanted.iter().any(|wanted| wanted == id(article));
            // Among all of them, however few are shown.
            let place = hits.iter().filter_map(article).position(is_wanted);
            Answer {
                query: query.words.clone(),
                kind: query.kind.clone(),
                wanted: query.wanted.clone(),
                unknown: query.wanted.iter().filter(|id| !known.contains(id.as_str())).cloned().collect(),
                place: place.map(|place| place + 1),
                total: hits.len(),
                results: hits.iter().take(request.limit).filter_map(found).collect(),
            }
        };
        let answers = request.queries.iter().map(answer).collect();
        Ok((self.catalog.locales[locale].locale.tag().to_owned(), answers))
    }

    fn searched(&self, written: Option<&str>) -> Result<LocaleIndex> {
        let Some(written) = written else { return Ok(self.catalog.source.unwrap_or(self.catalog.default)) };
        let wanted: Vec<Locale> = self.locales(&[written.to_owned()])?;
        let all = self.catalog.locales.iter_enumerated();
        let mut found = all.filter(|(_, entry)| wanted.contains(&entry.locale)).map(|(index, _)| index);
        Ok(found.next_back().unwrap_or(self.catalog.default))
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn files_of_queries_have_words_articles_and_a_kind() {
        let read = Query::parse("// a\n\nreset it | a/b c, d | symptom\nx | .\n").unwrap();
        assert_eq!(read[0].wanted, ["a/b-c", "d"]);
        assert_eq!((read[0].words.as_str(), read[0].kind.as_str()), ("reset it", "symptom"));
        assert_eq!((read[1].kind.as_str(), read.len()), ("", 2));
        assert_eq!(Query::parse("a | b\nc\n"), Err(2));
    }
}
