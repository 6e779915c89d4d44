// Hands every request below `/connect-story/<id>/`, navigations of frames and popups included, to
// the story page that answers for that id. Request-mocking libraries let navigations through.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const story = /\/connect-story\/([^/]+)\//.exec(new URL(event.request.url).pathname)?.[1];
  if (story) event.respondWith(askPage(story, event.request));
});

async function askPage(story, request) {
  const { url, method, headers } = request;
  const body = await request.arrayBuffer();
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Promise((resolve) => {
    for (const page of pages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(new Response(data.body, data));
      page.postMessage({ story, url, method, headers: [...headers], body }, [port2]);
    }
  });
}
