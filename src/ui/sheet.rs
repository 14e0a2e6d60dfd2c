//! A sheet over the screen: the browser's own dialog, which keeps the focus inside and gives it back.

use super::said;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Opens a sheet.
pub fn open_sheet(sheet: NodeRef<Dialog>) {
    if let Some(dialog) = sheet.get_untracked()
        && !dialog.open()
    {
        // A browser without dialogs leaves it closed; its settings are on *Me* as well.
        let _ = dialog.show_modal();
    }
}

/// Closes a sheet; the focus returns to what opened it.
pub fn close_sheet(sheet: NodeRef<Dialog>) {
    if let Some(dialog) = sheet.get_untracked() {
        dialog.close();
    }
}

/// A sheet with a heading.
pub fn sheet(node: NodeRef<Dialog>, id: &'static str, title: &str, inside: AnyView) -> AnyView {
    let heading = format!("{id}-title");
    view! {
        <dialog class="sheet" id=id node_ref=node aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{said(title)}</h2>
            {inside}
        </dialog>
    }
    .into_any()
}
