// To be put in the place of `sw.js` when the app must no longer work by itself on the devices that keep it: it throws away all that is kept of the app, and then itself. What people
// have done is not touched. Leave it there for as long as a device may come back.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  const home = `stepwise:${new URL("./", location).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(home)) await caches.delete(name);
  await registration.unregister();
})()));
