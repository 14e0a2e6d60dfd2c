//! One table for each language. The marker words are seeds, to be corrected by native reviewers.

pub(crate) mod ar;
pub(crate) mod bg;
pub(crate) mod de;
pub(crate) mod el;
pub(crate) mod en;
pub(crate) mod es;
pub(crate) mod fr;
pub(crate) mod hr;
#[cfg(test)]
mod hygiene;
pub(crate) mod it;
pub(crate) mod lv;
pub(crate) mod nl;
pub(crate) mod pl;
pub(crate) mod ro;
#[cfg(test)]
mod samples;
pub(crate) mod sl;
pub(crate) mod tr;
pub(crate) mod uk;

/// L17: English words of offices and screens that slip into other languages written in Latin letters.
const ENGLISH: &[&str] = &[
    "feedback",
    "meeting",
    "deadline",
    "update",
    "updates",
    "upgrade",
    "download",
    "downloaden",
    "upload",
    "uploaden",
    "login",
    "password",
    "user",
    "users",
    "file",
    "files",
    "folder",
    "display",
    "device",
    "tools",
    "skills",
    "briefing",
    "workflow",
    "dashboard",
    "onboarding",
    "check in",
    "backup",
    "settings",
    "default",
    "support",
    "helpdesk",
    "to do",
    "know how",
    "team building",
];
