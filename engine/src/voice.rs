//! Which voice of a device reads aloud. The browser tells what voices there are, `content/voices.toml` and `content/languages.toml` which are liked; the choice is
//! made here, from these values alone.
//!
//! What no list tells: Chrome on Android names the languages it knows, not the voices that are installed, and reads with an English
//! voice where one is missing. Whoever offers a choice should let the person hear a sentence.

use serde::{Deserialize, Serialize};

/// One voice, as `speechSynthesis.getVoices()` tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// As people see it: `Ellen`, `Microsoft Frank - Dutch (Netherlands)`.
    pub name: String,
    /// The language as given: `nl-BE`, on Android `nl_BE` or in Firefox `nld-BEL-f000`; may be empty.
    pub lang: String,
    /// `localService`: the text stays on the device.
    pub local: bool,
    /// Whether it is the one that the person uses elsewhere. Safari says so of every voice.
    pub default: bool,
    /// `voiceURI`: an identifier in Safari and Firefox; others say the name again.
    #[serde(default)]
    pub uri: String,
}

impl Voice {
    /// Whether the text stays on the device. Firefox on Linux has no other voices than those of the device's speech-dispatcher, but
    /// says `localService` of none of them (measured with Firefox ESR 153).
    fn is_on_device(&self) -> bool {
        self.local || self.uri.starts_with("urn:moz-tts:speechd:")
    }
}

/// What is known by name of the voices of one language. Without any of it the choice is still of the right language and on the device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ranking {
    /// Ways to write the language besides its own code: `nld`.
    pub codes: Vec<String>,
    /// The nearest region first, each in every way it is written: `BE BEL`. All others come after them.
    pub regions: Vec<String>,
    /// The best voice first. `*` at the beginning or the end stands for anything; a name is also meant with an addition in brackets.
    pub names: Vec<String>,
    /// Never to be used; written as `names`.
    pub never: Vec<String>,
}

/// `content/voices.toml`: what holds for the voices of every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllVoices {
    /// Names of any language that stand before its own.
    better: Vec<String>,
    /// Names that are never to be used in any language.
    never: Vec<String>,
}

/// `[language.voices]` of a language in `content/languages.toml`; each list as [`Ranking`] has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnVoices {
    codes: Vec<String>,
    regions: Vec<String>,
    names: Vec<String>,
}

impl AllVoices {
    /// All that is known of the voices of a language.
    #[must_use]
    pub fn ranking(&self, own: &OwnVoices) -> Ranking {
        let OwnVoices { codes, regions, names } = own.clone();
        Ranking { codes, regions, names: [self.better.clone(), names].concat(), never: self.never.clone() }
    }
}

/// The place in `voices` of the best one that speaks `language` (`nl`); `None` if there is none, as long as a browser has not got its
/// list together (it then says `voiceschanged`), or for ever.
///
/// A voice that uses the network, speaks another language or is never to be used is not chosen, whatever else there is. Among the
/// others the nearest region decides, then the name, then what the browser calls the default, then the order of the list.
#[must_use]
pub fn choose(voices: &[Voice], language: &str, ranking: &Ranking) -> Option<usize> {
    let usable = |voice: &Voice| {
        voice.is_on_device() && speaks(&voice.lang, language, ranking) && named(&ranking.never, voice).is_none()
    };
    let best = voices.iter().enumerate().filter(|(_, voice)| usable(voice)).min_by_key(|(_, voice)| {
        let region = ranking.regions.iter().position(|region| is_from(voice, region)).unwrap_or(ranking.regions.len());
        (region, named(&ranking.names, voice).unwrap_or(ranking.names.len()), !voice.default)
    });
    best.map(|(place, _)| place)
}

/// Whether a voice whose `lang` this is speaks the language. Ask it before the rest of a voice is fetched: Chromium on Debian lists
/// 13 362 voices, of which 102 are Dutch.
#[must_use]
pub fn speaks(lang: &str, language: &str, ranking: &Ranking) -> bool {
    let Some(spoken) = subtags(lang).next() else { return false };
    let codes = ranking.codes.iter().map(String::as_str);
    subtags(language).next().into_iter().chain(codes).any(|code| spoken.eq_ignore_ascii_case(code))
}

fn is_from(voice: &Voice, region: &str) -> bool {
    subtags(&voice.lang).skip(1).any(|subtag| region.split(' ').any(|name| name.eq_ignore_ascii_case(subtag)))
}

/// The parts of a language tag up to its extensions, which begin with a single letter: of `en-GB-u-sd-gbsct` only `en` and `GB`.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    tag.trim().split(['-', '_']).take_while(|subtag| subtag.len() > 1)
}

/// The place of the first entry that means the voice.
fn named(names: &[String], voice: &Voice) -> Option<usize> {
    names.iter().position(|name| fits(name, &voice.name) || fits(name, &voice.uri))
}

fn fits(name: &str, text: &str) -> bool {
    match (name.strip_prefix('*'), name.strip_suffix('*')) {
        (Some(end), _) => text.ends_with(end),
        (None, Some(start)) => text.starts_with(start),
        (None, None) => text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(" (")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn voice(name: &str, lang: &str) -> Voice {
        Voice { name: name.into(), lang: lang.into(), local: true, default: false, uri: String::new() }
    }

    fn dutch() -> Ranking {
        let all: AllVoices = toml::from_str(include_str!("../../content/voices.toml")).unwrap();
        let languages: toml::Table = toml::from_str(include_str!("../../content/languages.toml")).unwrap();
        // Dutch is the first of the list.
        all.ranking(&languages["language"][0]["voices"].clone().try_into().unwrap())
    }

    /// The name of the Dutch voice that is chosen.
    fn chosen(voices: &[Voice]) -> Option<&str> {
        choose(voices, "nl", &dutch()).map(|place| voices[place].name.as_str())
    }

    #[test]
    fn every_way_to_write_a_language_is_understood() {
        for lang in
            ["nl", "nl-BE", "nl_BE", "NL_be", "nl-Latn-BE", "nld-BEL-f000", "dut", " nl-NL ", "nl-BE-u-co-phonebk"]
        {
            assert_eq!(chosen(&[voice("it", lang)]), Some("it"), "{lang}");
        }
    }

    #[test]
    fn another_language_or_none_is_never_taken() {
        for lang in ["", " ", "-", "en-GB", "de-NL", "nlx", "n", "x-nl", "eng-NLD-f000", "zh_nl", "Nederlands"] {
            assert_eq!(chosen(&[voice("it", lang)]), None, "{lang}");
        }
        assert_eq!(choose(&[voice("it", "")], "", &Ranking::default()), None);
    }

    #[test]
    fn a_voice_over_the_network_is_never_taken() {
        let online = Voice { local: false, default: true, ..voice("Ellen", "nl-BE") };
        assert_eq!(chosen(std::slice::from_ref(&online)), None);
        assert_eq!(chosen(&[online, voice("plain", "nl")]), Some("plain"));
    }

    #[test]
    fn without_voices_there_is_none() {
        assert_eq!(chosen(&[]), None);
    }

    #[test]
    fn the_nearest_region_comes_first_however_it_is_written() {
        for (far, near) in [("nl", "nl-NL"), ("nl_NL", "nl_BE"), ("nld-NLD-f000", "nld-BEL-f000"), ("nl-SR", "nl-nl")] {
            assert_eq!(chosen(&[voice("far", far), voice("near", near)]), Some("near"), "{far} {near}");
        }
        // An extension says nothing of the region.
        assert_eq!(chosen(&[voice("far", "nl-x-be"), voice("near", "nl-NL")]), Some("near"));
    }

    #[test]
    fn within_a_region_the_liked_name_comes_first_then_the_default_then_the_order() {
        let default = Voice { default: true, ..voice("default", "nl-NL") };
        let all = [voice("first", "nl-NL"), default, voice("Xander", "nl-NL"), voice("Claire", "nl-NL")];
        assert_eq!(chosen(&all), Some("Claire"));
        assert_eq!(chosen(&all[..3]), Some("Xander"));
        assert_eq!(chosen(&all[..2]), Some("default"));
        assert_eq!(chosen(&[voice("first", "nl"), voice("second", "nl")]), Some("first"));
    }

    #[test]
    fn the_better_of_two_voices_of_one_name_is_taken() {
        let all = [voice("Xander", "nl-NL"), voice("Claire", "nl-NL"), voice("Xander (verbeterd)", "nl-NL")];
        assert_eq!(chosen(&all), Some("Xander (verbeterd)"));
        let premium = Voice { uri: "com.apple.voice.premium.nl-NL.Xander".into(), ..voice("Xander", "nl-NL") };
        let all = [voice("Xander", "nl-NL"), premium];
        assert_eq!(choose(&all, "nl", &dutch()), Some(1));
    }

    #[test]
    fn effects_and_robots_of_apple_are_never_taken_in_any_language_of_the_device() {
        for name in
            ["Eddy", "Eddy (Nederlands (België))", "Grandma (allemand (Allemagne))", "Bad News", "Órgano", "Cloches"]
        {
            assert_eq!(chosen(&[voice(name, "nl-BE")]), None, "{name}");
        }
        let robot = Voice { uri: "com.apple.eloquence.nl-BE.Eddy".into(), ..voice("Any name", "nl-BE") };
        assert_eq!(chosen(&[robot]), None);
        // Only whole names.
        for name in ["Florence", "Freddy", "Eddy Merckx", "Alberta"] {
            assert_eq!(chosen(&[voice(name, "nl-BE")]), Some(name));
        }
    }

    #[test]
    fn a_star_stands_for_anything_at_one_end() {
        assert!(fits("*-local", "nl-local") && !fits("*-local", "nl-local-2"));
        assert!(fits("Microsoft Frank*", "Microsoft Frank - Dutch") && !fits("Frank*", "Microsoft Frank"));
        assert!(fits("Ellen", "Ellen (Dutch)") && !fits("Ellen", "Ellen 2") && !fits("Ellen", "Dear Ellen"));
    }

    fn any_voice() -> impl Strategy<Value = Voice> {
        let lang = prop_oneof!["(nl|NL|nld|en|fr|x|)([-_](BE|be|NL|BEL|Latn|f000|u|x))?([-_](BE|NL))?", ".*"];
        let name = prop_oneof!["(Ellen|Claire|Eddy|Bells|A|B)( \\((verbeterd|x)\\))?", ".*"];
        (name, lang, any::<bool>(), any::<bool>(), "(com.apple.eloquence.x|)")
            .prop_map(|(name, lang, local, default, uri)| Voice { name, lang, local, default, uri })
    }

    #[test]
    fn firefox_on_linux_has_voices_of_the_device_though_it_does_not_say_so() {
        let uri = |uri: &str| Voice { local: false, uri: uri.into(), ..voice("Dutch", "nl-NL") };
        let of = |voice| choose(&[voice], "nl", &Ranking::default());
        assert_eq!(of(uri("urn:moz-tts:speechd:Dutch?nl-NL")), Some(0));
        assert_eq!(of(uri("Google Nederlands")), None);
    }

    proptest! {
        #[test]
        fn what_is_chosen_is_on_the_device_and_of_the_language(voices in prop::collection::vec(any_voice(), 0..12)) {
            if let Some(place) = choose(&voices, "nl", &dutch()) {
                let lang = voices[place].lang.trim().to_ascii_lowercase();
                prop_assert!(voices[place].local);
                prop_assert!(["nl", "nld", "dut"].contains(&lang.split(['-', '_']).next().unwrap()), "{lang}");
            }
        }

        #[test]
        fn the_order_of_the_list_only_matters_among_equals(voices in prop::collection::vec(any_voice(), 0..12), turn in 0..12_usize) {
            let mut turned = voices.clone();
            turned.rotate_left(if voices.is_empty() { 0 } else { turn % voices.len() });
            let (one, other) = (choose(&voices, "nl", &dutch()), choose(&turned, "nl", &dutch()));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                // Each wins when it stands first: neither is better.
                let pair = [voices[one].clone(), turned[other].clone()];
                let swapped = [pair[1].clone(), pair[0].clone()];
                prop_assert_eq!(choose(&pair, "nl", &dutch()), Some(0));
                prop_assert_eq!(choose(&swapped, "nl", &dutch()), Some(0));
            }
        }

        #[test]
        fn any_ranking_and_language_can_be_asked_for(
            voices in prop::collection::vec(any_voice(), 0..6), language in ".*", names in prop::collection::vec(".*", 0..4),
        ) {
            let ranking = Ranking { codes: names.clone(), regions: names.clone(), names: names.clone(), never: names };
            let place = choose(&voices, &language, &ranking);
            prop_assert!(place.is_none_or(|place| voices[place].local));
        }
    }
}
