//! How the group board is kept.

use super::{COACH, Desk};
use crate::browser::storage::{self, Trouble};
use crate::state::shelf::{Shelf, load};
use engine::board::Board;
use leptos::prelude::*;

impl Desk {
    /// Changes and keeps the board, as another page may have left it meanwhile. Gives back what it was before.
    pub fn change_board(&self, change: impl FnOnce(&mut Board)) -> Board {
        let before = self.board_now();
        let mut after = before.clone();
        change(&mut after);
        let (joined, kept) = storage::write(&self.device, COACH, &after, |_| ());
        self.board.set(joined.unwrap_or(after));
        self.tell_of_board(kept);
        before
    }

    /// Takes something away from the board: no copy has it any more.
    pub fn take_from_board(&self, take: impl FnOnce(&mut Board)) {
        let mut board = self.board_now();
        take(&mut board);
        let kept = match storage::read_again::<Board>(&self.device, COACH).trouble {
            Some(trouble @ (Trouble::Newer | Trouble::Full)) => Err(trouble),
            _ => storage::write_alone(&self.device, COACH, &board),
        };
        self.board.set(board);
        self.tell_of_board(kept);
    }

    /// The board with what another page has kept of it.
    fn board_now(&self) -> Board {
        let mine = self.board.get_untracked();
        match storage::read_again::<Board>(&self.device, COACH).value {
            Some(kept) => mine.join(kept),
            None => mine,
        }
    }

    fn tell_of_board(&self, kept: Result<(), Trouble>) {
        if let Err(trouble) = kept {
            self.board_trouble.set(Some(trouble));
        }
    }

    /// A card that was scanned opens a page of its own: what it puts on the board is seen here too.
    pub(super) fn follow_board(self) {
        storage::on_other_copy::<Board>(COACH, move || {
            let now = self.board_now();
            if now != self.board.get_untracked() {
                self.board.set(now);
            }
        });
    }

    /// Loads the places of lessons in codes, unless they are there.
    pub fn load_register(&self) {
        if !matches!(self.register.get_untracked(), Shelf::Ready(_)) {
            load(self.register, "register.json".to_owned(), true, || true);
        }
    }
}
