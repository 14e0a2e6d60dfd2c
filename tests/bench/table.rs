//! Medians and ratios, as Markdown that is also read well in a terminal.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::visit::{BYTES_PER_SECOND, Figures, LATENCY, SLOWER};

/// A row: what was measured, and how it is written.
struct Row {
    name: &'static str,
    unit: &'static str,
    /// The measured value by this is the written one.
    per: f64,
    digits: usize,
}

const ROWS: [Row; 8] = [
    Row { name: "bytes", unit: "kB", per: 1000.0, digits: 0 },
    Row { name: "requests", unit: "", per: 1.0, digits: 0 },
    Row { name: "first paint", unit: "s", per: 1000.0, digits: 2 },
    Row { name: "first card readable", unit: "s", per: 1000.0, digits: 2 },
    Row { name: "first answer tappable", unit: "s", per: 1000.0, digits: 2 },
    Row { name: "tap to feedback", unit: "ms", per: 1.0, digits: 0 },
    Row { name: "memory", unit: "MB", per: 1_000_000.0, digits: 1 },
    Row { name: "second start offline", unit: "s", per: 1000.0, digits: 2 },
];

/// One picture on a screen of 60 in a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// All figures of a run, by candidate and round.
pub struct Run {
    pub rounds: usize,
    pub figures: BTreeMap<String, Vec<Figures>>,
}

impl Run {
    /// The median of a row; nothing where it was not measured in each round.
    fn median(&self, candidate: &str, row: &str) -> Option<f64> {
        let all = self.figures.get(candidate)?;
        let mut values: Vec<f64> = all.iter().filter_map(|figures| figures.get(row).copied()).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        match (values.len() == all.len(), values.len() % 2) {
            (false, _) => None,
            (true, 1) => values.get(middle).copied(),
            (true, _) => Some((values.get(middle.checked_sub(1)?)? + values.get(middle)?) / 2.0),
        }
    }

    /// What was measured with what, the table of all candidates, the table of sizes, and how the goals stand.
    pub fn report(&self, candidates: &[&str], sizes: &[&str]) -> String {
        let (ours, floor, h5p) = (candidates[0], candidates[1], candidates[2]);
        let ratios = [(ours, floor), (h5p, ours)];
        format!(
            "{}\n\n{}\n{}\n{}",
            self.setting(),
            self.table(candidates, &ratios),
            self.table(&[&[ours], sizes].concat(), &[(sizes[sizes.len() - 1], ours)]),
            self.goals(ours, floor, h5p, sizes)
        )
    }

    fn setting(&self) -> String {
        let said = |program: &str, words: &[&str]| {
            let said = Command::new(program).args(words).output().ok();
            said.map_or_else(String::new, |said| String::from_utf8_lossy(&said.stdout).trim().to_owned())
        };
        let machine = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let machine = machine.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let chrome = std::env::var("CHROME").unwrap_or_else(|_| "chromium".to_owned());
        let browser = said(&chrome, &["--version"]);
        format!(
            "{}, commit {}; {}; {}, {} cores; {SLOWER} times slower, {} kbit/s, {LATENCY} ms; medians, rounds: {}.",
            said("date", &["-I"]),
            said("git", &["describe", "--always", "--dirty"]),
            browser.split_whitespace().take(2).collect::<Vec<_>>().join(" "),
            machine.map_or("machine unknown", |(_, name)| name),
            std::thread::available_parallelism().map_or(0, usize::from),
            BYTES_PER_SECOND * 8 / 1000,
            self.rounds
        )
    }

    fn table(&self, candidates: &[&str], ratios: &[(&str, &str)]) -> String {
        let mut lines = vec![vec![String::new()]];
        lines[0].extend(candidates.iter().map(|name| (*name).to_owned()));
        lines[0].extend(ratios.iter().map(|(above, below)| format!("{above} : {below}")));
        for row in &ROWS {
            let Row { name, unit, per, digits } = row;
            let mut line = vec![if unit.is_empty() { (*name).to_owned() } else { format!("{name}, {unit}") }];
            let value = |candidate: &&str| self.median(candidate, name);
            line.extend(candidates.iter().map(|candidate| {
                value(candidate).map_or_else(|| "–".to_owned(), |value| format!("{:.*}", digits, value / per))
            }));
            line.extend(ratios.iter().map(|(above, below)| match (value(above), value(below)) {
                (Some(above), Some(below)) => format!("{:.2}", above / below),
                _ => "–".to_owned(),
            }));
            lines.push(line);
        }
        laid_out(&lines)
    }

    fn goals(&self, ours: &str, floor: &str, h5p: &str, sizes: &[&str]) -> String {
        let value = |candidate: &str, row: &str| self.median(candidate, row).unwrap_or(f64::NAN);
        let ratio = |row: &str, above: &str, below: &str| value(above, row) / value(below, row);
        let (card, answer) = ("first card readable", "first answer tappable");
        let later = value(ours, "tap to feedback") - value(floor, "tap to feedback");
        let most = ratio(answer, sizes[sizes.len() - 1], sizes[0]);
        let goals = [
            (
                "first card readable, at most 1.5 of the floor",
                ratio(card, ours, floor),
                ratio(card, ours, floor) <= 1.5,
            ),
            (
                "first answer tappable, H5P at least 2 of ours",
                ratio(answer, h5p, ours),
                ratio(answer, h5p, ours) >= 2.0,
            ),
            ("bytes, less than 1 of H5P", ratio("bytes", ours, h5p), ratio("bytes", ours, h5p) < 1.0),
            ("tap to feedback, at most a frame (17 ms) more than the floor, ms", later, later <= FRAME),
            ("first answer tappable, most lessons by fewest, at most 1.05", most, most <= 1.05),
        ];
        let mut lines = vec![["goal", "measured", ""].map(str::to_owned).to_vec()];
        lines.extend(goals.iter().map(|(goal, value, met)| {
            vec![(*goal).to_owned(), format!("{value:.2}"), if *met { "met" } else { "not met" }.to_owned()]
        }));
        laid_out(&lines)
    }
}

/// A table whose first line is its head, its columns as wide as what is in them.
fn laid_out(lines: &[Vec<String>]) -> String {
    let wide = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0).max(3);
    let widths: Vec<usize> = (0..lines[0].len()).map(wide).collect();
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        let cells = line.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        text += &format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
        if place == 0 {
            let rule = widths.iter().enumerate().map(|(column, width)| {
                if column == 0 { "-".repeat(*width) } else { format!("{}:", "-".repeat(width - 1)) }
            });
            text += &format!("| {} |\n", rule.collect::<Vec<_>>().join(" | "));
        }
    }
    text
}
