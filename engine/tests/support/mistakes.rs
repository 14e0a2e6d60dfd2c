//! What an author can get wrong in the two lessons written by hand, and what is then said.

use super::{SICK, SILENCE};
use engine::problem::{Fault, Problem};

/// A mistake in one of the two lessons written by hand: this text becomes that text.
pub struct Mistake {
    pub lesson: [&'static str; 2],
    pub from: &'static str,
    pub to: &'static str,
    pub file: &'static str,
    pub place: Option<&'static str>,
    pub fault: Fault,
}

impl Mistake {
    pub fn problem(&self) -> Problem {
        Problem { file: self.file.into(), place: self.place.map(Into::into), fault: self.fault.clone() }
    }
}

/// A mistake in the plan.
fn plan(
    lesson: [&'static str; 2],
    place: impl Into<Option<&'static str>>,
    [from, to]: [&'static str; 2],
    fault: Fault,
) -> Mistake {
    Mistake { lesson, from, to, file: "lesson.toml", place: place.into(), fault }
}

/// A mistake in the words.
fn words(
    lesson: [&'static str; 2],
    place: impl Into<Option<&'static str>>,
    [from, to]: [&'static str; 2],
    fault: Fault,
) -> Mistake {
    Mistake { lesson, from, to, file: "nl.toml", place: place.into(), fault }
}

pub fn count(what: &str, found: usize, least: usize, most: usize) -> Fault {
    Fault::Count { what: what.into(), found, least, most }
}

/// Mistakes in the lesson as a whole and in its views.
fn mistakes_in_the_whole() -> Vec<Mistake> {
    use Fault::*;
    let spot = |to| plan(SILENCE, "views.hall", ["x = 50, y = 0, w = 40, h = 40", to], Spot("lamp".into()));
    vec![
        plan(SILENCE, None, ["minutes = 4", "minutes = 6"], Minutes(6)),
        plan(SILENCE, None, ["minutes = 4", "minutes = 0"], Minutes(0)),
        plan(SILENCE, None, ["picture = \"phone-silent\"", ""], Missing("picture".into())),
        plan(
            SILENCE,
            None,
            ["part = \"alone\"\nkind = \"find\"", "part = \"situation\"\nkind = \"find\""],
            PartsOutOfOrder,
        ),
        plan(SILENCE, None, ["part = \"show\"", "part = \"situation\""], NoPart("show".into())),
        plan(
            SICK,
            None,
            ["id = \"real\"\npart = \"real\"\nkind = \"real\"", "id = \"real\"\npart = \"real\"\nkind = \"tell\""],
            RealIsNotLast,
        ),
        plan(SICK, None, ["part = \"show\"\nkind = \"tell\"", "part = \"show\"\nkind = \"real\""], RealIsNotLast),
        plan(SILENCE, "done", ["id = \"where\"", "id = \"done\""], Reserved("done".into())),
        plan(SICK, "dial", ["id = \"write\"", "id = \"dial\""], Twice("dial".into())),
        plan(SILENCE, "pictures", ["settings = \"gear\"", "gone = \"gear\""], Unknown("gone".into())),
        plan(
            SILENCE,
            "views.calls",
            ["go = { back = \"home\" }", "go = { back = \"home\", amy = \"home\" }"],
            NothingToTap("amy".into()),
        ),
        plan(
            SILENCE,
            "views.settings",
            ["rows = [\"wifi\", \"sound\"]", "rows = [\"wifi\", \"sound\", \"wifi\"]"],
            Twice("wifi".into()),
        ),
        plan(SILENCE, "views.quiet", ["{ sign =", "{ status = \"8:00\" }, { heading = \"back\", sign ="], BlockKind(2)),
        plan(SILENCE, "views.quiet", ["{ sign =", "{ }, { sign ="], BlockKind(0)),
        plan(SILENCE, "views.quiet", ["tone = \"good\"", "tone = \"good\", on = true"], Foreign("on".into())),
        plan(SILENCE, "views.sound", ["value = 4", "value = 6"], Missing("value (0 to 5)".into())),
        plan(SICK, "views.letter", ["{ heading =", "{ line = \"number\" }, { heading ="], Missing("value".into())),
        plan(
            SICK,
            "views.letter",
            ["{ heading =", "{ field = \"number\", value = 3 }, { heading ="],
            Foreign("value".into()),
        ),
        spot("x = 50, y = 0, w = 15, h = 40"),
        spot("x = 50, y = 0, w = 40, h = 19"),
        spot("x = 61, y = 0, w = 40, h = 40"),
        spot("x = 50, y = 61, w = 40, h = 40"),
        plan(
            SILENCE,
            "views.hall",
            ["x = 50, y = 0, w = 40, h = 40", "x = 39, y = 79, w = 40, h = 21"],
            Spot("door".into()),
        ),
        words(SILENCE, None, ["revision = 1\nstate", "revision = 3\nstate"], Stale { words: 3, plan: 1 }),
        words(SILENCE, "items", ["amir = \"Amir\"", ""], Missing("amir".into())),
        words(SILENCE, "items", ["amir = \"Amir\"", "amir = \"Amir\"\nels = \"Els\""], Unknown("els".into())),
        words(SILENCE, "gone", ["[real]", "[gone]\nsay = [\"Weg.\"]\n[real]"], Unknown("gone".into())),
    ]
}

/// Mistakes in a card.
fn mistakes_in_cards() -> Vec<Mistake> {
    use Fault::*;
    let door = "view = \"hall\"\nright = [\"door\"]";
    let way = "way = [\"back\", \"settings\", \"sound\", \"silent\"]";
    vec![
        plan(SILENCE, "situation", ["picture = \"machine\"", ""], Missing("picture or view".into())),
        plan(
            SILENCE,
            "situation",
            ["picture = \"machine\"", "picture = \"machine\"\nanswer = \"4\""],
            Foreign("answer".into()),
        ),
        plan(
            SILENCE,
            "what-now",
            ["view = \"hall\"", "view = \"hall\"\npicture = \"hall\""],
            Foreign("picture and view together".into()),
        ),
        plan(SILENCE, "what-now", ["view = \"hall\"", "view = \"attic\""], Unknown("views.attic".into())),
        plan(SILENCE, "what-now", ["clue = \"door\"", "clue = \"moon\""], Unknown("moon".into())),
        plan(SILENCE, "what-now", ["right = [\"ask\"]", "right = [\"hide\", \"ask\", \"shout\"]"], NothingWrong),
        plan(SILENCE, "what-now", ["right = [\"ask\"]", "right = []"], count("right options", 0, 1, 3)),
        plan(SILENCE, "what-now", ["right = [\"ask\"]", "right = [\"ask\", \"run\"]"], Unknown("run".into())),
        plan(SILENCE, "what-now", ["hide = \"box\"", "hide = \"hand-up\""], SamePicture("hide".into())),
        plan(SILENCE, "what-now", ["hide = \"box\", ", ""], Missing("pictures.hide".into())),
        plan(SILENCE, "what-now", ["hide = \"box\"", "hide = \"box\", run = \"legs\""], Foreign("pictures".into())),
        words(SILENCE, "what-now", ["hide = \"Ik verstop me.\"", ""], Missing("the text of hide".into())),
        words(SILENCE, "what-now", ["hide = \"Ik", "run = \"Ik ga.\"\nhide = \"Ik"], Foreign("options".into())),
        words(SILENCE, "what-now", ["hint = \"Kijk naar de deur.\"", ""], Missing("hint".into())),
        words(SILENCE, "what-now", ["reason = \"Vragen mag altijd.\"", ""], Missing("reason".into())),
        words(SILENCE, "what-now", ["ask = \"Wat doe je nu?\"", ""], Missing("ask".into())),
        words(
            SILENCE,
            "situation",
            ["say = [\"Je staat aan de machine.\", \"Je gsm maakt geluid.\"]", ""],
            Missing("say".into()),
        ),
        plan(
            SILENCE,
            "in-order",
            ["items = [\"stop\", \"look\", \"go\"]", "items = [\"stop\", \"look\", \"go\", \"go\"]"],
            Twice("go".into()),
        ),
        plan(SILENCE, "where", ["right = [\"door\"]", "right = [\"door\", \"lamp\", \"day\", \"hour\"]"], NothingWrong),
        plan(SILENCE, "where", ["right = [\"door\"]", "right = [\"door\", \"moon\"]"], Unknown("moon".into())),
        plan(SILENCE, "where", [door, "right = [\"door\"]"], Missing("view".into())),
        plan(
            SILENCE,
            "where",
            [door, "view = \"hall\"\nright = [\"door\"]\npicture = \"hall\""],
            Foreign("picture".into()),
        ),
        words(SILENCE, "where", ["found.door = \"Dit is de deur.\"", ""], Missing("found door".into())),
        words(SILENCE, "alone", ["[alone]", "[alone]\nhint = \"Kijk.\""], Foreign("hint".into())),
        plan(SILENCE, "alone", [way, "way = [\"back\", \"sound\"]"], WrongWay("calls".into())),
        plan(SILENCE, "alone", [way, "way = [\"back\", \"settings\", \"sound\"]"], WrongWay("calls".into())),
        plan(SILENCE, "alone", [way, "way = []"], WrongWay("calls".into())),
        plan(
            SILENCE,
            "alone",
            [way, "way = [\"back\", \"settings\", \"sound\", \"silent\", \"silent\"]"],
            WrongWay("calls".into()),
        ),
        plan(
            SILENCE,
            "alone",
            ["start = \"calls\"\ngoal = \"quiet\"", "start = \"calls\"\ngoal = \"calls\""],
            WrongWay("calls".into()),
        ),
        plan(SILENCE, "alone", ["start = \"calls\"", "start = \"attic\""], Unknown("views.attic".into())),
        plan(SILENCE, "alone", ["goal = \"quiet\"\nway = [\"back\"", "way = [\"back\""], Missing("goal".into())),
        plan(
            SILENCE,
            "alone",
            [
                "start = \"calls\"\ngoal = \"quiet\"\nway = [\"back\", \"settings\", \"sound\", \"silent\"]",
                "start = \"settings\"\ngoal = \"quiet\"\nway = [\"sound\", \"silent\"]",
            ],
            TooShort { taps: 2, views: 2 },
        ),
        plan(SILENCE, "alone", [", { rows = [\"amir\"] }", ", { text = \"amir\" }"], NothingElse("calls".into())),
        plan(
            SILENCE,
            "alone",
            [
                "go = { back = \"home\" }\n\n[views.settings]",
                "go = { back = \"home\", amir = \"hall\" }\n\n[views.settings]",
            ],
            NoWayBack("hall".into()),
        ),
        plan(SICK, "signs", ["late = \"bus\", ", ""], Missing("meanings.late".into())),
        plan(SICK, "signs", ["late = \"bus\"", "late = \"bed\""], SamePicture("late".into())),
        plan(SICK, "signs", ["late = \"bus\"", "late = \"bus\", gone = \"eyes\""], Unknown("meanings.gone".into())),
        plan(SICK, "talk", ["picture = \"coach\"", ""], Missing("picture".into())),
        plan(
            SICK,
            "talk",
            ["replies = [\"tell-it\", \"hang-up\"]", "replies = [\"tell-it\"]"],
            count("options", 1, 2, 3),
        ),
        plan(
            SICK,
            "talk",
            ["hang-up = \"cross\"", "hang-up = \"cross\", gone = \"eyes\""],
            Unknown("pictures.gone".into()),
        ),
        words(SICK, "talk", ["after.hang-up = \"Ben je er nog?\"", ""], Missing("after hang-up".into())),
        words(
            SICK,
            "talk",
            ["after.hang-up", "after.gone = \"Dag.\"\nafter.hang-up"],
            Unknown("turns.hello.gone".into()),
        ),
        plan(SICK, "dial", ["keypad = \"numbers\"\n", ""], Missing("keypad".into())),
        plan(SICK, "dial", ["answer = \"1024\"", ""], Missing("answer".into())),
        plan(SICK, "dial", ["answer = \"1024\"", "answer = \"10 24\""], Answer("10 24".into())),
        words(SICK, "write", ["answer = \"Griep\"", "answer = \" \""], Missing("answer".into())),
        words(SICK, "write", ["answer = \"Griep\"", "answer = \"Gr\\tiep\""], Answer("Gr\tiep".into())),
        words(
            SICK,
            "write",
            ["answer = \"Griep\"", "answer = \"een heel erg lang woord met nog meer woorden\""],
            count("characters in the answer", 44, 1, 40),
        ),
    ]
}

pub fn mistakes() -> Vec<Mistake> {
    mistakes_in_the_whole().into_iter().chain(mistakes_in_cards()).collect()
}
