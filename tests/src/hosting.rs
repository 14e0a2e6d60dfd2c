//! The headers that the samples in `docs/hosting` tell a host to send with every file.

use std::collections::BTreeMap;

use crate::data;

/// A way to write the headers down.
#[derive(Clone, Copy, Debug)]
pub enum Host {
    /// Netlify, Cloudflare Pages and others.
    Pages,
    Caddy,
    Nginx,
    Apache,
}

impl Host {
    /// All that there is a sample for.
    pub const ALL: [Self; 4] = [Self::Pages, Self::Caddy, Self::Nginx, Self::Apache];

    /// What comes with every file, by name: not how long it may be kept, which differs from file to file.
    pub fn headers(self) -> BTreeMap<String, String> {
        let (file, before) = match self {
            Self::Pages => ("_headers", ""),
            Self::Caddy => ("Caddyfile", ""),
            Self::Nginx => ("nginx.conf", "add_header "),
            Self::Apache => ("htaccess", "Header always set "),
        };
        let text = data::text(&format!("docs/hosting/{file}"));
        let lines = text.lines().map(str::trim);
        // What is meant for all files is one block, or all there is.
        let lines: Vec<&str> = match self {
            Self::Pages => {
                lines.skip_while(|line| *line != "/*").skip(1).take_while(|line| !line.starts_with('/')).collect()
            }
            Self::Caddy => {
                lines.skip_while(|line| *line != "header {").skip(1).take_while(|line| *line != "}").collect()
            }
            Self::Nginx | Self::Apache => lines.collect(),
        };
        let headers = lines.into_iter().filter_map(|line| line.strip_prefix(before)).map(|line| {
            let (name, value) = line.split_once(' ').unwrap_or_else(|| panic!("{file}: {line} is no header"));
            let value = value.trim_end_matches(';').trim_end_matches(" always").trim_matches('"');
            (name.trim_end_matches(':').to_owned(), value.to_owned())
        });
        headers.filter(|(name, _)| name != "Cache-Control").collect()
    }
}
