//! The sign of Stepwise.

use leptos::prelude::*;

/// The three rising steps.
pub fn steps_sign() -> AnyView {
    view! {
        <svg class="steps-sign" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
            <rect class="step-one" x="2" y="25" width="11" height="13" rx="3"/>
            <rect class="step-two" x="14.5" y="14" width="11" height="24" rx="3"/>
            <rect class="step-three" x="27" y="2" width="11" height="36" rx="3"/>
        </svg>
    }
    .into_any()
}
