//! Judges a catalog: one file a check. Changes nothing, prints nothing, decides nothing about links.
//!
//! A new check is one new file with a `CHECK`, its `mod` line here and its place in [`CHECKS`].

mod allow;
mod alt_text_missing;
mod ambiguous_date;
mod anchor_missing;
mod asset_not_served;
mod bare_url;
mod bold_without_words;
mod bookmark_not_found;
mod case_mismatch;
mod check;
mod circular_redirection;
mod circular_reference;
mod code_differs;
mod comma_in_link;
mod commands_differ;
mod compare;
mod custom_id_missing;
mod custom_ids_differ;
mod debris_in_url;
mod diagram_as_code;
mod divided_word;
mod doubled_word;
mod duplicate_anchor;
mod duplicate_article_id;
mod duplicate_custom_id;
mod duplicate_definition;
mod duplicate_locale_folder;
mod duplicate_message;
mod embedded_image;
mod emphasis_not_rendered;
mod empty_link;
mod engine_residue;
mod external_anchor_missing;
mod external_link_broken;
mod external_link_insecure;
mod external_link_redirected;
mod external_link_unreachable;
mod file_not_found;
mod footnote_not_found;
mod foreign_syntax;
mod front_matter_missing;
mod h1_missing;
mod hard_coded_locale;
mod heading_skipped;
mod headings_differ;
mod human_translation_replaced;
mod id_in_title;
mod image_not_found;
mod image_not_shown;
mod images_differ;
mod include_not_found;
mod includes_too_large;
mod insecure_link;
mod invalid_anchor;
mod invalid_date;
mod invalid_encoding;
mod invalid_locale;
mod invalid_metadata_value;
mod invalid_toc_entry;
mod invalid_url_path;
mod invisible_character;
mod label_in_lower_case;
mod link_not_rendered;
mod link_text_incomplete;
mod link_text_missing;
mod link_to_fallback;
mod link_to_other_locale;
mod links_differ;
mod list_items_differ;
mod list_marker_lost;
mod literal_broken;
mod locale_mismatch;
mod locale_missing;
mod lost_character;
mod media_not_played;
mod menu_path_incomplete;
mod merge_conflict;
mod message_differs;
mod message_missing;
mod message_not_supported;
mod message_reference_broken;
mod message_syntax_error;
mod metadata_differs;
mod metadata_without_effect;
mod missing_space;
mod misspelt_key;
mod mixed_digits;
mod mixed_scripts;
mod multiple_h1s;
mod name_incomplete;
mod names_differ;
mod numbers_differ;
mod placeholder_as_html;
mod placeholder_broken;
mod placeholders_differ;
mod plural_form_missing;
mod prose_as_code;
mod publish_url_conflict;
mod published_elsewhere;
mod punctuation_inside;
mod quotes_cross_bold;
mod redirect_conflict;
mod redirect_target_missing;
mod redirected_link;
mod reference_not_defined;
mod removed_html;
mod removed_svg_content;
mod run;
mod space_before_punctuation;
mod space_within_quotes;
mod static_file_not_served;
mod symbolic_link_not_followed;
#[cfg(test)]
mod tests;
mod title_missing;
mod translated_key;
mod translation_missing;
mod translation_orphaned;
mod translation_outdated;
mod translation_untracked;
mod unclosed_directive;
mod unfinished_merge;
mod unknown_alert;
mod unknown_component;
mod unknown_directive;
mod unknown_expression;
mod unknown_message;
mod unknown_shortcode;
mod unknown_video_host;
mod unreadable_file;
mod unreadable_url;
mod unsafe_url;
mod untranslated_sentence;
mod untranslated_text;
mod untranslated_word;
mod unused_allow;
mod unused_footnote;
mod unused_include;
mod xref_not_found;
mod yaml_duplicate_key;
mod yaml_header_syntax_error;

pub use allow::{Allow, AllowedCode};
pub use check::{Check, Finding, Findings, Level, LinkForm, MadeIn, PageLink, Run};
pub use compare::{Against, Compared, Difference, Extent, Fact, Facts};
pub use run::{
    Baseline, Held, Input, Judged, Levels, Policy, explain, find, is_external, is_of_history, judge,
    judge_until, list, merged, once, run, text,
};

/// Every check, by code.
pub const CHECKS: &[&Check] = &[
    &alt_text_missing::CHECK,
    &ambiguous_date::CHECK,
    &anchor_missing::CHECK,
    &asset_not_served::CHECK,
    &bare_url::CHECK,
    &bold_without_words::CHECK,
    &bookmark_not_found::CHECK,
    &case_mismatch::CHECK,
    &circular_redirection::CHECK,
    &circular_reference::CHECK,
    &code_differs::CHECK,
    &comma_in_link::CHECK,
    &commands_differ::CHECK,
    &custom_id_missing::CHECK,
    &custom_ids_differ::CHECK,
    &debris_in_url::CHECK,
    &diagram_as_code::CHECK,
    &divided_word::CHECK,
    &doubled_word::CHECK,
    &duplicate_anchor::CHECK,
    &duplicate_article_id::CHECK,
    &duplicate_custom_id::CHECK,
    &duplicate_definition::CHECK,
    &duplicate_locale_folder::CHECK,
    &duplicate_message::CHECK,
    &embedded_image::CHECK,
    &emphasis_not_rendered::CHECK,
    &empty_link::CHECK,
    &engine_residue::CHECK,
    &external_anchor_missing::CHECK,
    &external_link_broken::CHECK,
    &external_link_insecure::CHECK,
    &external_link_redirected::CHECK,
    &external_link_unreachable::CHECK,
    &file_not_found::CHECK,
    &footnote_not_found::CHECK,
    &foreign_syntax::CHECK,
    &front_matter_missing::CHECK,
    &h1_missing::CHECK,
    &hard_coded_locale::CHECK,
    &heading_skipped::CHECK,
    &headings_differ::CHECK,
    &human_translation_replaced::CHECK,
    &id_in_title::CHECK,
    &image_not_found::CHECK,
    &image_not_shown::CHECK,
    &images_differ::CHECK,
    &include_not_found::CHECK,
    &includes_too_large::CHECK,
    &insecure_link::CHECK,
    &invalid_anchor::CHECK,
    &invalid_date::CHECK,
    &invalid_encoding::CHECK,
    &invalid_locale::CHECK,
    &invalid_metadata_value::CHECK,
    &invalid_toc_entry::CHECK,
    &invalid_url_path::CHECK,
    &invisible_character::CHECK,
    &label_in_lower_case::CHECK,
    &link_not_rendered::CHECK,
    &link_text_incomplete::CHECK,
    &link_text_missing::CHECK,
    &link_to_fallback::CHECK,
    &link_to_other_locale::CHECK,
    &links_differ::CHECK,
    &list_items_differ::CHECK,
    &list_marker_lost::CHECK,
    &literal_broken::CHECK,
    &locale_mismatch::CHECK,
    &locale_missing::CHECK,
    &lost_character::CHECK,
    &media_not_played::CHECK,
    &menu_path_incomplete::CHECK,
    &merge_conflict::CHECK,
    &message_differs::CHECK,
    &message_missing::CHECK,
    &message_not_supported::CHECK,
    &message_reference_broken::CHECK,
    &message_syntax_error::CHECK,
    &metadata_differs::CHECK,
    &metadata_without_effect::CHECK,
    &missing_space::CHECK,
    &misspelt_key::CHECK,
    &mixed_digits::CHECK,
    &mixed_scripts::CHECK,
    &multiple_h1s::CHECK,
    &name_incomplete::CHECK,
    &names_differ::CHECK,
    &numbers_differ::CHECK,
    &placeholder_as_html::CHECK,
    &placeholder_broken::CHECK,
    &placeholders_differ::CHECK,
    &plural_form_missing::CHECK,
    &prose_as_code::CHECK,
    &publish_url_conflict::CHECK,
    &published_elsewhere::CHECK,
    &punctuation_inside::CHECK,
    &quotes_cross_bold::CHECK,
    &redirect_conflict::CHECK,
    &redirect_target_missing::CHECK,
    &redirected_link::CHECK,
    &reference_not_defined::CHECK,
    &removed_html::CHECK,
    &removed_svg_content::CHECK,
    &space_before_punctuation::CHECK,
    &space_within_quotes::CHECK,
    &static_file_not_served::CHECK,
    &symbolic_link_not_followed::CHECK,
    &title_missing::CHECK,
    &translated_key::CHECK,
    &translation_missing::CHECK,
    &translation_orphaned::CHECK,
    &translation_outdated::CHECK,
    &translation_untracked::CHECK,
    &unclosed_directive::CHECK,
    &unfinished_merge::CHECK,
    &unknown_alert::CHECK,
    &unknown_component::CHECK,
    &unknown_directive::CHECK,
    &unknown_expression::CHECK,
    &unknown_message::CHECK,
    &unknown_shortcode::CHECK,
    &unknown_video_host::CHECK,
    &unreadable_file::CHECK,
    &unreadable_url::CHECK,
    &unsafe_url::CHECK,
    &untranslated_sentence::CHECK,
    &untranslated_text::CHECK,
    &untranslated_word::CHECK,
    &unused_allow::CHECK,
    &unused_footnote::CHECK,
    &unused_include::CHECK,
    &xref_not_found::CHECK,
    &yaml_duplicate_key::CHECK,
    &yaml_header_syntax_error::CHECK,
];

/// The check with exactly this code.
pub(crate) fn by_code(code: &str) -> Option<&'static Check> {
    CHECKS.binary_search_by_key(&code, |check| check.code).ok().map(|at| CHECKS[at])
}
