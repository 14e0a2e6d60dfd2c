//! Every decoder of what comes from outside, on its seeds and on texts near them. `fuzz/` goes on from here for hours; what it finds becomes a seed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failing test is to stop")]

mod laws;
#[path = "../support/mod.rs"]
mod support;

use engine::session::Session;
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use support::learner::finish;
use support::{Draft, SICK, SILENCE};

/// Texts with the files that they are in.
type Seeds = Vec<(PathBuf, String)>;

/// Saved documents are seeds of two decoders; the others have their own.
fn seeds(decoder: &str) -> Seeds {
    let folder = match decoder {
        "envelope" | "document" => "tests/saved".to_owned(),
        other => format!("../fuzz/seeds/{other}"),
    };
    let mut files: Vec<_> = fs::read_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| !path.ends_with("SHA256SUMS"))
        .collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// Each decoder by name, with its law and its seeds; read once, since a night has millions of cases.
static DECODERS: LazyLock<Vec<(&str, laws::Law, Seeds)>> =
    LazyLock::new(|| laws::ALL.into_iter().map(|(name, law)| (name, law, seeds(name))).collect());

#[test]
fn every_seed_keeps_the_laws() {
    for (decoder, law, seeds) in DECODERS.iter() {
        assert!(!seeds.is_empty(), "{decoder}");
        for (path, text) in seeds {
            println!("{}", path.display());
            law(text);
        }
    }
}

/// The seeds that follow from the code, as they are written today.
#[test]
fn the_seeds_of_lessons_and_sessions_are_what_is_written_today() {
    let written = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("seeds");
    let mut other = vec![];
    let mut check = |name: &str, text: String| {
        let seed = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds").join(name);
        if fs::read_to_string(&seed).ok().as_ref() != Some(&text) {
            let path = written.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            other.push(name.to_owned());
        }
    };
    for (name, files) in [("silence", SILENCE), ("sick", SICK)] {
        let lesson = Draft::read(files).lesson();
        check(&format!("bundle/{name}.json"), serde_json::to_string(&lesson).unwrap());
        let mut session = Session::start(&lesson, 1).unwrap();
        check(&format!("session/{name}-begun.json"), serde_json::to_string(&session).unwrap());
        for step in &lesson.steps {
            session.at = step.id.clone();
            for action in support::learner::wrong_actions(&session, &lesson, step).into_iter().flatten() {
                session.act(&lesson, &action);
            }
        }
        check(&format!("session/{name}-missed.json"), serde_json::to_string(&session).unwrap());
        session.at = lesson.steps[0].id.clone();
        finish(&mut session, &lesson);
        check(&format!("session/{name}-done.json"), serde_json::to_string(&session).unwrap());
    }
    assert!(other.is_empty(), "{other:?} differ. If that is right: cp -r {}/. fuzz/seeds/", written.display());
}

/// What accidents and people do to a text.
#[derive(Clone, Debug)]
enum Change {
    Put(Index, String),
    Cut(Index, usize),
    Repeat(Index, usize, usize),
    Letter(Index, char),
}

fn any_change() -> impl Strategy<Value = Change> {
    let pieces = "[\\[\\]{}\",:;#/?&=0-9-]{1,3}|null|true|1e400|-0|[0-9]{8,20}|\\\\u[0-9a-f]{4}|[a-z-]{1,9}|\\PC{1,3}";
    prop_oneof![
        (any::<Index>(), pieces).prop_map(|(at, piece)| Change::Put(at, piece)),
        (any::<Index>(), 1..9_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<Index>(), 1..40_usize, 1..9_usize).prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        (any::<Index>(), any::<char>()).prop_map(|(at, letter)| Change::Letter(at, letter)),
    ]
}

impl Change {
    fn to(&self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let (Self::Put(at, _) | Self::Cut(at, _) | Self::Repeat(at, ..) | Self::Letter(at, _)) = self;
        let at = at.index(letters.len() + 1);
        let end = |length: usize| (at + length).min(letters.len());
        match self {
            Self::Put(_, piece) => drop(letters.splice(at..at, piece.chars())),
            Self::Cut(_, length) => drop(letters.drain(at..end(*length))),
            Self::Repeat(_, length, times) => {
                let part = letters[at..end(*length)].repeat(*times);
                drop(letters.splice(at..at, part));
            }
            Self::Letter(_, letter) => letters.iter_mut().skip(at).take(1).for_each(|old| *old = *letter),
        }
        letters.into_iter().collect()
    }
}

proptest! {
    #[test]
    fn every_text_near_a_seed_keeps_the_laws(decoder: Index, seed: Index, changes in proptest::collection::vec(any_change(), 1..5)) {
        let (_, law, seeds) = &DECODERS[decoder.index(DECODERS.len())];
        law(&changes.iter().fold(seeds[seed.index(seeds.len())].1.clone(), |text, change| change.to(&text)));
    }
}
