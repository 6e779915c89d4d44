import { createFailureMessages } from "../create-failure-messages.ts";
import type { Language } from "../messages.ts";
import { plurals } from "../plurals.ts";

const count = plurals("de");
const integrations = (number: number) =>
  count(number, { one: "# Integration", other: "# Integrationen" });
const connected = (number: number) =>
  number === 1 ? "Verbunden" : count(number, { other: "# verbunden" });
const asOf = (time: string | null) =>
  `${time === null ? "" : `Stand ${time}. `}Die neueste Liste war nicht zu lesen.`;
const nothing = "Es wurde nichts verbunden.";

/** German. */
export const de: Language = {
  session: {
    title: (name) => (name ? `${name} verbinden` : "Konto verbinden"),
    reconnectTitle: (name) => `${name} neu verbinden`,
    close: "Schließen",
    tryAgain: "Erneut versuchen",
    startAgain: "Neu beginnen",
    reference: "Referenz",
    frameTitle: (name) => (name ? `Bei ${name} anmelden` : "Konto zum Verbinden wählen"),
    willAskTo: ["Bittet um Ihre Erlaubnis für: ", ""],
    otherPermissions: (number) => count(number, { one: "# weitere", other: "# weitere" }),
    opening: (name) => (name ? `${name} wird geöffnet…` : "Wird geöffnet…"),
    openingHint: (name) =>
      name
        ? `Gleich melden Sie sich bei ${name} an und wählen, was Sie freigeben.`
        : "Gleich wählen Sie ein Konto und melden sich dort an.",
    stillOpening: (name) => ({
      title: name ? `${name} wird noch geöffnet…` : "Wird noch geöffnet…",
      text: "Das dauert länger als sonst. Warten Sie, oder schließen Sie und versuchen Sie es später.",
    }),
    ready: (name) =>
      name ? `Die Anmeldeseite von ${name} ist bereit.` : "Die Liste der Konten ist bereit.",
    expired: {
      title: "Diese Anmeldung ist abgelaufen",
      text: `Zu Ihrer Sicherheit gilt sie nur zehn Minuten. ${nothing}`,
    },
    saving: (name) => ({
      title: name ? `Ihr ${name}-Konto wird gespeichert…` : "Ihr Konto wird gespeichert…",
      text: "Gleich fertig. Lassen Sie das Fenster noch einen Moment offen.",
    }),
    notSaved: (name) => ({
      title: name
        ? `Ihr ${name}-Konto ließ sich nicht speichern`
        : "Ihr Konto ließ sich nicht speichern",
      text: "Die Anmeldung hat geklappt und ist nicht verloren. Versuchen Sie es erneut, um es Ihrer Liste hinzuzufügen.",
    }),
    connected: (account) => ({
      title: `${account} ist verbunden`,
      text: "Es steht in Ihren verbundenen Konten. Dort können Sie es umbenennen oder trennen.",
    }),
    connectedStatus: (account) => `${account} ist verbunden.`,
    failure: createFailureMessages({
      blocked: ({ host }) => ({
        title: "Die Anmeldeseite wurde nicht geladen",
        text: `Ein Werbeblocker oder Ihr Netzwerk hält vielleicht ${host || "sie"} auf. Erlauben Sie es, dann versuchen Sie es erneut. ${nothing}`,
      }),
      offline: () => ({
        title: "Sie sind offline",
        text: `${nothing} Es geht von selbst weiter, sobald Sie wieder online sind.`,
      }),
      network: () => ({
        title: "Der Server war nicht zu erreichen",
        text: `${nothing} Prüfen Sie Ihre Verbindung, dann versuchen Sie es erneut.`,
      }),
      timeout: () => ({
        title: "Das hat zu lange gedauert",
        text: `Der Server hat nicht rechtzeitig geantwortet. ${nothing} Versuchen Sie es erneut.`,
      }),
      signedOut: ({ name }) => ({
        title: "Sie sind abgemeldet",
        text: `${nothing} Melden Sie sich wieder an, dann verbinden Sie ${name ?? "das Konto"}.`,
      }),
      forbidden: ({ name, reason }) => ({
        title: `Sie können ${name ?? "dieses Konto"} nicht verbinden`,
        text: reason ?? `Ihre Rolle umfasst das nicht. ${nothing} Fragen Sie einen Administrator.`,
      }),
      notEnabled: ({ name }) => ({
        title: `${name ?? "Diese Integration"} ist nicht verfügbar`,
        text: `Sie ist hier nicht eingeschaltet. ${nothing} Bitten Sie einen Administrator darum.`,
      }),
      rateLimited: ({ seconds }) => ({
        title: "Zu viele Versuche",
        text: `${nothing} ${
          seconds === null
            ? "Warten Sie einen Moment, dann versuchen Sie es erneut."
            : seconds === 0
              ? "Jetzt können Sie es erneut versuchen."
              : count(seconds, {
                  one: "Versuchen Sie es in # Sekunde erneut.",
                  other: "Versuchen Sie es in # Sekunden erneut.",
                })
        }`,
      }),
      quota: () => ({
        title: "Verbinden ist gerade nicht möglich",
        text: `Das Kontingent des Verbindungsdienstes ist aufgebraucht. ${nothing} Sagen Sie es einem Administrator.`,
      }),
      misconfigured: () => ({
        title: "Verbinden ist noch nicht eingerichtet",
        text: `Die Verbindungen dieses Produkts sind nicht vollständig eingerichtet. ${nothing} Sagen Sie es einem Administrator.`,
      }),
      disconnected: () => ({
        title: "Dieses Konto ist nicht mehr verbunden",
        text: "Es wurde inzwischen getrennt. Sie können es als neues Konto verbinden.",
      }),
      ended: () => ({
        title: "Diese Anmeldung ist beendet",
        text: `${nothing} Beginnen Sie neu.`,
      }),
      declined: ({ name, reason }) => ({
        title: `${name ?? "Das Konto"} wurde nicht verbunden`,
        text: reason ?? "Versuchen Sie es erneut.",
      }),
      internal: () => ({
        title: "Bei uns ist etwas schiefgegangen",
        text: `${nothing} Versuchen Sie es gleich noch einmal.`,
      }),
    }),
  },
  connection: {
    state: {
      operational: "Verbunden",
      degraded: "Neuer Versuch läuft",
      failed: "Braucht Ihre Hilfe",
      gone: "Nicht mehr verbunden",
      unknown: "Status unbekannt",
    },
    detail: (state, name) =>
      ({
        operational: "",
        degraded: `${name} antwortet gerade nicht. Sie müssen nichts tun.`,
        failed: `${name} verlangt eine neue Anmeldung.`,
        gone: "Der Zugriff wurde außerhalb dieser App entfernt.",
        unknown: "Ließ sich gerade nicht prüfen.",
      })[state],
    test: "Test",
  },
  button: {
    connect: (name) => `${name} verbinden`,
    connecting: "Wird verbunden…",
    saving: "Wird gespeichert…",
    connected,
    reconnect: (name) => `${name} neu verbinden`,
    tryAgain: "Erneut versuchen",
    tryConnectingAgain: (name) => `Erneut versuchen: ${name} verbinden`,
    accounts: (number, name) =>
      count(number, { one: `# ${name}-Konto`, other: `# ${name}-Konten` }),
    addAnother: "Weiteres Konto hinzufügen",
    reconnectItem: "Neu verbinden",
    disconnectItem: "Trennen…",
    back: "Alle Konten",
  },
  list: {
    title: "Verbundene Konten",
    refresh: "Aktualisieren",
    needAttention: (number) =>
      count(number, { one: "# braucht Ihre Hilfe", other: "# brauchen Ihre Hilfe" }),
    reconnect: "Neu verbinden",
    reconnectAccount: (account) => `Neu verbinden: ${account}`,
    options: (account) => `Optionen für ${account}`,
    rename: "Umbenennen",
    addAnother: (name) => `Weiteres ${name}-Konto hinzufügen`,
    disconnect: "Trennen",
    disconnectItem: "Trennen…",
    removeItem: "Entfernen…",
    nameLabel: (account) => `Name von ${account}`,
    save: "Speichern",
    cancel: "Abbrechen",
    added: (date) => `Hinzugefügt: ${date}`,
    addedBy: (date) => ["Hinzugefügt von ", date === null ? "" : `, ${date}`],
    lastUsed: (date) => `Zuletzt verwendet: ${date}`,
    loading: "Ihre Konten werden geladen…",
    empty: {
      title: "Noch keine Konten verbunden",
      text: "Verbinden Sie Gmail, Slack oder ein anderes Werkzeug, dann erscheint es hier.",
    },
    browse: "Integrationen ansehen",
    error: {
      title: "Ihre Konten wurden nicht geladen",
      text: "Sie sind sicher. Nur diese Liste war nicht zu lesen.",
    },
    tryAgain: "Erneut versuchen",
    reference: "Referenz",
    stale: asOf,
    offline: "Sie sind offline. Diese Liste ist von vorhin.",
    disconnectQuestion: ["", " trennen?"],
    disconnectWarning: (name) =>
      `Alles, was hier dieses ${name}-Konto nutzt, hört sofort auf. Sie können es jederzeit wieder verbinden.`,
    keep: "Verbunden lassen",
    disconnecting: "Wird getrennt…",
    disconnected: ["", " getrennt"],
    disconnectedStatus: (account) => `${account} ist getrennt.`,
    connectAgain: "Wieder verbinden",
    connectAgainAccount: (account) => `Wieder verbinden: ${account}`,
    dismissAccount: (account) => `Ausblenden: ${account}`,
    notDisconnected: (name) => ({
      title: "Trennen hat nicht geklappt",
      text: `${name} hat nicht geantwortet. Es ist noch verbunden.`,
    }),
    notRenamed: {
      title: "Umbenennen hat nicht geklappt",
      text: "Der alte Name gilt wieder. Versuchen Sie es erneut.",
    },
    renamedStatus: (account) => `Umbenannt in ${account}.`,
    accessLabel: "Darf verwendet werden für",
    accessLevel: { full: "Alles", read: "Nur Lesen", off: "Nichts" },
    accessFact: {
      read: "Darf gelesen, aber nicht geändert werden",
      off: "Darf nicht verwendet werden",
    },
    accessNotChanged: {
      title: "Ändern hat nicht geklappt",
      text: "Es bleibt bei der bisherigen Einstellung. Versuchen Sie es erneut.",
    },
    accessStatus: (account, access) =>
      ({
        full: `${account} darf für alles verwendet werden.`,
        read: `${account} darf gelesen, aber nicht geändert werden.`,
        off: `${account} darf nicht verwendet werden.`,
      })[access],
  },
  gallery: {
    title: "Integration hinzufügen",
    searchLabel: "Integrationen suchen",
    search: (number) =>
      number === 0 ? "Integrationen suchen" : `${integrations(number)} durchsuchen`,
    searchWords: {
      post: "email",
      nachrichten: "chat",
      kalender: "calendar",
      termine: "scheduling",
      besprechungen: "meetings",
      tabelle: "spreadsheet",
      tabellen: "spreadsheet",
      tabellenkalkulation: "spreadsheet",
      dateien: "files",
      speicher: "files",
      datenbank: "database",
      aufgaben: "tasks",
      notizen: "notes",
      dokumente: "documents",
      zahlungen: "payments",
      rechnungen: "billing",
      buchhaltung: "accounting",
      kundendienst: "support",
      kunden: "crm",
      rundbrief: "newsletter",
      quellcode: "code",
      laden: "shop",
      telefon: "phone",
    },
    clearSearch: "Suche leeren",
    allCategories: "Alle Kategorien",
    otherCategory: "Sonstige",
    filterByCategory: "Nach Kategorie filtern",
    findCategory: "Kategorie finden",
    noCategory: (search) => `Keine Kategorie namens „${search}“`,
    featured: "Empfohlen",
    recent: "Zuletzt verbunden",
    more: "Weitere Integrationen",
    results: (number, category) =>
      category === null ? integrations(number) : `${integrations(number)} in ${category}`,
    resultsStatus: (number) =>
      number === 0 ? "Keine Integrationen gefunden." : `${integrations(number)} gefunden.`,
    showAll: "Alle zeigen",
    connect: "Verbinden",
    connectPlatform: (name) => `Verbinden: ${name}`,
    addAnother: "Weiteres Konto",
    addAnotherPlatform: (name) => `Weiteres Konto hinzufügen: ${name}`,
    reconnect: "Neu verbinden",
    reconnectPlatform: (name) => `Neu verbinden: ${name}`,
    tryAgain: "Erneut versuchen",
    tryConnectingAgain: (name) => `Erneut versuchen: ${name} verbinden`,
    connected,
    needsAttention: "Braucht Ihre Hilfe",
    notConnected: "Nicht verbunden",
    unavailable: "Nicht verfügbar",
    showMore: (number) => count(number, { other: "# weitere zeigen" }),
    showEarlier: (number) => count(number, { other: "# frühere zeigen" }),
    shown: (shown, total) => `${shown} von ${total} gezeigt`,
    loading: "Integrationen werden geladen…",
    noMatch: (search) => `Nichts namens „${search}“`,
    noMatchInCategory: (search, category) => `Nichts namens „${search}“ in ${category}`,
    didYouMean: ["Meinten Sie ", "?"],
    noMatchHint: "Prüfen Sie die Schreibweise, oder suchen Sie nach etwas anderem.",
    clear: "Suche leeren",
    empty: {
      title: "Noch keine Integrationen verfügbar",
      text: "Wer diese App verwaltet, muss sie erst einschalten.",
    },
    error: {
      title: "Die Integrationen wurden nicht geladen",
      text: "Bereits verbundene Konten sind nicht betroffen.",
    },
    reference: "Referenz",
    stale: asOf,
    refresh: "Aktualisieren",
    offline: "Sie sind offline. Verbinden geht wieder, sobald Sie zurück sind.",
  },
  attention: {
    accounts: (number) =>
      count(number, { one: "# Konto braucht Ihre Hilfe", other: "# Konten brauchen Ihre Hilfe" }),
    signIn: ["", " verlangt eine neue Anmeldung"],
    gone: ["", " ist nicht mehr verbunden"],
    dismiss: "Ausblenden",
  },
  checklist: {
    title: "Verbinden Sie Ihre Konten",
    progress: (done, total) => `${done} von ${total} verbunden`,
    optional: "Freiwillig",
    complete: "Alles Nötige ist verbunden",
  },
  connectRequest: {
    title: (reason, name) =>
      ({
        missing: `${name} verbinden, um fortzufahren`,
        broken: `${name} neu verbinden, um fortzufahren`,
        choose: `${name}-Konto wählen, um fortzufahren`,
      })[reason],
    accounts: (name) => `${name}-Konten`,
    useAccount: "Dieses Konto verwenden",
    connectAnother: "Anderes Konto verbinden",
    notNow: "Jetzt nicht",
    loading: "Ihre Konten werden geprüft…",
    waiting: (name) =>
      `${name} wird gerade für eine andere Anfrage verbunden. Danach geht es hier von selbst weiter.`,
    refused: {
      title: "Dieses Konto kann hier nicht verwendet werden",
      text: "Vielleicht fehlt ihm der nötige Zugriff. Verwenden Sie ein anderes Konto.",
    },
    notAnswered: "Ihre Antwort wurde nicht gespeichert. Versuchen Sie es gleich noch einmal.",
    notContinued: "Das Ergebnis ist noch nicht da. Versuchen Sie es gleich noch einmal.",
    declined: "Jetzt nicht",
    unavailable: "Nicht mehr verfügbar",
    continuing: (account) => `Weiter mit ${account}.`,
  },
  reconnectLink: {
    question: ["", " neu verbinden?"],
    notNow: "Jetzt nicht",
    mended: ["", " funktioniert wieder. Sie müssen nichts tun."],
    unknown:
      "Das Konto in diesem Link gehört nicht zu Ihren. Es wurde getrennt, oder Sie sind als jemand anderes angemeldet.",
  },
};
