// Hands every request below `/connect-story/<id>/`, navigations of frames and popups included, to
// the story page that answers for that id. Request-mocking libraries let navigations through.
const storyPath = /\/connect-story\/([^/]+)\//;
/** Milliseconds in which a page must claim a request; a story that was left claims nothing. */
const patience = 10_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const story = storyPath.exec(new URL(event.request.url).pathname)?.[1];
  if (story) event.respondWith(askPage(story, event.request));
});

async function askPage(story, request) {
  const { url, method, headers } = request;
  const body = await request.arrayBuffer();
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(new Response("The story that answered here has been left.", { status: 410 }));
    }, patience);
    for (const page of pages) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        clearTimeout(timer);
        if (data === "claimed") return;
        resolve(data ? new Response(data.body, data) : Response.error());
      };
      page.postMessage({ story, url, method, headers: [...headers], body }, [port2]);
    }
  });
}
