/*
 * A classic script, run in a page before any other: `observeImport(url)` imports a module and says
 * what that started, stored or changed.
 */
{
  const effects = [];
  const watch = (owner, name, what) => {
    const original = owner[name];
    owner[name] = function (...args) {
      effects.push(`${what}(${typeof args[0] === "string" ? args[0] : ""})`);
      return Reflect.apply(original, this, args);
    };
  };
  watch(EventTarget.prototype, "addEventListener", "addEventListener");
  for (const name of [
    ...["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"],
    ...["fetch", "open", "postMessage", "matchMedia"],
  ]) {
    watch(window, name, name);
  }
  for (const name of ["getItem", "setItem"]) watch(Storage.prototype, name, name);
  for (const [type, method] of [
    ["MutationObserver", "observe"],
    ["ResizeObserver", "observe"],
    ["IntersectionObserver", "observe"],
    ["XMLHttpRequest", "send"],
    ["Navigator", "sendBeacon"],
    ["IDBFactory", "open"],
    ["History", "pushState"],
    ["History", "replaceState"],
    ["CustomElementRegistry", "define"],
  ]) {
    watch(window[type].prototype, method, `${type}.${method}`);
  }
  for (const type of ["BroadcastChannel", "EventSource", "WebSocket", "Worker"]) {
    const Original = window[type];
    window[type] = class extends Original {
      constructor(...args) {
        effects.push(`new ${type}`);
        super(...args);
      }
    };
  }
  const state = () => ({
    globals: Reflect.ownKeys(window).length,
    nodes: document.querySelectorAll("*").length,
    attributes: document.documentElement.outerHTML.length,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    stored: localStorage.length + sessionStorage.length,
    cookies: document.cookie.length,
  });
  window.observeImport = async (url) => {
    const before = state();
    effects.length = 0;
    const exported = Object.keys(await import(url));
    const after = state();
    const added = Object.fromEntries(
      Object.entries(after).map(([key, count]) => [key, count - before[key]]),
    );
    return { exported, effects: [...effects], added };
  };
}
