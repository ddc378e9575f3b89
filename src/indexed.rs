//! Indices that cannot be used for one another, and vectors that take no other. Knows nothing of what is in them.

use std::cmp::Ordering;
use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;
use std::ops::{Deref, Index, IndexMut};

use rayon::prelude::*;

/// The index of an element of one kind of [`IndexVec`].
pub trait Idx: Copy + Ord + Debug + Send {
    /// The index of the element at `position`.
    fn at(position: usize) -> Self;

    /// The position of the element in its vector.
    fn position(self) -> usize;
}

macro_rules! indices {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl Idx for $name {
            fn at(position: usize) -> Self {
                // No memory holds so many.
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            fn position(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

indices! {
    /// Index of a locale in [`Catalog::locales`](crate::catalog::Catalog::locales).
    LocaleIndex;
    /// Index of an article in [`Catalog::articles`](crate::catalog::Catalog::articles).
    ArticleIndex;
    /// Index of an article ID in [`Catalog::identities`](crate::catalog::Catalog::identities).
    IdentityIndex;
    /// Index of an include in [`Catalog::includes`](crate::catalog::Catalog::includes).
    IncludeIndex;
    /// Index of an asset in [`Catalog::assets`](crate::catalog::Catalog::assets).
    AssetIndex;
    /// Index of a docset in [`Catalog::docsets`](crate::catalog::Catalog::docsets).
    DocsetIndex;
    /// Index of a table of contents in [`Catalog::tocs`](crate::catalog::Catalog::tocs).
    TocIndex;
    /// Index of a section in [`Navigation::sections`](crate::catalog::Navigation::sections).
    SectionIndex;
    /// Index of a redirect in [`Catalog::redirects`](crate::catalog::Catalog::redirects).
    RedirectIndex;
}

/// A vector that is indexed by `I` alone.
#[derive(Clone, PartialEq, Eq)]
pub struct IndexVec<I, T> {
    items: Vec<T>,
    index: PhantomData<fn(I)>,
}

impl<I: Idx, T> IndexVec<I, T> {
    /// So many elements, all the same.
    pub fn filled(item: T, len: usize) -> Self
    where
        T: Clone,
    {
        vec![item; len].into()
    }

    pub fn push(&mut self, item: T) -> I {
        let index = I::at(self.items.len());
        self.items.push(item);
        index
    }

    pub fn get(&self, index: I) -> Option<&T> {
        self.items.get(index.position())
    }

    pub fn get_mut(&mut self, index: I) -> Option<&mut T> {
        self.items.get_mut(index.position())
    }

    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.items.iter_mut()
    }

    /// All indices, in order.
    pub fn indices(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.items.len()).map(I::at)
    }

    /// All indices, to be taken by several threads.
    pub fn par_indices(&self) -> impl IndexedParallelIterator<Item = I> + use<I, T> {
        (0..self.items.len()).into_par_iter().map(I::at)
    }

    /// Every element with its index.
    pub fn iter_enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator + Clone {
        self.items.iter().enumerate().map(|(position, item)| (I::at(position), item))
    }

    /// The first element for which `wanted` holds.
    pub fn position(&self, wanted: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(wanted).map(I::at)
    }

    /// An element of a sorted vector; `order` compares each with the wanted one.
    pub fn binary_search_by(&self, order: impl FnMut(&T) -> Ordering) -> Option<I> {
        self.items.binary_search_by(order).ok().map(I::at)
    }
}

impl<I, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, index: PhantomData }
    }
}

impl<I, T> FromIterator<T> for IndexVec<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        items.into_iter().collect::<Vec<T>>().into()
    }
}

impl<I: Send, T: Send> FromParallelIterator<T> for IndexVec<I, T> {
    fn from_par_iter<A: IntoParallelIterator<Item = T>>(items: A) -> Self {
        items.into_par_iter().collect::<Vec<T>>().into()
    }
}

/// All that needs no index.
impl<I, T> Deref for IndexVec<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<I: Idx, T> Index<I> for IndexVec<I, T> {
    type Output = T;

    fn index(&self, index: I) -> &T {
        &self.items[index.position()]
    }
}

impl<I: Idx, T> IndexMut<I> for IndexVec<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.items[index.position()]
    }
}

impl<I, T> IntoIterator for IndexVec<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'v, I, T> IntoIterator for &'v IndexVec<I, T> {
    type Item = &'v T;
    type IntoIter = std::slice::Iter<'v, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<I, T: Debug> Debug for IndexVec<I, T> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.items.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_by_their_own_index() {
        let mut names: IndexVec<LocaleIndex, &str> = IndexVec::default();
        let (first, second) = (names.push("a"), names.push("c"));
        assert_eq!((first, second), (LocaleIndex(0), LocaleIndex(1)));
        assert_eq!((names[first], names.get(second), names.get(LocaleIndex(2))), ("a", Some(&"c"), None));
        names[second] = "b";
        assert_eq!(names.position(|name| *name == "b"), Some(second));
        assert_eq!(names.binary_search_by(|name| (*name).cmp("b")), Some(second));
        assert_eq!(names.indices().rev().collect::<Vec<_>>(), [second, first]);
        assert_eq!(names.iter_enumerated().collect::<Vec<_>>(), [(first, &"a"), (second, &"b")]);
        assert_eq!(names.into_iter().collect::<String>(), "ab");
    }

    #[test]
    fn what_no_memory_holds_stops_nothing() {
        assert_eq!(ArticleIndex::at(usize::MAX).position(), u32::MAX as usize);
    }
}
