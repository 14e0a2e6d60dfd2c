// The app without internet. Keeps every file under the digest of its bytes, so that a build takes from the one before what did not change, and two builds never mix.
// A build is installed only when all that it needs to start is there and right; it takes the place of the one before for good when it has started once.
"use strict";

// This build: `id`, `files` (path: digest), `core` (the paths it needs to start), `content` (folder of its lessons), `lists` (language: digest and weight in kB of
// the list of its files).
const BUILD = {{build}};
// How often a build may fail to start before the last good one is opened again.
const TRIES = 2;
// How many files in a row may not come before the rest waits for the next time: nobody answers, or the host has only a newer build. A worker that is busy would keep
// that one from beginning.
const LOST = 3;
const HOME = new URL("./", location).pathname;
const FILES = `stepwise:${HOME}:files`;
const NOTES = `stepwise:${HOME}:notes`;
const TYPES = {
  css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", mp3: "audio/mpeg", png: "image/png", svg: "image/svg+xml", txt: "text/plain",
  wasm: "application/wasm", webmanifest: "application/manifest+json", woff2: "font/woff2",
};

// ---- what is remembered: the builds that are whole, newest first; the one that started last; how often this one was tried; whether somebody said yes to all lessons

async function notes() {
  const kept = await (await caches.open(NOTES)).match(HOME);
  return kept ? kept.json() : { builds: [], good: null, tries: 0, saidYes: false };
}

// One change after the other.
let turn = Promise.resolve();
function note(change) {
  turn = turn.catch(() => {}).then(async () => {
    const now = await notes();
    change(now);
    await (await caches.open(NOTES)).put(HOME, new Response(JSON.stringify(now)));
    return now;
  });
  return turn;
}

// ---- files

const sumOf = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

// SHA-256, its first 128 bits in base64url: against accidents, not people.
async function digestOf(bytes) {
  return btoa(String.fromCharCode(...(await sumOf(bytes)).subarray(0, 16))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

const keyOf = (digest) => `${HOME}~${digest}`;

async function kept(digest) {
  return (await caches.open(FILES)).match(keyOf(digest));
}

// The file, fetched if it is not kept. The browser's own cache may hold it; if that is not it, the network is asked once more.
async function file(path, digest) {
  const there = await kept(digest);
  if (there) return there;
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(HOME + (path === "index.html" ? "" : path), { cache });
    if (!answer.ok) continue;
    const bytes = await answer.arrayBuffer();
    if ((await digestOf(bytes)) !== digest) continue;
    const headers = new Headers(answer.headers);
    ["content-encoding", "content-length"].forEach((name) => headers.delete(name));
    headers.set("content-type", TYPES[path.split(".").pop()] || "application/octet-stream");
    const whole = new Response(bytes, { headers });
    // Without room it is used all the same.
    await (await caches.open(FILES)).put(keyOf(digest), whole.clone()).catch(() => {});
    return whole;
  }
  throw new Error(`${path} did not come whole`);
}

// The lists that were read, by their digests: reading them anew for each file takes long with thousands of lessons.
const read = new Map();

// The files of a language by course, those of no course under "".
async function list(build, language, mayFetch) {
  const [digest] = build.lists[language] || [];
  if (!digest || read.has(digest)) return read.get(digest) || {};
  const there = mayFetch ? await file(`${build.content}files.${language}.json`, digest) : await kept(digest);
  if (!there) return {};
  read.set(digest, await there.json());
  return read.get(digest);
}

// Where a path belongs: its build, its digest, and for a file of the lessons its language and course.
async function find(path, mayFetch) {
  const { builds } = await notes();
  for (const build of [BUILD, ...builds.filter(({ id }) => id !== BUILD.id)]) {
    if (build.files[path]) return { build, digest: build.files[path] };
    if (!path.startsWith(build.content)) continue;
    const named = /\.([a-z]{2,3})\.json$/.exec(path);
    // Pictures belong to each language.
    for (const language of named ? [named[1]] : Object.keys(build.lists)) {
      const courses = await list(build, language, mayFetch && named);
      const course = Object.keys(courses).find((id) => courses[id][path.slice(build.content.length)]);
      if (course !== undefined) return { build, digest: courses[course][path.slice(build.content.length)], language, course };
    }
  }
  return null;
}

// What was gone through since the worker was started, so that not each request goes through all files again.
const whole = new Set();

// Keeps all of a course with what is needed everywhere, or all of a language; the files one after the other, since somebody may be waiting for another.
async function keepAll(build, language, only) {
  const name = JSON.stringify([build.id, language, only]);
  if (whole.has(name)) return;
  whole.add(name);
  const courses = await list(build, language, true).catch(() => {
    whole.delete(name);
    return {};
  });
  let lost = 0;
  for (const [course, files] of Object.entries(courses)) {
    if (only !== undefined && course !== "" && course !== only) continue;
    for (const [path, digest] of Object.entries(files)) {
      const came = await file(build.content + path, digest).then(() => true, () => false);
      lost = came ? 0 : lost + 1;
      if (!came) whole.delete(name);
      if (lost === LOST) return;
    }
  }
}

async function stands(build, language) {
  const names = new Set((await (await caches.open(FILES)).keys()).map(({ url }) => url.split("~").pop()));
  const digests = Object.values(await list(build, language, true).catch(() => ({}))).flatMap((files) => Object.values(files));
  const [, weight] = build.lists[language] || [];
  const is = digests.filter((digest) => names.has(digest)).length;
  return { kept: is, all: digests.length || 1, weight, saidYes: (await notes()).saidYes };
}

// What an organisation puts there itself (docs/custom.md): it may be another at any time.
const CUSTOM = new URL("custom/", location).href;

// As the network has it, else as it was seen last; empty if it never was.
async function custom(address) {
  const files = await caches.open(FILES);
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => null);
  if (answer && answer.ok) await files.put(address, answer.clone()).catch(() => {});
  else if (!answer || answer.status >= 500) return (await files.match(address)) || answer || new Response();
  else await files.delete(address);
  return answer;
}

// What neither this build nor the one before needs.
async function tidy({ builds }) {
  const needed = new Set();
  for (const build of [BUILD, ...builds]) {
    Object.values(build.files).forEach((digest) => needed.add(digest));
    for (const [language, [digest]] of Object.entries(build.lists)) {
      needed.add(digest);
      Object.values(await list(build, language, false)).forEach((files) => Object.values(files).forEach((one) => needed.add(one)));
    }
  }
  const files = await caches.open(FILES);
  for (const request of await files.keys()) if (!/\.mp3$/.test(request.url) && !request.url.startsWith(CUSTOM) && !needed.has(request.url.split("~").pop())) await files.delete(request);
}

// ---- the worker's life

addEventListener("install", (event) => {
  event.waitUntil((async () => {
    for (const path of BUILD.core) await file(path, BUILD.files[path]);
    for (const path of BUILD.core) if (!(await kept(BUILD.files[path]))) throw new Error("there is no room");
    // Last: now it is whole. The one before stays until this one has started.
    await note((now) => {
      now.builds = [BUILD, ...now.builds.filter(({ id }) => id === now.good && id !== BUILD.id)];
      if (now.good !== BUILD.id) now.tries = 0;
    });
  })());
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const { data, ports } = event;
  const answer = (what) => ports[0] && ports[0].postMessage(what);
  event.waitUntil((async () => {
    if (data.begin) await skipWaiting();
    if (data.started) {
      const now = await note((now) => {
        if (now.builds.some(({ id }) => id === data.started)) now.good = data.started;
        if (data.started === BUILD.id) now.tries = 0;
      });
      await tidy(now);
      await remember(data.used);
      answer({});
    }
    if (data.language) {
      const build = (await notes()).builds.find(({ id }) => id === BUILD.id) || BUILD;
      if (data.fetch) {
        await note((now) => { now.saidYes = true; });
        await keepAll(build, data.language);
      }
      answer(await stands(build, data.language));
    }
    if (data.forget) {
      await caches.delete(NOTES);
      await note((now) => {
        now.builds = [BUILD];
        now.good = BUILD.id;
      });
      const core = new Set(BUILD.core.map((path) => BUILD.files[path]));
      const files = await caches.open(FILES);
      for (const request of await files.keys()) if (!request.url.startsWith(CUSTOM) && !core.has(request.url.split("~").pop())) await files.delete(request);
      whole.clear();
      read.clear();
      answer({});
    }
  })());
});

// Keeps what a page has used, and the rest of the course of a lesson.
async function remember(addresses) {
  for (const address of addresses) {
    const url = new URL(address);
    if (url.href.startsWith(CUSTOM)) await custom(url.href);
    if (url.origin !== location.origin || !url.pathname.startsWith(HOME)) continue;
    const path = url.pathname.slice(HOME.length);
    const found = await find(path, true).catch(() => null);
    if (!found) continue;
    await file(path, found.digest).catch(() => {});
    if (found.language) await keepAll(found.build, found.language, found.course);
  }
}

// ---- what a page asks for

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(HOME)) return;
  const path = url.pathname.slice(HOME.length);
  if (request.mode === "navigate") {
    if (path === "" || path === "index.html") event.respondWith(open().catch(() => fetch(request)));
  } else if (request.cache !== "no-store") {
    event.respondWith(give(event, path));
  }
});

// The page of this build; of the last good one when this one fails to start.
async function open() {
  let now = await notes();
  let build = BUILD;
  if (now.good !== BUILD.id) {
    const before = now.builds.find(({ id }) => id === now.good);
    if (before && now.tries >= TRIES) build = before;
    else now = await note((now) => { now.tries += 1; });
  }
  return file("index.html", build.files["index.html"]);
}

async function give(event, path) {
  if (path.startsWith("custom/")) return custom(HOME + path);
  try {
    if (path.startsWith("audio/")) return await part(event.request, await clip(path));
    const found = await find(path, false);
    if (found) {
      const whole = await file(path, found.digest);
      if (found.language) event.waitUntil(keepAll(found.build, found.language, found.course));
      return whole;
    }
  } catch {
    // What is not kept and does not come whole is left to the network, and to the page.
  }
  // Not known yet: a language that is read for the first time.
  if (path.startsWith(BUILD.content)) event.waitUntil(remember([event.request.url]));
  return fetch(event.request);
}

// A recorded sentence, kept when it is played. Its name ends with the sum of its bytes, so it is kept under it: `published_name` of xtask/src/content/clips.rs.
async function clip(path) {
  const files = await caches.open(FILES);
  const there = await files.match(HOME + path);
  if (there) return there;
  const answer = await fetch(HOME + path);
  if (!answer.ok) return answer;
  const bytes = await answer.arrayBuffer();
  const whole = new Response(bytes, { headers: { "content-type": TYPES.mp3 } });
  const sum = [...(await sumOf(bytes)).subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (path.endsWith(`-${sum}.mp3`)) await files.put(HOME + path, whole.clone()).catch(() => {});
  return whole;
}

// Safari plays only what comes in the parts that it asked for.
async function part(request, whole) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") || "");
  if (!range || !whole.ok) return whole;
  const bytes = await whole.arrayBuffer();
  const from = Number(range[1]);
  const to = Math.min(range[2] === "" ? bytes.byteLength - 1 : Number(range[2]), bytes.byteLength - 1);
  if (from > to) return new Response(null, { status: 416, headers: { "content-range": `bytes */${bytes.byteLength}` } });
  const headers = { "content-type": TYPES.mp3, "accept-ranges": "bytes", "content-range": `bytes ${from}-${to}/${bytes.byteLength}` };
  return new Response(bytes.slice(from, to + 1), { status: 206, headers });
}
