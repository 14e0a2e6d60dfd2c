//! Keeps what was done, and takes in what another page of the app keeps.

use super::State;
use crate::browser::storage::{self, Document, Kept, ThisDevice, Trouble};
use crate::browser::{mirror, people, today};
use engine::ids::LessonId;
use engine::person::Person;
use engine::progress::Progress;
use leptos::prelude::*;

impl State {
    pub(super) fn keep<T: Kept + Send + Sync + 'static>(&self, signal: RwSignal<T>) {
        if self.locked.with_value(|locked| locked.contains(&T::DOCUMENT)) {
            return;
        }
        let turn = self.kept.try_update_value(|kept| {
            *kept += 1;
            *kept
        });
        let state = *self;
        let then = move |is_safe| {
            if state.kept.try_get_value() == turn {
                state.safe.set(is_safe);
            }
        };
        self.safe.set(false);
        let (joined, kept) = signal.with_untracked(|mine| storage::write(&self.device, &people::here(), mine, then));
        if let Some(joined) = joined {
            signal.set(joined);
        }
        self.unkept.update_value(|unkept| {
            unkept.retain(|document| *document != T::DOCUMENT);
            if kept.is_err() {
                unkept.push(T::DOCUMENT);
            }
        });
        // Room for a small document is no room for all of them.
        let all_is_kept = self.locked.with_value(Vec::is_empty) && self.unkept.with_value(Vec::is_empty);
        let before = self.trouble.get_untracked();
        let now = match (kept, before) {
            (Err(trouble), _) => Some(trouble),
            (Ok(()), Some(Trouble::Full)) if all_is_kept => None,
            (Ok(()), before) => before,
        };
        if now != before {
            self.trouble.set(now);
        }
    }

    /// Takes in what was done elsewhere; what is finished by it is practised from today on. Gives back what there was before.
    pub fn join_progress(&self, theirs: &Progress, lessons: &[LessonId]) -> Progress {
        let before = self.progress.get_untracked();
        self.progress.set(before.clone().take_in(theirs.clone()));
        let new = lessons.iter().filter_map(|lesson| Some((lesson, theirs.best(lesson)?)));
        self.practice.update(|practice| {
            for (lesson, best) in new.filter(|(lesson, _)| !before.is_finished(lesson)) {
                practice.finished(lesson, best, today::today());
            }
        });
        self.keep(self.progress);
        self.keep(self.practice);
        before
    }

    /// Makes the progress again what it was.
    pub fn restore_progress(&self, before: Progress) {
        self.progress.update(|now| *now = before.instead_of(now));
        self.keep(self.progress);
    }

    /// The progress as a text that can be kept anywhere; nothing if it is too long.
    pub fn progress_as_file(&self) -> Option<String> {
        self.progress.with_untracked(storage::seal)
    }

    /// The progress in such a text.
    ///
    /// # Errors
    /// When it is none; true if a newer app wrote it.
    pub fn progress_of_file(text: &str) -> Result<Progress, bool> {
        storage::unseal(text.trim())
    }

    /// Who a person of this device is.
    pub fn person(&self, person: &str) -> Person {
        storage::read(&self.device, person).value.unwrap_or_default()
    }

    /// Keeps who a person is. Says why, if it is not kept.
    pub fn keep_person(&self, key: &str, person: &Person) -> Option<Trouble> {
        storage::write(&self.device, key, person, |_| ()).1.err()
    }

    /// What another page of the app keeps is known here too; what only this one knows is kept again. So is what the mirror had, when it becomes
    /// known only now.
    pub(super) fn follow_other_pages(self) {
        storage::on_other_page(move |document| match document {
            None => self.forget(),
            Some(document) => self.take_in(document, false),
        });
        mirror::on_late(move || Document::ALL.into_iter().for_each(|document| self.take_in(document, true)));
    }

    fn take_in(self, document: Document, from_mirror: bool) {
        match document {
            Document::Progress => self.join_in(self.progress, from_mirror),
            Document::Settings => self.join_in(self.settings, from_mirror),
            Document::Practice => self.join_in(self.practice, from_mirror),
            Document::Sessions => self.join_in(self.sessions, from_mirror),
            Document::Person | Document::Draft | Document::Board | Document::Notes => {}
        }
    }

    fn join_in<T: Kept + Send + Sync + 'static>(self, signal: RwSignal<T>, from_mirror: bool) {
        let read = if from_mirror { storage::read::<T> } else { storage::read_again::<T> };
        let Some(theirs) = read(&self.device, &people::here()).value else { return };
        let mine = signal.get_untracked();
        let joined = mine.clone().join(theirs.clone());
        let keeps = from_mirror || T::AGREES && joined != theirs;
        if joined != mine {
            signal.set(joined);
        }
        if keeps {
            self.keep(signal);
        }
    }
}

/// Reads the documents when the page is opened, and remembers what was wrong.
pub(super) struct Reader<'a> {
    pub device: ThisDevice,
    pub trouble: &'a mut Option<Trouble>,
    pub locked: &'a mut Vec<Document>,
}

impl Reader<'_> {
    pub fn document<T: Kept>(&mut self) -> T {
        let found = storage::read::<T>(&self.device, &people::here());
        if let Some(trouble) = found.trouble {
            if trouble != Trouble::SetAside {
                self.locked.push(T::DOCUMENT);
            }
            *self.trouble = Some(trouble);
        }
        found.value.unwrap_or_default()
    }
}
